using Pipeline.Contracts.Messages;
using Pipeline.Store.Dashboard;
using Pipeline.Store.Tests.Engines;

namespace Pipeline.Store.Tests.Dashboard;

public sealed class SqliteRecognitionsTests : RecognitionsTests<Sqlite>;

public sealed class PostgresRecognitionsTests : RecognitionsTests<Postgres>;

public abstract class RecognitionsTests<TEngine> : StoreTest<TEngine>
    where TEngine : IEngine, new()
{
    private static readonly Guid Scan = Guid.NewGuid();

    [Fact]
    public async Task The_last_word_of_a_document_in_hand_stands_until_it_is_done_or_nothing_is_heard()
    {
        var recognitions = new Recognitions(Database, Clock);
        await recognitions.Note(Said(Scan, 7, seconds: 10), default);
        await recognitions.Note(Said(Scan, 3, seconds: 5), default);
        await recognitions.Note(Said(Guid.NewGuid(), 2, seconds: 0), default);

        Assert.Equal([2, 7], (await recognitions.InHand(default)).Select(scan => scan.Recognised).Order());

        await recognitions.Note(Said(Scan, 60, seconds: 15), default);
        Assert.Equal((2, 60, Start), Assert.Single(await recognitions.InHand(default)) is var left ? (left.Recognised, left.Pages, left.ToldAt) : default);

        Clock.Now = Start.AddMinutes(3);
        Assert.Empty(await recognitions.InHand(default));
    }

    private static RecognitionProgressed Said(Guid document, int recognised, int seconds) =>
        new() { FetchId = document, Url = "http://www.qinghe.gov.cn/1.pdf", Recognised = recognised, Pages = 60, At = Start.AddSeconds(seconds) };
}
