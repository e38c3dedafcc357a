using MassTransit;
using Microsoft.Extensions.Logging;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Requests;

/// <summary>Sends a person's requests off and writes down how they end.</summary>
internal sealed partial class ReextractionService(KnownDocuments documents, ReextractionRequests requests, SettledRequests settled, IBus bus, ILogger<ReextractionService> log) : IReextractionService
{
    // The slowest document takes under a minute; an answer that has not come by then will not come.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<ReextractionTicket> Begin(string url, bool refetch, string who, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return new ReextractionTicket(null, null, $"'{url}' is no address: one begins with http:// or https://.");
        var known = await documents.Find(address, cancellation);
        if (known.Document is not { } document)
            return new ReextractionTicket(null, null, known.Problem);

        var id = Guid.NewGuid();
        await requests.Begin(id, document.Url, refetch, who, cancellation);
        var ended = settled.Expect(id);
        if (refetch)
            await bus.Publish(new RefetchRequested { RequestId = id, Url = new Uri(document.Url) }, cancellation);
        else
            await bus.Publish(new ReextractRequested { RequestId = id, Document = document }, cancellation);
        _ = WriteDown(id, ended);
        return new ReextractionTicket(id, document.Url, null);
    }

    private async Task WriteDown(Guid id, Task<string?> ended)
    {
        try
        {
            var problem = await Problem(ended);
            await requests.End(id, problem, CancellationToken.None);
        }
        catch (Exception error)
        {
            LogUnwritten(log, error, id);
        }
    }

    private static async Task<string?> Problem(Task<string?> ended)
    {
        try
        {
            return await ended.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            return $"No answer came within {Patience.TotalMinutes:0} minutes. The stored record stands as it was; see the failures.";
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "How the request {Id} ended could not be written down")]
    private static partial void LogUnwritten(ILogger logger, Exception error, Guid id);
}
