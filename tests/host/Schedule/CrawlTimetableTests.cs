using Pipeline.Host.CommandLine;
using Pipeline.Host.Schedule;
using Pipeline.Host.Settings;
using Pipeline.Store.Controls;

namespace Pipeline.Host.Tests.Schedule;

public sealed class CrawlTimetableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_is_paused_is_not_due_but_crawled_when_somebody_names_it()
    {
        var timetable = Timetable("""{ "sources": [{ "name": "a", "start": ["https://a.gov.cn/", "https://b.gov.cn/x/"] }, { "name": "c", "start": ["https://c.gov.cn/"], "paused": true }] }""");

        Assert.Equal(["a"], timetable.Due(null).Select(source => source.Name));
        Assert.Equal(["c"], timetable.Paused());
        Assert.Equal(["c"], timetable.Asked(Request(CrawlScope.Source, "c")).Select(source => source.Name));
        Assert.Equal(["a"], timetable.Asked(Request(CrawlScope.All, null)).Select(source => source.Name));
    }

    [Fact]
    public void One_host_is_its_start_addresses_and_nothing_but_that_host()
    {
        var asked = Assert.Single(Timetable("""{ "sources": [{ "name": "a", "start": ["https://a.gov.cn/", "https://b.gov.cn/x/"] }] }""").Asked(Request(CrawlScope.Host, "B.gov.cn")));

        Assert.Equal(("a", "https://b.gov.cn/x/", "b.gov.cn"), (asked.Name, Assert.Single(asked.Start).AbsoluteUri, Assert.Single(asked.Hosts)));
    }

    [Fact]
    public void What_the_file_does_not_have_is_told() =>
        Assert.Contains("nothing for 'x'", Assert.Throws<CommandFailedException>(() => Timetable("""{ "sources": [{ "name": "a", "start": ["https://a.gov.cn/"] }] }""").Asked(Request(CrawlScope.Source, "x"))).Message, StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    private CrawlTimetable Timetable(string text)
    {
        var path = Path.Combine(_folder.Path, "sources.json");
        File.WriteAllText(path, text);
        return new CrawlTimetable(new PipelineSettings { Sources = path });
    }

    private static CrawlRequest Request(CrawlScope scope, string? subject) => new(Guid.NewGuid(), scope, subject, "wang", default, null, null, null, null);
}
