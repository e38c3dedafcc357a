using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pipeline.Store.Export;
using Pipeline.Web.Api;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Explore;

/// <summary>What is filtered, as a file: written while it is read, so that its size does not matter.</summary>
internal static class Download
{
    public static IResult Answer(RecordExport export, TimeProvider clock, [AsParameters] RecordParameters parameters, string? format, string? shape)
    {
        var filter = parameters.Filter(out var problem);
        if (problem is not null || !TryName(format, out ExportFormat kind))
            return PageResults.Problem(StatusCodes.Status400BadRequest, "There is no such download. Take one from the records' page.", "没有这种下载，请从记录页选择。");
        if (!TryName(shape, out ExportShape lines))
            lines = RecordExport.DefaultShape(kind);
        var name = string.Create(CultureInfo.InvariantCulture, $"{(lines == ExportShape.Cells ? "cells" : "records")}-{clock.GetUtcNow():yyyyMMdd}.{(kind == ExportFormat.Csv ? "csv" : "jsonl")}");
        return Results.Stream(
            async stream => await export.Write(stream, kind, lines, filter, CancellationToken.None),
            kind == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/x-ndjson",
            name);
    }

    private static bool TryName<T>(string? text, out T value)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text![0]);
}
