using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Pipeline.Web.Review;

/// <summary>The filter under which a person left the queue, for the way back to it: in a cookie, so that no page between need carry it.</summary>
internal static class KeptFilter
{
    private const string Name = "queue-filter";

    private static readonly CookieOptions Options = new() { Path = "/review", HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true };

    public static void Keep(HttpContext context, QueueParameters filter)
    {
        if (filter.ToQuery() is { Length: > 0 } query)
            context.Response.Cookies.Append(Name, query, Options);
        else if (context.Request.Cookies.ContainsKey(Name))
            context.Response.Cookies.Delete(Name, Options);
    }

    /// <summary>As <see cref="QueueParameters.ToQuery"/>; written anew, for a cookie may hold anything.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { } kept)
            return "";
        var values = QueryHelpers.ParseQuery(kept);
        return new QueueParameters
        {
            Reason = Value("reason"), Source = Value("source"), Region = Value("region"), Form = Value("form"), Doubts = Value("doubts"), Assignee = Value("assignee"), Skipped = Value("skipped"), Order = Value("order"),
        }.ToQuery();

        string? Value(string name) => values.TryGetValue(name, out var found) ? found.ToString() : null;
    }
}
