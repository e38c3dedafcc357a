using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pipeline.Web.Layout;

/// <summary>Pages as results of endpoints: a component and the model that it shows.</summary>
internal static class PageResults
{
    /// <typeparam name="TPage">A component with one parameter, <c>Model</c>.</typeparam>
    public static IResult Of<TPage>(object model)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model });

    public static IResult Problem(int status, string english, string chinese) =>
        new RazorComponentResult<ProblemPage>(new Dictionary<string, object?> { ["Model"] = new PageProblem(status, english, chinese) }) { StatusCode = status };
}
