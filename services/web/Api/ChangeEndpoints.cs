using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Pipeline.Database;
using Pipeline.Store.Records;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Api;

/// <summary><c>/changes</c>: what is new, changed, decided about and withdrawn since an instant, as JSON and as Atom.</summary>
internal static class ChangeEndpoints
{
    private const string List = "changes";
    private const string Atom = "http://www.w3.org/2005/Atom";

    // What a feed reader shows; a program that wants all takes the JSON.
    private const int AtomEntries = 200;

    public static void Map(IEndpointRouteBuilder api)
    {
        var changes = api.MapGroup("/changes").WithTags("changes");
        changes.MapGet("", Page).Produces<Listing<RecordChange>>().ProducesProblem(400).WithSummary("What is new, changed, decided about and withdrawn, in the order in which it happened.");
        changes.MapGet("/atom", Feed).Produces(200, contentType: "application/atom+xml").ProducesProblem(400).WithSummary("The same as an Atom feed, for feed readers.");
    }

    private static async Task<IResult> Page(
        ChangeQuery query, [Description("A day or an instant, such as 2026-11-28 or 2026-11-28T08:00:00Z.")] string since, [Description("next of the page before.")] string? cursor, int? limit, CancellationToken cancellation)
    {
        if (Instant(since) is not { } from)
            return BadSince();
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        if (!Cursor.TryRead(List, cursor, out var key) || !TryPlace(key, out var after))
            return Problems.BadCursor();
        var found = await query.Since(from, after, size + 1, cancellation);
        return Entity.Of(new Listing<RecordChange>([.. found.Take(size)], found.Count > size ? Cursor.Of(List, Text(found[size - 1].Place)) : null));
    }

    private static async Task<IResult> Feed(HttpRequest request, ChangeQuery query, [Description("A day or an instant.")] string since, CancellationToken cancellation)
    {
        if (Instant(since) is not { } from)
            return BadSince();
        var found = await query.Since(from, null, AtomEntries, cancellation);
        return TypedResults.Bytes(Written(found, $"{request.Scheme}://{request.Host}", $"{request.Path}{request.QueryString}", from), "application/atom+xml; charset=utf-8");
    }

    private static byte[] Written(IReadOnlyList<RecordChange> changes, string site, string self, DateTimeOffset since)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteElementString("title", Atom, "Changes of records");
            xml.WriteElementString("id", Atom, site + self);
            xml.WriteElementString("updated", Atom, StoredTime.Text(changes.Count == 0 ? since : changes[^1].At));
            Link(xml, "self", site + self);
            foreach (var change in changes)
                Entry(xml, change, site);
            xml.WriteEndElement();
        }

        return bytes.ToArray();
    }

    private static void Entry(XmlWriter xml, RecordChange change, string site)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, string.Create(CultureInfo.InvariantCulture, $"{change.Authority} {change.Year}: {change.Kind}{(change.Cell is null ? "" : $" {change.Cell}")}"));
        xml.WriteElementString("id", Atom, string.Create(CultureInfo.InvariantCulture, $"urn:pipeline:change:{change.RecordId}:{StoredTime.Text(change.At)}:{change.Cell}"));
        xml.WriteElementString("updated", Atom, StoredTime.Text(change.At));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, change.By ?? "pipeline");
        xml.WriteEndElement();
        Link(xml, "alternate", site + change.RecordPage);
        Link(xml, "via", change.SourceUrl);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static ProblemHttpResult BadSince() => Problems.BadParameter("since", "a day or an instant, such as 2026-11-28 or 2026-11-28T08:00:00Z");

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : null;

    private static string Text(ChangePlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.At} {place.RecordId} {place.Cell}");

    private static bool TryPlace(string? key, out ChangePlace? place)
    {
        place = null;
        if (key is null)
            return true;
        var parts = key.Split(' ', 3);
        if (parts.Length != 3 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var record))
            return false;
        place = new ChangePlace(parts[0], record, parts[2]);
        return true;
    }
}
