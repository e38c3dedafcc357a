using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;
using Pipeline.Host.Observability.Metrics;

namespace Pipeline.Host.Observability.Tracing;

/// <summary>Puts the ids of document, source and run on everything that is logged, traced and counted while a message is handled.</summary>
internal sealed partial class DocumentScope<T>(ILogger<DocumentScope<T>> log) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        if (DocumentOf(context.Message) is not { } document)
        {
            await next.Send(context);
            return;
        }

        var ids = new Dictionary<string, object>
        {
            ["document.url"] = document.Url,
            ["document.snapshot"] = document.Snapshot.ToString(),
            ["document.source"] = document.Source,
            ["fetch.id"] = document.FetchId,
            ["run.id"] = document.RunId,
        };
        foreach (var (name, value) in ids)
            Activity.Current?.SetTag(name, value);
        using var scope = log.BeginScope(ids);
        var start = Stopwatch.GetTimestamp();
        var done = false;
        try
        {
            await next.Send(context);
            done = true;
            var time = Stopwatch.GetElapsedTime(start);
            LogHandled(log, typeof(T).Name, document.Url, time.TotalMilliseconds);
        }
        finally
        {
            Instruments.MessageHandled(typeof(T).Name, done, Stopwatch.GetElapsedTime(start));
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("document-scope");

    private static DocumentReference? DocumentOf(T message) => message switch
    {
        DocumentFetched fetched => fetched.Document,
        ReextractRequested requested => requested.Document,
        RereadRequested again => again.Document,
        DocumentExtracted extracted => extracted.Document,
        DocumentReextracted answered => answered.Document,
        ExtractionFailed failed => failed.Document,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Message} of {Url} handled in {Milliseconds:0} ms")]
    private static partial void LogHandled(ILogger logger, string message, string url, double milliseconds);
}
