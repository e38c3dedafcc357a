using System.Text.Json;
using MassTransit.Serialization;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;

namespace Pipeline.Host.Tests.Composition;

/// <summary>
/// During an update programs of two versions share the queues. What stands here is what the first version sends: it must be understood for ever, and
/// fields that a later version adds must not matter. A new field of a message is therefore never required.
/// </summary>
public sealed class MessageToleranceTests
{
    private const string Document =
        """
        {
          "url": "http://www.example.gov.cn/1.html", "source": "青岚县", "runId": "00000001-0000-0000-0000-000000000001", "fetchId": "00000002-0000-0000-0000-000000000002",
          "snapshot": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", "ofTomorrow": { "a": [1, 2] },
          "facts": { "requestedUrl": "http://www.example.gov.cn/1.html", "finalUrl": "http://www.example.gov.cn/1.html", "fetchedAt": "2026-02-01T00:00:00Z", "status": 200, "ofTomorrow": 1 }
        }
        """;

    private const string Reading = """{ "extractorVersion": "1", "reader": "html/1", "mediaType": "text/html", "mediaTypeBasis": "magic" }""";

    [Fact]
    public void A_fetched_document_is_understood() => AssertDocument(Read<DocumentFetched>($$"""{ "document": {{Document}}, "ofTomorrow": true }""").Document);

    [Fact]
    public void A_request_is_understood() =>
        AssertDocument(Read<ReextractRequested>($$"""{ "requestId": "00000003-0000-0000-0000-000000000003", "document": {{Document}}, "priority": 9 }""").Document);

    [Fact]
    public void A_refetch_is_understood() =>
        Assert.Equal("http://www.example.gov.cn/1.html", Read<RefetchRequested>("""{ "requestId": "00000003-0000-0000-0000-000000000003", "url": "http://www.example.gov.cn/1.html", "ofTomorrow": [] }""").Url.AbsoluteUri);

    [Fact]
    public void A_failure_is_understood()
    {
        var failed = Read<ExtractionFailed>($$"""{ "document": {{Document}}, "result": { "outcome": "failed", "reason": "failed.encrypted", "reading": {{Reading}}, "ofTomorrow": 1 } }""");

        AssertDocument(failed.Document);
        Assert.Equal((ExtractionOutcome.Failed, "failed.encrypted"), (failed.Result.Outcome, failed.Result.Reason));
    }

    [Fact]
    public void An_answer_of_before_answers_had_a_message_of_their_own_is_understood()
    {
        var answer = Read<DocumentExtracted>(
            $$"""{ "requestId": "00000003-0000-0000-0000-000000000003", "document": {{Document}}, "result": { "outcome": "not_a_report", "reason": "not-a-report.news", "reading": {{Reading}} } }""");

        Assert.Equal(new Guid("00000003-0000-0000-0000-000000000003"), answer.RequestId);
        Assert.Equal(ExtractionOutcome.NotAReport, answer.Result.Outcome);
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, SystemTextJsonMessageSerializer.Options)!;

    private static void AssertDocument(DocumentReference document)
    {
        Assert.Equal(("http://www.example.gov.cn/1.html", "青岚县", 200), (document.Url, document.Source, document.Facts.Status));
        Assert.Equal("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881", document.Snapshot.ToString());
    }
}
