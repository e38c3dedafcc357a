using System.Text;
using Pipeline.Crawler.Sources;
using Pipeline.Host.Sources;

namespace Pipeline.Host.Tests.Sources;

public sealed class SourcesFileTextTests
{
    private const string File =
        """
        {
          // the county's own
          "allowPrivate": ["127.0.0.1:8080"],
          "sources": [
            { "name": "清河县", "start": ["https://www.qinghe.gov.cn/"] },
            {
              "start": ["https://www.other.gov.cn/"], // moved in 2024
              "name": "另县",
            },
          ]
        }
        """;

    [Theory]
    [InlineData("清河县")]
    [InlineData("另县")]
    public void A_source_is_paused_and_resumed_and_all_else_stays_as_it_stands(string source)
    {
        var paused = SourcesFileText.Pause(Bytes(File), source, "wang, 2026-11-29 09:00 +08:00: moves house")!;
        Assert.Equal(source, Assert.Single(Read(paused), entry => entry.Paused).Name);
        Assert.Contains("// paused by wang, 2026-11-29 09:00 +08:00: moves house", Text(paused), StringComparison.Ordinal);
        Assert.Contains("// moved in 2024", Text(paused), StringComparison.Ordinal);

        var resumed = SourcesFileText.Resume(paused, source, "li, 2026-11-30 09:00 +08:00")!;
        Assert.DoesNotContain(Read(resumed), entry => entry.Paused);
        Assert.Contains("// resumed by li", Text(resumed), StringComparison.Ordinal);

        var again = SourcesFileText.Pause(resumed, source, "wang, again")!;
        Assert.Equal(source, Assert.Single(Read(again), entry => entry.Paused).Name);
    }

    [Theory]
    [InlineData("\"paused\": true, \"name\": \"x\", \"start\": [\"https://x.gov.cn/\"]")]
    [InlineData("\"name\": \"x\", \"start\": [\"https://x.gov.cn/\"], \"paused\": true")]
    [InlineData("\"name\": \"x\", \"paused\" : true , \"start\": [\"https://x.gov.cn/\"]")]
    public void What_was_paused_by_hand_is_resumed_wherever_it_stands(string members)
    {
        var resumed = SourcesFileText.Resume(Bytes($"{{\"sources\":[{{{members}}}]}}"), "x", "li")!;

        Assert.False(Assert.Single(Read(resumed)).Paused);
    }

    [Fact]
    public void A_source_is_added_behind_the_others_and_its_name_needs_no_care()
    {
        var added = SourcesFileText.Add(Bytes(File), "\"新\"县", "https://www.new.gov.cn/", "wang");

        Assert.Equal(["清河县", "另县", "\"新\"县"], Read(added).Select(entry => entry.Name));
        Assert.Contains("// added by wang", Text(added), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_nothing_to_pause_where_the_file_has_no_such_source() => Assert.Null(SourcesFileText.Pause(Bytes(File), "nobody", "wang"));

    [Fact]
    public void A_mark_of_the_order_of_bytes_at_the_beginning_is_no_trouble() =>
        Assert.True(Read(SourcesFileText.Pause([0xEF, 0xBB, 0xBF, .. Bytes(File)], "清河县", "wang")!)[0].Paused);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);

    private static IReadOnlyList<Source> Read(byte[] bytes) => SourceReader.Read(bytes, "sources.json").Sources;
}
