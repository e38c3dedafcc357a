using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Regions;
using Pipeline.Store.Audit;
using Pipeline.Store.Bodies;
using Pipeline.Web.Answers;
using Pipeline.Web.Security;

namespace Pipeline.Web.Api;

/// <summary><c>/bodies</c>: bodies with their names and years, and the questions about them.</summary>
internal static class BodyEndpoints
{
    private const string List = "bodies";

    public static void Map(IEndpointRouteBuilder api)
    {
        var bodies = api.MapGroup("/bodies").WithTags("bodies");
        bodies.MapGet("", Page).Produces<Listing<BodySummary>>().ProducesProblem(400).WithSummary("Bodies of a filter, by id.");
        bodies.MapGet("/{id:long}", One).Produces<BodyDetail>().ProducesProblem(404).WithSummary("A body with all its names, its places over time and its records; became says which body took its records over.");
        bodies.MapGet("/questions", Questions).Produces<Listing<QuestionBody>>().ProducesProblem(400).WithSummary("Pairs of bodies that may be one, the likeliest first.");
        bodies.MapPut("/questions/{id:long}", Decide).RequireAuthorization(AccessPolicy.Review).Produces(204).ProducesProblem(404)
            .WithSummary("Says whether the two are one body; the next comparison follows it for all records.");
        bodies.MapGet("/decisions", Answers).Produces<Listing<AnsweredBody>>().ProducesProblem(400).WithSummary("The answers about two names that stand, the newest first.");
        bodies.MapDelete("/decisions/{id:long}", TakeBack).RequireAuthorization(AccessPolicy.Review).Produces(204).ProducesProblem(404)
            .WithSummary("Takes an answer back; the next comparison asks again.");
    }

    /// <returns>False for a text that is no kind; an empty one is none.</returns>
    public static bool TryKind(string? text, out BodyKind? kind)
    {
        kind = string.IsNullOrEmpty(text) ? null : Enum.TryParse<BodyKind>(text, ignoreCase: true, out var known) && !char.IsAsciiDigit(text[0]) ? known : null;
        return kind is not null || string.IsNullOrEmpty(text);
    }

    /// <summary>Whether a text may begin a region code; an empty one does.</summary>
    public static bool IsRegionStart(string? text) => text is null || text.Length <= 6 && text.All(char.IsAsciiDigit);

    /// <summary>Reads a cursor over ids.</summary>
    public static bool TryAfter(string list, string? cursor, out long after)
    {
        after = 0;
        return Cursor.TryRead(list, cursor, out var key) && (key is null || long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out after));
    }

    private static async Task<IResult> Page(
        BodyQuery query, [Description("Part of any of its names.")] string? name, [Description("government, department, township, subdistrict or agency.")] string? kind,
        [Description("Start of the GB/T 2260 code.")] string? region, [Description("Id of the government that it belongs to.")] long? government,
        [FromQuery(Name = "silent_since"), Description("Year: only bodies that have not reported on it or since.")] int? silentSince, [Description("next of the page before.")] string? cursor, [Description("1 to 500; 50 when absent.")] int? limit,
        CancellationToken cancellation)
    {
        if (!TryKind(kind, out var known))
            return Problems.BadParameter("kind", "government, department, township, subdistrict or agency");
        if (!IsRegionStart(region))
            return Problems.BadParameter("region", "up to six digits of a region code, such as 33 or 330300");
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        if (!TryAfter(List, cursor, out var after))
            return Problems.BadCursor();
        var filter = new BodyFilter { Name = name, Kind = known, Region = string.IsNullOrEmpty(region) ? null : region, Government = government, SilentSince = silentSince };
        var items = await query.Page(filter, after, size + 1, cancellation);
        return Entity.Of(new Listing<BodySummary>([.. items.Take(size)], items.Count > size ? Cursor.Of(List, items[size - 1].Id.ToString(CultureInfo.InvariantCulture)) : null));
    }

    private static async Task<IResult> One(long id, BodyQuery query, DivisionTable divisions, CancellationToken cancellation) =>
        await query.One(id, cancellation) is { } body ? Entity.Of(BodyDetail.Of(body, divisions)) : Problems.NotFound($"There is no body {id}: /api/v1/bodies lists them.");

    private static async Task<IResult> Questions(BodyQuery query, [Description("1 to 500; 50 when absent.")] int? limit, CancellationToken cancellation) => PageSize.Of(limit) is { } size
        ? Entity.Of(new Listing<QuestionBody>([.. (await query.Questions(size, cancellation)).Select(QuestionBody.Of)], null))
        : Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");

    private static async Task<IResult> Decide(long id, QuestionAnswer answer, ClaimsPrincipal person, BodyDecisions decisions, AuditLog audit, CancellationToken cancellation)
    {
        if (!await decisions.Decide(id, answer.Same, person.Name(), cancellation))
            return Problems.NotFound($"There is no open question {id}: /api/v1/bodies/questions lists them.");
        await audit.BodiesAnswered(person.Name(), id, answer.Same, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Answers(BodyDecisions decisions, [Description("1 to 500; 50 when absent.")] int? limit, CancellationToken cancellation) => PageSize.Of(limit) is { } size
        ? Entity.Of(new Listing<AnsweredBody>([.. (await decisions.Answers(size, cancellation)).Select(AnsweredBody.Of)], null))
        : Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");

    private static async Task<IResult> TakeBack(long id, ClaimsPrincipal person, BodyDecisions decisions, AuditLog audit, CancellationToken cancellation)
    {
        if (!await decisions.TakeBack(id, person.Name(), cancellation))
            return Problems.NotFound($"There is no answer {id} that stands: /api/v1/bodies/decisions lists them.");
        await audit.BodiesReopened(person.Name(), id, cancellation);
        return TypedResults.NoContent();
    }
}

/// <param name="Same">Whether the two are one body.</param>
public sealed record QuestionAnswer(bool Same);

/// <summary>An answer that stands: the names in the form that is compared, with their sites, the left before the right.</summary>
public sealed record AnsweredBody(long Id, string Left, string LeftSite, string Right, string RightSite, bool Same, string Reviewer, DateTimeOffset DecidedAt)
{
    public static AnsweredBody Of(StandingAnswer answer) => new(
        answer.Id, answer.Decision.LeftKey, answer.Decision.LeftSite, answer.Decision.RightKey, answer.Decision.RightSite, answer.Decision.IsSame, answer.Reviewer, answer.At);
}

/// <summary>Two bodies that may be one, the left before the right.</summary>
public sealed record QuestionBody(long Id, BodyName Left, int LeftFirstYear, int LeftLastYear, BodyName Right, int RightFirstYear, int RightLastYear, string Evidence, double Confidence)
{
    public static QuestionBody Of(StoredQuestion question) => new(
        question.Id, question.Left, question.LeftYears.First, question.LeftYears.Last, question.Right, question.RightYears.First, question.RightYears.Last, question.Evidence, question.Confidence);
}

/// <summary>A body as the API gives it.</summary>
/// <param name="Places">The divisions that it is in, from its own outwards, in the years that it has reported on; a new entry where one of them changed.</param>
/// <param name="Bodies">How many bodies belong to it.</param>
public sealed record BodyDetail(
    long Id, string Name, BodyKind Kind, string? Region, BodyName? Government, int? FirstYear, int? LastYear, int Reports, double Confidence,
    IReadOnlyList<PrintedName> Names, IReadOnlyList<string> Sites, IReadOnlyList<string> Evidence, IReadOnlyList<PlaceBody> Places, int Bodies, BodyName? Became, string? DeclaredId, IReadOnlyList<BodyRecord> Records)
{
    public static BodyDetail Of(StoredBody body, DivisionTable divisions) => new(
        body.Summary.Id, body.Summary.Name, body.Summary.Kind, body.Summary.Region, body.Summary.Government, body.Summary.FirstYear, body.Summary.LastYear, body.Summary.Reports, body.Summary.Confidence,
        body.Names, body.Sites, body.Evidence, PlaceBody.Of(body.Summary, divisions), body.Bodies, body.Became, body.Declared, body.Records);
}

/// <param name="LastYear">Null for the place of today.</param>
/// <param name="Codes">GB/T 2260 codes from the body's own division outwards.</param>
public sealed record PlaceBody(int? LastYear, IReadOnlyList<string> Codes, IReadOnlyList<string?> Names)
{
    public static IReadOnlyList<PlaceBody> Of(BodySummary body, DivisionTable divisions)
    {
        if (body.Region is not { } region)
            return [];
        var former = divisions.Former(region).Where(division => division.LastYear >= (body.FirstYear ?? int.MaxValue));
        return [.. former.Select(division => At(division.LastYear, division.Code, division.Name, divisions)), At(null, region, divisions.NameOf(region), divisions)];
    }

    private static PlaceBody At(int? year, string code, string? name, DivisionTable divisions)
    {
        var codes = new List<string> { code };
        while (divisions.ParentOf(codes[^1]) is { } parent)
            codes.Add(parent);
        return new PlaceBody(year, codes, [name, .. codes.Skip(1).Select(divisions.NameOf)]);
    }
}
