using MassTransit;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;

namespace Pipeline.Store.Consumers;

/// <summary>
/// A result that could not be stored, whatever was tried, ends as a visible failure of its document at once instead of coming back for hours.
/// Where the database itself is away this fails too: then the document stays pending, and the sweeper sends it again.
/// </summary>
public sealed class SettlementFaultConsumer(Settlement settlement) : IConsumer<Fault<DocumentExtracted>>
{
    public const string Reason = "failed.not-stored";

    // Exceptions may quote a whole document.
    private const int LongestDetail = 500;

    public async Task Consume(ConsumeContext<Fault<DocumentExtracted>> context)
    {
        var message = context.Message.Message;
        var cause = context.Message.Exceptions.FirstOrDefault()?.Message ?? "no cause was given";
        var detail = $"The result could not be stored: {cause}";
        var failed = message.Result with
        {
            Outcome = ExtractionOutcome.Failed,
            Reports = [],
            Reason = Reason,
            Detail = detail.Length > LongestDetail ? detail[..LongestDetail] + "…" : detail,
        };
        await settlement.Settle(message.Document, failed, context.CancellationToken);
        await context.Publish(new DocumentSettled
        {
            FetchId = message.Document.FetchId,
            Url = message.Document.Url,
            Outcome = ExtractionOutcome.Failed,
            RequestId = message.RequestId,
        });
    }
}
