using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Documents;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Snapshots;

/// <summary>Stored documents as people see them: a page of ours around an inert view in a sandbox.</summary>
internal static class SnapshotEndpoints
{
    private const int LongestSpot = 4000;
    private const int MostPages = 400;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/snapshots/{hash}").ExcludeFromDescription();
        group.MapGet("", Frame);
        group.MapGet("/view", View);
        group.MapGet("/close", Close);
    }

    private static async Task<IResult> Frame(string hash, int? page, DocumentLookup lookup, CancellationToken cancellation) =>
        await Find(hash, lookup, cancellation) is { } document
            ? PageResults.Of<SnapshotPage>(new SnapshotModel(document, Math.Clamp(page ?? 1, 1, MostPages)))
            : PageResults.Problem(StatusCodes.Status404NotFound, "There is no such snapshot.", "没有这个快照。");

    private static async Task<IResult> View(string hash, string? spot, int? page, DocumentLookup lookup, ISnapshotViews views, HttpContext context, CancellationToken cancellation) =>
        TryRead(spot, out var locator) && await Find(hash, lookup, cancellation) is { } document
            ? await Enclosed(() => views.Show(document, locator, Math.Clamp(page ?? 1, 1, MostPages), cancellation), context)
            : NoSpot;

    private static async Task<IResult> Close(string hash, string? spot, DocumentLookup lookup, ISnapshotViews views, HttpContext context, CancellationToken cancellation) =>
        TryRead(spot, out var locator) && locator is not null && await Find(hash, lookup, cancellation) is { } document
            ? await Enclosed(() => views.ShowClose(document, locator, cancellation), context)
            : NoSpot;

    private static IResult NoSpot => PageResults.Problem(StatusCodes.Status404NotFound, "There is no such snapshot or spot.", "没有这个快照或位置。");

    private static async Task<IResult> Enclosed(Func<Task<SnapshotView>> show, HttpContext context)
    {
        SnapshotView view;
        try
        {
            view = await show();
        }
        catch (InvalidDataException damaged)
        {
            view = new SnapshotView(null, damaged.Message);
        }

        Sandbox.Enclose(context.Response, view.StyleHash);
        return view.Html is { } html
            ? TypedResults.Content(html, "text/html; charset=utf-8")
            : TypedResults.Content(view.Problem, "text/plain; charset=utf-8", statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<DocumentReference?> Find(string hash, DocumentLookup lookup, CancellationToken cancellation) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigit) ? await lookup.OfSnapshot(new SnapshotHash(hash), cancellation) : null;

    private static bool TryRead(string? spot, out Locator? locator)
    {
        locator = null;
        if (string.IsNullOrEmpty(spot))
            return true;
        if (spot.Length > LongestSpot)
            return false;
        try
        {
            locator = JsonSerializer.Deserialize<Locator>(spot);
            return true;
        }
        catch (Exception wrong) when (wrong is JsonException or NotSupportedException)
        {
            return false;
        }
    }
}
