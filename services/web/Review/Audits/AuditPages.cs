using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Reviews.Audits;
using Pipeline.Web.Layout;
using Pipeline.Web.Security;

namespace Pipeline.Web.Review.Audits;

/// <summary>The pages about reviewing itself: cells drawn from accepted records, and who did what.</summary>
internal static class AuditPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/review").ExcludeFromDescription();
        pages.MapGet("/audit", Next).RequireAuthorization(AccessPolicy.Review);
        pages.MapPost("/audit", Answer).RequireAuthorization(AccessPolicy.Review);
        pages.MapGet("/people", async (ReviewerQuery reviewers, AuditDesk desk, CancellationToken cancellation) =>
            PageResults.Of<PeoplePage>(new PeopleModel(await reviewers.Read(cancellation), await desk.Figures(cancellation))));
    }

    private static async Task<IResult> Next(AuditDesk desk, ClaimsPrincipal person, string? notice, CancellationToken cancellation) =>
        PageResults.Of<AuditPage>(await desk.Next(person.Name(), Enum.TryParse<AuditNotice>(notice, ignoreCase: true, out var said) && Enum.IsDefined(said) ? said : null, cancellation));

    private static async Task<IResult> Answer(AuditDesk desk, ClaimsPrincipal person, [FromForm] long drawn, [FromForm] string answer, [FromForm] string? value, CancellationToken cancellation)
    {
        if (answer == "right")
            return Back(await desk.Right(drawn, person.Name(), cancellation) ? AuditNotice.Stored : AuditNotice.SpokenBefore);
        if (!TypedNumber.TryRead(value, out var printed))
            return Back(AuditNotice.WrongValue);
        return Back(await desk.Wrong(drawn, printed, person.Name(), cancellation) ? AuditNotice.Stored : AuditNotice.SpokenBefore);
    }

    private static RedirectHttpResult Back(AuditNotice notice) => TypedResults.LocalRedirect($"/review/audit?notice={notice}");
}
