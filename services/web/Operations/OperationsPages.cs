using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Failures;
using Pipeline.Web.Layout;
using Pipeline.Web.Security;

namespace Pipeline.Web.Operations;

/// <summary>The pages of operators.</summary>
internal static class OperationsPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/operations").ExcludeFromDescription();
        pages.MapGet("", Overview);
        pages.MapGet("/failures", Failures);
        pages.MapGet("/sources", Sources);
        pages.MapPost("/replay", Replay).RequireAuthorization(AccessPolicy.Operate);
        pages.MapGet("/give-up", AskToGiveUp).RequireAuthorization(AccessPolicy.Operate);
        pages.MapPost("/take-back", TakeBack).RequireAuthorization(AccessPolicy.Operate);
        pages.MapPost("/give-up", GiveUp).RequireAuthorization(AccessPolicy.Operate);
        pages.MapGet("/acknowledge", AskToAcknowledge).RequireAuthorization(AccessPolicy.Operate);
        pages.MapPost("/acknowledge", Acknowledge).RequireAuthorization(AccessPolicy.Operate);
        pages.MapPost("/withdraw", Withdraw).RequireAuthorization(AccessPolicy.Operate);
        pages.MapPost("/reextract", Reextract).RequireAuthorization(AccessPolicy.Operate);
    }

    private static async Task<IResult> Overview(OperationsView view, Guid? request, string? done, long? count, string? step, CancellationToken cancellation) =>
        PageResults.Of<OperationsPage>(await view.Look(request, done is "replayed" or "given-up" or "taken-back" or "acknowledged" ? new OperationsNotice(done, count ?? 0, Step: GivenUpStep.TryRead(step, out _) ? step : null) : null, cancellation));

    private static async Task<IResult> Failures(FailureService failures, string? reason, string? source, CancellationToken cancellation) =>
        PageResults.Of<FailuresPage>(await failures.List(new FailureFilter { Reason = Given(reason), Source = Given(source) }, cancellation));

    private static async Task<IResult> Sources(CachedOverview overview, TimeProvider clock, string? name, string? state, int? page, CancellationToken cancellation) =>
        PageResults.Of<SourcesPage>(SourcesModel.Of((await overview.Get(cancellation)).Answer, Given(name), Given(state), page ?? 1, clock.GetUtcNow()));

    private static async Task<IResult> Replay(FailureService failures, ClaimsPrincipal person, [FromForm] string? reason, [FromForm] string? source, CancellationToken cancellation) =>
        Back("replayed", await failures.Replay(Given(source), Given(reason), person.Name(), cancellation));

    private static async Task<IResult> GiveUp(FailureService failures, ClaimsPrincipal person, [FromForm] string? reason, [FromForm] string? source, CancellationToken cancellation)
    {
        var (count, step) = await failures.GiveUp(Given(source), Given(reason), person.Name(), cancellation);
        return Back("given-up", count, $"&step={Uri.EscapeDataString(GivenUpStep.Text(step))}");
    }

    private static async Task<IResult> AskToGiveUp(FailureService failures, string? reason, string? source, CancellationToken cancellation) =>
        PageResults.Of<GiveUpPage>(await failures.List(new FailureFilter { Reason = Given(reason), Source = Given(source) }, cancellation));

    private static async Task<IResult> TakeBack(FailureService failures, ClaimsPrincipal person, [FromForm] string step, CancellationToken cancellation) =>
        GivenUpStep.TryRead(step, out var given)
            ? Back("taken-back", await failures.TakeBack(given, person.Name(), cancellation))
            : PageResults.Problem(StatusCodes.Status400BadRequest, "This address is incomplete. Begin with the list of failures.", "地址不完整，请从失败列表开始。");

    private static async Task<IResult> AskToAcknowledge(AlarmDesk desk, CachedOverview overview, string? source, string? state, CancellationToken cancellation) =>
        await AcknowledgePageOf(desk, overview, Given(source), State(state), null, null, cancellation);

    private static async Task<IResult> Acknowledge(
        AlarmDesk desk, CachedOverview overview, ClaimsPrincipal person, [FromForm] string? source, [FromForm] string? state, [FromForm] string? reason, [FromForm] int days, CancellationToken cancellation)
    {
        if (AlarmDesk.ProblemOf(Given(source), State(state), reason, days) is { } problem)
            return await AcknowledgePageOf(desk, overview, Given(source), State(state), reason, problem, cancellation);
        return Back("acknowledged", await desk.Acknowledge(Given(source), State(state), reason!, days, person.Name(), cancellation), place: "#sources");
    }

    private static async Task<IResult> Withdraw(AlarmDesk desk, ClaimsPrincipal person, [FromForm] string source, CancellationToken cancellation)
    {
        await desk.Withdraw(source, person.Name(), cancellation);
        return TypedResults.LocalRedirect($"/operations/sources?name={Uri.EscapeDataString(source)}");
    }

    private static async Task<IResult> AcknowledgePageOf(AlarmDesk desk, CachedOverview overview, string? source, SourceAlarm? state, string? reason, string? problem, CancellationToken cancellation) =>
        source is null && state is null
            ? PageResults.Problem(StatusCodes.Status400BadRequest, "This address is incomplete. Begin with the list of sources.", "地址不完整，请从来源列表开始。")
            : PageResults.Of<AcknowledgePage>(new AcknowledgeModel(await desk.Concerned(source, state, cancellation), (await overview.Get(cancellation)).Answer.LastNight, source, state, reason, problem));

    private static SourceAlarm? State(string? name) => Enum.TryParse<SourceAlarm>(name, ignoreCase: true, out var alarm) && Enum.IsDefined(alarm) ? alarm : null;

    private static async Task<IResult> Reextract(OperationsView view, AuditedReextractions reextractions, ClaimsPrincipal person, [FromForm] string url, [FromForm] string? refetch, CancellationToken cancellation)
    {
        var ticket = await reextractions.Begin(url, refetch is not null, person.Name(), cancellation);
        return ticket.Id is { } id
            ? TypedResults.LocalRedirect($"/operations?request={id}#request")
            : PageResults.Of<OperationsPage>(await view.Look(null, new OperationsNotice("refused", 0, $"{url}: {ticket.Problem}"), cancellation));
    }

    private static RedirectHttpResult Back(string done, int count, string step = "", string place = "#failures") =>
        TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/operations?done={done}&count={count}{step}{place}"));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
