using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Pipeline.Web.Answers;

namespace Pipeline.Web.Security;

/// <summary>How much one person may ask for: generous for reading, less for changes; for guessing keys see <see cref="WrongKeys"/>.</summary>
internal static class RateLimits
{
    // A person at a page makes a few requests a second; a program that pages through everything may make twenty.
    private const int ReadsPerMinute = 1200;
    private const int ChangesPerMinute = 240;

    public static void AddTo(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = async (context, _) => await Refuse(context.HttpContext, context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : null);
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? Window($"read {Who(context)}", ReadsPerMinute) : Window($"change {Who(context)}", ChangesPerMinute));
    }

    /// <summary>Tells the sender to wait.</summary>
    public static Task Refuse(HttpContext context, TimeSpan? wait)
    {
        if (wait is { } time)
            context.Response.Headers.RetryAfter = Math.Ceiling(time.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-requests", "Too many requests: wait as long as Retry-After says, in seconds.").ExecuteAsync(context);
    }

    private static string Who(HttpContext context) => context.User.Identity is { IsAuthenticated: true, Name: { } name } ? $"person {name}" : $"address {context.Connection.RemoteIpAddress}";

    private static RateLimitPartition<string> Window(string key, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
