using System.Text;
using Pipeline.Crawler.Sources;

namespace Pipeline.Crawler.Tests.Sources;

public sealed class SourceReaderTests
{
    [Fact]
    public void A_start_address_is_enough()
    {
        var source = Assert.Single(Read("""{ "sources": [ { "name": "清澜市人民政府", "start": "http://www.qinglan.gov.cn/" } ] }""").Sources);
        Assert.Equal(["www.qinglan.gov.cn", "*.qinglan.gov.cn"], source.Hosts);
        Assert.Equal((12, 20_000, null), (source.MaxDepth, source.MaxPages, source.Delay));
    }

    [Fact]
    public void Every_field_is_read()
    {
        var file = Read("""
            {
              "$schema": "sources.schema.json",
              "allowPrivate": ["127.0.0.1:8080"],
              "sources": [
                { "name": "a", "official": true, "start": ["https://www.a.org/x"], "hosts": ["*.a.org", "b.org:8080"], "maxDepth": 3, "maxPages": 50,
                  "keywords": ["总结"], "schedule": "0 30 1 * * ?", "delaySeconds": 2.5, "connections": 2 },
              ]
            }
            """);
        var source = Assert.Single(file.Sources);
        Assert.Equal(["127.0.0.1:8080"], file.AllowPrivate);
        Assert.Equal((true, 3, 50, "0 30 1 * * ?", TimeSpan.FromSeconds(2.5), 2), (source.Official!.Value, source.MaxDepth, source.MaxPages, source.Schedule, source.Delay!.Value, source.Connections!.Value));
        Assert.Equal(["*.a.org", "b.org:8080", "www.a.org"], source.Hosts);
        Assert.Equal(["总结"], source.Keywords);
    }

    [Theory]
    [InlineData("{ \"sources\": [\n { \"name\": \"a\",\n \"strat\": \"http://a.gov.cn/\" } ] }", 3, "did you mean 'start'?")]
    [InlineData("{ \"sources\": [\n { \"start\": \"http://a.gov.cn/\" } ] }", 2, "has no name")]
    [InlineData("{ \"sources\": [\n\n { \"name\": \"a\", \"start\": \"a.gov.cn\" } ] }", 3, "'a.gov.cn' is no address to start at")]
    [InlineData("{ \"sources\": [ { \"name\": \"a\", \"start\": \"http://a.gov.cn/\",\n \"maxDepth\": \"3\" } ] }", 2, "'maxDepth' must be a whole number from 0 to 100")]
    [InlineData("{ \"allowPrivate\": [\n\"127.0.0.1\"], \"sources\": [] }", 2, "write HOST:PORT")]
    [InlineData("{ \"sources\": [ { \"name\": \"a\", \"start\": \"http://a.gov.cn/\",\n \"schedule\": \"nightly\" } ] }", 2, "Quartz cron expression")]
    [InlineData("{ \"sources\": [\n { \"name\": \"a\", \"start\": \"http://a.gov.cn/\" },\n { \"name\": \"a\", \"start\": \"http://b.gov.cn/\" } ] }", 3, "two sources named 'a'")]
    [InlineData("{ \"sources\": [\n { \"name\": \"a\" \"start\": \"http://a.gov.cn/\" } ] }", 2, "This is no JSON")]
    [InlineData("", 1, "This is no JSON")]
    [InlineData("{ \"sources\": [] }", 1, "There is no source")]
    [InlineData("[]", 1, "must be an object")]
    public void A_fault_is_told_with_its_line(string json, int line, string message)
    {
        var exception = Assert.Throws<SourcesFileException>(() => Read(json));
        Assert.Contains(exception.Faults, fault => fault.Line == line && fault.Message.Contains(message, StringComparison.Ordinal));
        Assert.StartsWith($"sources.json:", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(3, Assert.Throws<SourcesFileException>(() => Read("{ \"sources\": [ { \"nam\": \"a\",\n \"start\": 3 } ] }")).Faults.Count);

    [Theory]
    [InlineData("http://www.a.gov.cn/x", true)]
    [InlineData("https://xxgk.a.gov.cn/x", true)]
    [InlineData("http://www.a.gov.cn:8080/x", false)]
    [InlineData("http://www.a.gov.cn.evil.com/", false)]
    [InlineData("http://b.gov.cn/", false)]
    public void Only_hosts_of_a_source_are_visited(string url, bool isHeld) =>
        Assert.Equal(isHeld, new SourceScope([SourceReader.Seed(new Uri("http://www.a.gov.cn/"))]).Of(new Uri(url)) is not null);

    [Fact]
    public void The_published_schema_names_the_fields_that_are_read()
    {
        var schema = System.Text.Json.JsonDocument.Parse(SourcesSchema.Text).RootElement;
        var exception = Assert.Throws<SourcesFileException>(() => Read("{ \"sources\": [ { \"?\": 1 } ] }"));
        var known = exception.Faults.First(fault => fault.Message.Contains("Known are", StringComparison.Ordinal)).Message.Split("Known are ")[1].TrimEnd('.').Split(", ");
        Assert.Equal(schema.GetProperty("$defs").GetProperty("source").GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal), known.Order(StringComparer.Ordinal));
    }

    private static SourcesFile Read(string json) => SourceReader.Read(Encoding.UTF8.GetBytes(json), "sources.json");
}
