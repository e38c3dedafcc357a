using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.Store.Audit;

namespace Pipeline.Web.Security;

/// <summary>
/// Logs and audits keys that are not known, and turns whoever sends many of them away, by form or header alike. A known key always gets in: a guesser
/// shuts out nobody who shares his address, and keys are too long to be found by guessing.
/// </summary>
internal sealed partial class WrongKeys(AuditLog audit, ILogger<WrongKeys> log) : IDisposable
{
    private const int PerMinute = 10;

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
        address, _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <returns>How long the sender has to wait; null while there were few.</returns>
    public async Task<TimeSpan?> Note(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        using var lease = _limiter.AttemptAcquire(address);
        if (!lease.IsAcquired)
            return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        LogWrong(log, address, context.Request.Path);
        await audit.Add("unknown", "key.refused", address, context.Request.Path, CancellationToken.None);
        return null;
    }

    public void Dispose() => _limiter.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A key that is not known came from {Address} for {Path}")]
    private static partial void LogWrong(ILogger logger, string address, string path);
}
