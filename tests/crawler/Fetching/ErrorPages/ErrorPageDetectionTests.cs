using System.Text;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Fetching.ErrorPages;

namespace Pipeline.Crawler.Tests.Fetching.ErrorPages;

public sealed class ErrorPageDetectionTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "error-pages");

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Folder, "*.http").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_is_recognised_as_its_name_says(string name)
    {
        var state = ErrorPageDetection.Detect(Read(name));
        if (name.StartsWith("content.", StringComparison.Ordinal))
            Assert.True(state is null, state?.Evidence);
        else
            Assert.True(state is not null && name.StartsWith(state.Detector + ".", StringComparison.Ordinal), $"{state?.Detector}: {state?.Evidence}");
    }

    [Fact]
    public void Every_recogniser_has_a_sample_and_content_has_many()
    {
        var names = Directory.GetFiles(Folder, "*.http").Select(file => Path.GetFileName(file)!).ToList();
        foreach (var detector in new[] { "challenge.jiasule", "challenge.ruishu", "challenge.aliyun", "challenge.cloudflare", "challenge.slider", "challenge.firewall", "challenge.script-cookie", "login.page", "login.status", "soft-not-found.title", "soft-not-found.text" })
            Assert.Contains(names, name => name.StartsWith(detector + ".", StringComparison.Ordinal));
        Assert.True(names.Count(name => name.StartsWith("content.", StringComparison.Ordinal)) >= 10);
    }

    [Fact]
    public void Attachments_and_hostile_markup_are_left_alone()
    {
        Assert.Null(ErrorPageDetection.Detect(Answer(200, "application/pdf", "%PDF-1.7 页面不存在 $_ts"u8.ToArray())));
        Assert.Null(ErrorPageDetection.Detect(Answer(200, "text/html", [])));
        var deep = "<title>页面不存在</title>" + string.Concat(Enumerable.Repeat("<div>", 100_000));
        _ = ErrorPageDetection.Detect(Answer(200, "text/html", Encoding.UTF8.GetBytes(deep)));
    }

    [Theory]
    [InlineData("<title>a&#99999999;b &#xFFFFFFFFFF; &#; &#x; & &amp &nbsp;</title>&#x110000;&#55555;")]
    [InlineData("<title>")]
    [InlineData("<title>页面不存在")]
    [InlineData("<script>'")]
    [InlineData("<!-- <p>页面不存在</p>")]
    [InlineData("<")]
    [InlineData("<title")]
    [InlineData("<TITLE>x</Title ><p>")]
    public void No_markup_throws(string markup) => _ = ErrorPageDetection.Detect(Answer(200, "text/html", Encoding.UTF8.GetBytes(markup)));

    [Fact]
    public void Noise_of_every_kind_is_bounded_and_no_state()
    {
        var random = new Random(521);
        foreach (var part in new[] { "<", "<a", "<title", "<script", "<!--", "</", "&#", "页" })
            Assert.Null(ErrorPageDetection.Detect(Answer(200, "text/html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, 200_000))))));
        for (var i = 0; i < 300; i++)
        {
            var noise = new byte[random.Next(3000)];
            random.NextBytes(noise);
            Assert.Null(ErrorPageDetection.Detect(Answer(200, "text/html", noise)));
        }
    }

    private static Answered Read(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, name + ".http"));
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split("\r\n");
        var headers = lines[1..].Select(line => line.Split(": ", 2)).Select(parts => new KeyValuePair<string, string>(parts[0], parts[1])).ToList();
        return Answer(int.Parse(lines[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), headers, bytes[(end + 4)..]);
    }

    private static Answered Answer(int status, string type, byte[] body) => Answer(status, [new("Content-Type", type)], body);

    private static Answered Answer(int status, List<KeyValuePair<string, string>> headers, byte[] body) => new()
    {
        Url = new("http://www.x.gov.cn/zwgk/nb.html"), StartedAt = DateTimeOffset.UnixEpoch, Latency = default, Elapsed = default,
        Status = status, Headers = headers, Body = body, WireBytes = body.Length,
    };
}
