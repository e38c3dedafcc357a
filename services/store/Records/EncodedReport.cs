using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>A report in the form of a row of <c>record_versions</c>.</summary>
/// <param name="ReportHash">Over everything: the same hash is the same reading. 16 bytes, as the others.</param>
/// <param name="ValuesHash">Over form and cell values: differs for a correction.</param>
/// <param name="TextHash">Over the section texts without white space.</param>
internal sealed record EncodedReport(byte[] ReportHash, byte[] ValuesHash, byte[] TextHash, string CellValues, string Violations, byte[] Detail)
{
    /// <exception cref="ArgumentException">The report names an unknown form.</exception>
    public static EncodedReport Of(AnnualReport report)
    {
        var cells = InFormOrder(report);
        var values = StoredValues.Pack(cells.Select(cell => cell.Value));
        var detail = ReportDetail.Of(report, cells).ToJson();
        var head = JsonSerializer.SerializeToUtf8Bytes(new
        {
            report.Form, report.Year, report.Authority, report.Title, report.Published, report.Level, report.RegionCode, report.Trust,
            report.Layout, report.Status, Confidence = Math.Round(report.Confidence, 4), report.ChecksPassed,
        });
        return new EncodedReport(
            Hash(head, Encoding.UTF8.GetBytes(values), detail),
            Hash(Encoding.UTF8.GetBytes(report.Form + values)),
            Hash(Encoding.UTF8.GetBytes(Condensed(report.Sections))),
            values,
            JsonSerializer.Serialize(report.Violations.Select(violation => violation.Check)),
            PackedJson.Pack(detail));
    }

    private static CellReading[] InFormOrder(AnnualReport report)
    {
        var cells = report.Cells.ToDictionary(cell => cell.Cell);
        return [.. FormCatalog.Current.Form(report.Form).Cells.Select(cell => cells.TryGetValue(cell.Id, out var reading) ? reading : new CellReading(cell.Id, null, null, 0, null, "missing", []))];
    }

    private static string Condensed(IReadOnlyDictionary<string, string> sections) => string.Join('\n', sections
        .OrderBy(section => section.Key, StringComparer.Ordinal)
        .Select(section => section.Key + " " + string.Concat(section.Value.Where(c => !char.IsWhiteSpace(c)))));

    private static byte[] Hash(params byte[][] parts)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            sha.AppendData(BitConverter.GetBytes(part.Length));
            sha.AppendData(part);
        }

        return sha.GetHashAndReset()[..16];
    }
}
