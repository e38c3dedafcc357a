using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Pipeline.Web.Layout.Charts;

/// <summary>A chart as a picture of its own, to keep and to print.</summary>
internal static class ChartFile
{
    /// <typeparam name="TChart">A component that draws one SVG.</typeparam>
    public static IResult Of<TChart>(Dictionary<string, object?> parameters, string name)
        where TChart : IComponent => new Attachment(new RazorComponentResult<TChart>(parameters) { ContentType = "image/svg+xml; charset=utf-8" }, name);

    private sealed class Attachment(IResult content, string name) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(name);
            httpContext.Response.Headers.ContentDisposition = disposition.ToString();
            return content.ExecuteAsync(httpContext);
        }
    }
}
