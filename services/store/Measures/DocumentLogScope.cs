using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;

namespace Pipeline.Store.Measures;

/// <summary>Puts a document's ids on everything that is logged of it.</summary>
internal static class DocumentLogScope
{
    public static IDisposable? BeginDocument(this ILogger log, DocumentReference document) => log.BeginScope(new Dictionary<string, object>
    {
        ["document.url"] = document.Url,
        ["document.snapshot"] = document.Snapshot.ToString(),
        ["document.source"] = document.Source,
        ["fetch.id"] = document.FetchId,
        ["run.id"] = document.RunId,
    });
}
