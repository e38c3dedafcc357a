using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Bodies.Findings;
using Pipeline.Store.Findings;
using Pipeline.Store.Totals;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Api;

/// <summary><c>/findings</c> and <c>/totals</c>: reports compared over years and levels, and added up.</summary>
internal static class FindingEndpoints
{
    public const string List = "findings";

    public static void Map(IEndpointRouteBuilder api)
    {
        var findings = api.MapGroup("").WithTags("findings");
        findings.MapGet("/findings", Page).Produces<Listing<StoredFinding>>().ProducesProblem(400).WithSummary("What comparing reports shows, by id. Sums that agree are left out unless outcome=agrees asks for them.");
        findings.MapGet("/totals", Totals).Produces<Listing<Total>>().ProducesProblem(400)
            .WithSummary("One cell summed by region, kind of body and year, with the bodies that reported and that were expected. Kinds are never added up: a government's report holds those of its departments.");
    }

    private static async Task<IResult> Page(FindingQuery query, [AsParameters] FindingParameters parameters, [Description("next of the page before.")] string? cursor, [Description("1 to 500; 50 when absent.")] int? limit, CancellationToken cancellation)
    {
        var filter = parameters.Filter(out var problem);
        if (problem is { } wrong)
            return Problems.BadParameter(wrong.Name, wrong.Expected);
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        if (!BodyEndpoints.TryAfter(List, cursor, out var after))
            return Problems.BadCursor();
        var items = await query.Page(filter, after, size + 1, cancellation);
        return Entity.Of(new Listing<StoredFinding>([.. items.Take(size)], items.Count > size ? Cursor.Of(List, items[size - 1].Id.ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static async Task<IResult> Totals(
        CachedTotals totals, [FromQuery, Description("Name of a cell of an official form.")] string? cell, [Description("Start of the GB/T 2260 code that the bodies are in; without it the country.")] string? region,
        [Description("Digits of the code that tell regions apart: 2 (the standard), 4 or 6.")] int? digits, [Description("government, department, township, subdistrict or agency; all when absent.")] string? kind, CancellationToken cancellation)
    {
        if (FigureEndpoints.CellOf(cell) is not { } known)
            return Problems.BadParameter("cell", "the name of a cell of an official form; /api/v1/records/ID/cells lists them");
        if (!BodyEndpoints.IsRegionStart(region))
            return Problems.BadParameter("region", "up to six digits of a region code, such as 33 or 330300");
        if (digits is not (null or 2 or 4 or 6))
            return Problems.BadParameter("digits", "2, 4 or 6");
        return BodyEndpoints.TryKind(kind, out var one)
            ? Entity.Of(new Listing<Total>(await totals.Of(known, region ?? "", digits ?? 2, one, cancellation), null))
            : Problems.BadParameter("kind", "government, department, township, subdistrict or agency");
    }
}

/// <summary>Which findings, as an address says it; an empty value counts as none, because forms send them.</summary>
public sealed record FindingParameters
{
    [FromQuery(Name = "kind"), Description("carried, continued, reposted, break or sum.")]
    public string? Kind { get; init; }

    [FromQuery(Name = "outcome"), Description("disagrees, undecided, question or agrees.")]
    public string? Outcome { get; init; }

    [FromQuery(Name = "body"), Description("Id of the body.")]
    public string? Body { get; init; }

    [FromQuery(Name = "year"), Description("Year of the later report.")]
    public string? Year { get; init; }

    [FromQuery(Name = "region"), Description("Start of the GB/T 2260 code of the body.")]
    public string? Region { get; init; }

    /// <summary>The filter as it stands in an address, without a question mark; empty values are left out.</summary>
    internal string ToQuery() => string.Join('&', new[] { ("kind", Kind), ("outcome", Outcome), ("body", Body), ("year", Year), ("region", Region) }
        .Where(pair => !string.IsNullOrWhiteSpace(pair.Item2)).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));

    /// <param name="problem">What is wrong with a value; null when all is well.</param>
    internal FindingFilter Filter(out (string Name, string Expected)? problem)
    {
        problem = null;
        var filter = new FindingFilter { Kind = Named<FindingKind>(Kind), Outcome = Named<FindingOutcome>(Outcome), Body = Number(Body), Year = (int?)Number(Year), Region = string.IsNullOrEmpty(Region) ? null : Region };
        if (filter.Kind is null && !string.IsNullOrEmpty(Kind))
            problem = ("kind", "carried, continued, reposted, break or sum");
        if (filter.Outcome is null && !string.IsNullOrEmpty(Outcome))
            problem = ("outcome", "disagrees, undecided, question or agrees");
        if (filter.Body is null && !string.IsNullOrEmpty(Body))
            problem = ("body", "the id of a body");
        if (filter.Year is null && !string.IsNullOrEmpty(Year))
            problem = ("year", "a year such as 2023");
        if (!BodyEndpoints.IsRegionStart(Region))
            problem = ("region", "up to six digits of a region code, such as 33 or 330300");
        return filter;
    }

    private static T? Named<T>(string? text)
        where T : struct, Enum => !string.IsNullOrEmpty(text) && !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var known) ? known : null;

    private static long? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
