using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Controls;
using Pipeline.Store.Status;
using Pipeline.Store.Trends;
using Pipeline.Web.Layout;
using Pipeline.Web.Security;

namespace Pipeline.Web.Operations.Controls;

/// <summary>The pages from which crawls are begun, followed and looked back at, and sources looked at, tried, added and paused.</summary>
internal static class ControlPages
{
    // A person looks over so many; the API and the list of documents have all.
    private const int MostBrought = 200;

    private const int MostLines = 200;

    private static readonly TimeSpan Days = TimeSpan.FromDays(3);
    private static readonly TimeSpan Step = TimeSpan.FromHours(3);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/operations").ExcludeFromDescription();
        pages.MapGet("/runs/{id:guid}", Run);
        pages.MapGet("/activity", async (ActivityLog activity, CancellationToken cancellation) => PageResults.Of<ActivityPage>(new ActivityModel(await activity.Last(Days, Step, cancellation), Step)));
        pages.MapGet("/source", async (ControlDesk desk, CachedOverview overview, string? name, CancellationToken cancellation) => await SourceOf(desk, overview, name ?? "", null, cancellation));
        pages.MapGet("/try", Try).RequireAuthorization(AccessPolicy.Operate);
        pages.MapPost("/crawl", Crawl).RequireAuthorization(AccessPolicy.Operate);
        pages.MapPost("/pause", Pause).RequireAuthorization(AccessPolicy.Operate);
        pages.MapPost("/add", Add).RequireAuthorization(AccessPolicy.Operate);
    }

    private static async Task<IResult> Run(Guid id, string? source, RunDetailQuery query, ICrawlLog log, CachedOverview overview, CancellationToken cancellation)
    {
        if (await query.Read(id, MostBrought, cancellation) is not { } detail)
            return PageResults.Problem(StatusCodes.Status404NotFound, $"There is no crawl {id}.", $"没有编号为{id}的采集。");
        var logged = source ?? (detail.Sources.Count == 1 ? detail.Sources[0].Source : null);
        var lines = logged is not null && await query.Number(id, cancellation) is { } number ? await log.Last(number, logged, MostLines, cancellation) : [];
        return PageResults.Of<RunPage>(new RunModel(detail, (await overview.Get(cancellation)).Answer.UsualVisits, logged, lines));
    }

    private static async Task<IResult> SourceOf(ControlDesk desk, CachedOverview overview, string name, string? problem, CancellationToken cancellation)
    {
        var file = desk.File();
        var listed = file.Sources.FirstOrDefault(source => source.Name == name);
        var answer = (await overview.Get(cancellation)).Answer;
        var figures = answer.Sources.FirstOrDefault(source => source.Source == name);
        return listed is null && figures is null
            ? PageResults.Problem(StatusCodes.Status404NotFound, $"There is no source '{name}': {file.Problem ?? "look at the list of sources."}", $"没有来源“{name}”。")
            : PageResults.Of<SourcePage>(new SourceModel(name, listed, file, figures, await desk.Know(name, cancellation), answer.LastNight, await desk.Look(cancellation), problem));
    }

    private static async Task<IResult> Try(ControlDesk desk, string? url, CancellationToken cancellation) =>
        PageResults.Of<TrialPage>(new TrialModel(desk.File(), url, string.IsNullOrWhiteSpace(url) ? null : await desk.Try(url.Trim(), cancellation), null, null));

    private static async Task<IResult> Crawl(ControlDesk desk, ClaimsPrincipal person, [FromForm] string? source, [FromForm] string? host, CancellationToken cancellation)
    {
        var (scope, subject) = string.IsNullOrWhiteSpace(source) ? string.IsNullOrWhiteSpace(host) ? (CrawlScope.All, null) : (CrawlScope.Host, host.Trim()) : (CrawlScope.Source, source);
        await desk.Crawl(scope, subject, person.Name(), cancellation);
        return scope == CrawlScope.Source ? TypedResults.LocalRedirect($"/operations/source?name={Uri.EscapeDataString(source!)}") : TypedResults.LocalRedirect("/operations#crawl");
    }

    private static async Task<IResult> Pause(
        ControlDesk desk, CachedOverview overview, ClaimsPrincipal person, [FromForm] string source, [FromForm] string? paused, [FromForm] string? reason, [FromForm] string seen, CancellationToken cancellation)
    {
        var pausing = paused == "yes";
        var problem = pausing && string.IsNullOrWhiteSpace(reason) ? "Say why it is paused: who comes next reads it in the file." : await desk.Pause(source, pausing, reason?.Trim() ?? "", person.Name(), seen, cancellation);
        return problem is null ? TypedResults.LocalRedirect($"/operations/source?name={Uri.EscapeDataString(source)}") : await SourceOf(desk, overview, source, problem, cancellation);
    }

    private static async Task<IResult> Add(ControlDesk desk, ClaimsPrincipal person, [FromForm] string? name, [FromForm] string url, [FromForm] string seen, CancellationToken cancellation)
    {
        var problem = string.IsNullOrWhiteSpace(name) ? "Name the body whose site it is." : await desk.Add(name.Trim(), url, person.Name(), seen, cancellation);
        return problem is null
            ? TypedResults.LocalRedirect($"/operations/source?name={Uri.EscapeDataString(name!.Trim())}")
            : PageResults.Of<TrialPage>(new TrialModel(desk.File(), url, null, name, problem));
    }
}
