using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Failures;
using Pipeline.Store.Status;
using Pipeline.Web.Answers;
using Pipeline.Web.Operations;
using Pipeline.Web.Security;

namespace Pipeline.Web.Api;

/// <summary><c>/runs</c>, <c>/failures</c> and <c>/sources</c>: how the crawls went.</summary>
internal static class RunEndpoints
{
    private const string RunList = "runs";
    private const string FailureList = "failures";
    private const string SourceList = "sources";

    public static void Map(IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("/runs").WithTags("runs");
        runs.MapGet("", Runs).Produces<Listing<RunStatus>>().ProducesProblem(400).WithSummary("Crawl runs, newest first.");
        runs.MapGet("/{id:guid}/detail", async (Guid id, RunDetailQuery query, CancellationToken cancellation) =>
            await query.Read(id, PageSize.Largest, cancellation) is { } detail ? Entity.Of(detail) : Problems.NotFound($"There is no run {id}.")).Produces<RunDetail>().ProducesProblem(404).WithSummary("A run with its sources, before and after, and what it brought.");
        runs.MapGet("/{id:guid}", Run).Produces<RunStatus>().ProducesProblem(404);
        api.MapGet("/failures", Failures).WithTags("failures").Produces<Listing<Failure>>().ProducesProblem(400).WithSummary("Documents that did not yield what they should, newest first.");
        api.MapPost("/failures/replay", Replay).RequireAuthorization(AccessPolicy.Operate).WithTags("failures").Produces<FailureCount>().WithSummary("Tries failed documents again: from the snapshot where there is one, else by fetching anew.");
        api.MapPost("/failures/give-up", GiveUp).RequireAuthorization(AccessPolicy.Operate).WithTags("failures").Produces<FailureCount>().WithSummary("Takes failures off the list until a later visit fails again.");
        api.MapGet("/sources", Sources).WithTags("runs").Produces<Listing<SourceBody>>().ProducesProblem(400).WithSummary("Every source that was ever crawled, with what is wrong with it, by name.");
        api.MapGet("/status", async (StatusQuery query, CancellationToken cancellation) => Entity.Of(await query.Read(10, cancellation))).WithTags("runs").Produces<StoreStatus>().WithSummary("What is stored, what waits, and the last ten runs.");
    }

    private static async Task<IResult> Runs(StatusQuery query, string? cursor, int? limit, CancellationToken cancellation)
    {
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        if (!Cursor.TryRead(RunList, cursor, out var key) || !TryInstant(key, out var before))
            return Problems.BadCursor();
        var runs = await query.Runs(before, size + 1, crawlsOnly: false, cancellation);
        return Entity.Of(new Listing<RunStatus>([.. runs.Take(size)], runs.Count > size ? Cursor.Of(RunList, Text(runs[size - 1].StartedAt)) : null));
    }

    private static async Task<IResult> Run(Guid id, StatusQuery query, CancellationToken cancellation) =>
        await query.Run(id, cancellation) is { } run ? Entity.Of(run) : Problems.NotFound($"There is no run {id}.");

    private static async Task<IResult> Failures(FailureQuery query, string? source, string? reason, Guid? run, string? cursor, int? limit, CancellationToken cancellation)
    {
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        if (!Cursor.TryRead(FailureList, cursor, out var key) || !TryPlace(key, out var after))
            return Problems.BadCursor();
        var failures = await query.Page(new FailureFilter { Source = source, Reason = reason, Run = run }, after, size + 1, cancellation);
        var last = failures.Count > size ? failures[size - 1] : null;
        return Entity.Of(new Listing<Failure>([.. failures.Take(size)], Cursor.Of(FailureList, last is null ? null : $"{Text(last.At)} {last.Url}")));
    }

    private static async Task<IResult> Sources(CachedOverview kept, TimeProvider clock, string? cursor, int? limit, CancellationToken cancellation)
    {
        if (PageSize.Of(limit) is not { } size)
            return Problems.BadParameter("limit", $"a number from 1 to {PageSize.Largest}");
        if (!Cursor.TryRead(SourceList, cursor, out var after))
            return Problems.BadCursor();
        var overview = (await kept.Get(cancellation)).Answer;
        var left = overview.Sources.Where(source => after is null || string.CompareOrdinal(source.Source, after) > 0).OrderBy(source => source.Source, StringComparer.Ordinal).ToList();
        return Entity.Of(new Listing<SourceBody>([.. left.Take(size).Select(source => SourceBody.Of(source, overview.LastNight, clock.GetUtcNow()))], left.Count > size ? Cursor.Of(SourceList, left[size - 1].Source) : null));
    }

    private static async Task<IResult> Replay(FailureChoice choice, FailureService failures, ClaimsPrincipal person, CancellationToken cancellation) =>
        Entity.Of(new FailureCount(await failures.Replay(choice.Source, choice.Reason, person.Name(), cancellation)));

    private static async Task<IResult> GiveUp(FailureChoice choice, FailureService failures, ClaimsPrincipal person, CancellationToken cancellation) =>
        Entity.Of(new FailureCount((await failures.GiveUp(choice.Source, choice.Reason, person.Name(), cancellation)).Count));

    private static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    private static bool TryInstant(string? text, out DateTimeOffset? instant)
    {
        instant = DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return text is null || instant is not null;
    }

    private static bool TryPlace(string? key, out (DateTimeOffset At, string Url)? place)
    {
        var parts = key?.Split(' ', 2);
        place = parts is [var at, var url] && TryInstant(at, out var instant) ? (instant!.Value, url) : null;
        return key is null || place is not null;
    }
}
