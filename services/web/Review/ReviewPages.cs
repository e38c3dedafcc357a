using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Contracts;
using Pipeline.Store.Reviews;
using Pipeline.Web.Layout;
using Pipeline.Web.Security;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Review;

/// <summary>The pages of reviewers: a record beside its source, and what they decide.</summary>
internal static class ReviewPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/review").ExcludeFromDescription();
        pages.MapGet("/{id:long}", Record);
        pages.MapGet("/{id:long}/{cell}/reasons", Reasons);
        pages.MapPost("/{id:long}/confirm", Confirm).RequireAuthorization(AccessPolicy.Review);
        pages.MapPost("/{id:long}/undo", Undo).RequireAuthorization(AccessPolicy.Review);
        pages.MapPost("/{id:long}/put-back", PutBack).RequireAuthorization(AccessPolicy.Review);
        pages.MapPost("/{id:long}/{cell}", Decide).RequireAuthorization(AccessPolicy.Review);
        pages.MapPost("/{id:long}", Finish).RequireAuthorization(AccessPolicy.Review);
    }

    private static async Task<IResult> Record(long id, string? cell, string? notice, string? typed, string? why, ClaimsPrincipal person, ReviewModelFactory desk, ReviewClaims claims, CancellationToken cancellation)
    {
        ReviewNotice? said = Enum.TryParse<ReviewNotice>(notice, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        if (await desk.Lay(id, cell, said, cancellation) is not { } model)
            return PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id} with such a cell.", $"没有编号为{id}的记录或该数据项。");
        return PageResults.Of<RecordReviewPage>(model with
        {
            Typed = said is ReviewNotice.WrongValue or ReviewNotice.NeedsReason ? new TypedEntry(typed, why) : null,
            Claims = person.May(AccessRole.Review) ? await claims.Open(id, person.Name(), cancellation) : RecordClaims.None,
        });
    }

    private static async Task<IResult> Reasons(long id, string cell, CellReasons reasons, CancellationToken cancellation) =>
        await reasons.Of(id, cell, cancellation) is { } model
            ? PageResults.Of<ReasonsPage>(model)
            : PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id} with such a cell.", $"没有编号为{id}的记录或该数据项。");

    private static async Task<IResult> Decide(
        long id, string cell, [FromForm] string verdict, [FromForm] string? value, [FromForm] string? reason, [FromForm] int expected,
        ClaimsPrincipal person, ReviewService reviewing, ReviewModelFactory desk, CancellationToken cancellation)
    {
        if (await desk.Lay(id, cell, null, cancellation) is null || VerdictOf(verdict) is not { } decided)
            return PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id} with such a cell.", $"没有编号为{id}的记录或该数据项。");
        if (!TypedNumber.TryRead(value, out var number))
            return Back(id, cell, ReviewNotice.WrongValue, new TypedEntry(value, reason));
        var decision = new CellDecision(
            id, new CellId(cell), decided, decided == ReviewVerdict.Corrected ? number : null, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), person.Name(), expected);
        if (ReviewService.ProblemOf(decision) is not null)
            return Back(id, cell, decision.Reason is null ? ReviewNotice.NeedsReason : ReviewNotice.WrongValue, new TypedEntry(value, reason));
        if (await reviewing.Decide(decision, cancellation) is not DecisionResult.Stored)
            return Back(id, cell, ReviewNotice.Conflict);
        return Back(id, (await desk.NextOpen(id, decision.Cell, cancellation))?.ToString() ?? cell, ReviewNotice.Stored);
    }

    private static async Task<IResult> Confirm(long id, [FromForm] string cell, [FromForm] CellScope scope, ClaimsPrincipal person, ReviewService reviewing, ReviewModelFactory desk, CancellationToken cancellation)
    {
        if (await desk.Lay(id, cell, null, cancellation) is not { } model)
            return PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id} with such a cell.", $"没有编号为{id}的记录或该数据项。");
        await reviewing.Confirm(id, model.OpenIn(scope), person.Name(), cancellation);
        return Back(id, (await desk.NextOpen(id, model.Chosen.Id, cancellation))?.ToString() ?? cell, ReviewNotice.Stored);
    }

    private static async Task<IResult> Undo(long id, ClaimsPrincipal person, ReviewService reviewing, ReviewModelFactory desk, CancellationToken cancellation)
    {
        var undone = await reviewing.Undo(id, person.Name(), cancellation);
        if (await desk.Lay(id, null, null, cancellation) is not { } model)
            return PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id}.", $"没有编号为{id}的记录。");
        var first = model.Report.Cells.Select(cell => cell.Cell).FirstOrDefault(undone.Contains);
        return Back(id, undone.Count > 0 ? first.ToString() : model.Chosen.Id.ToString(), undone.Count > 0 ? ReviewNotice.Undone : ReviewNotice.NothingToUndo);
    }

    private static async Task<IResult> PutBack(long id, ClaimsPrincipal person, ReviewService reviewing, ReviewModelFactory desk, CancellationToken cancellation)
    {
        await reviewing.PutBack(id, person.Name(), cancellation);
        return await desk.Lay(id, null, null, cancellation) is { } model
            ? Back(id, model.Chosen.Id.ToString(), ReviewNotice.BackInQueue)
            : PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id}.", $"没有编号为{id}的记录。");
    }

    private static async Task<IResult> Finish(long id, [FromForm] string? sure, HttpContext context, ClaimsPrincipal person, ReviewService reviewing, ReviewModelFactory desk, CancellationToken cancellation)
    {
        if (sure is null && await desk.Lay(id, null, null, cancellation) is { Open.Count: > 0 } model)
            return PageResults.Of<FinishPage>(model);
        if (!await reviewing.Finish(id, person.Name(), cancellation))
            return PageResults.Problem(StatusCodes.Status404NotFound, $"There is no record {id}.", $"没有编号为{id}的记录。");
        return TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/review?finished={id}{KeptFilter.Of(context)}"));
    }

    private static RedirectHttpResult Back(long id, string cell, ReviewNotice notice, TypedEntry? typed = null) => TypedResults.LocalRedirect(string.Create(
        CultureInfo.InvariantCulture,
        $"/review/{id}?cell={Uri.EscapeDataString(cell)}&notice={notice}{(typed is null ? "" : $"&typed={Uri.EscapeDataString(typed.Value ?? "")}&why={Uri.EscapeDataString(typed.Reason ?? "")}")}"));

    private static ReviewVerdict? VerdictOf(string name) => name switch
    {
        "confirmed" => ReviewVerdict.Confirmed,
        "corrected" => ReviewVerdict.Corrected,
        "publisher_mistake" => ReviewVerdict.PublisherMistake,
        "reopened" => ReviewVerdict.Reopened,
        _ => null,
    };
}
