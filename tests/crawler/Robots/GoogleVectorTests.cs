using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Fetching;
using Pipeline.Crawler.Robots;

namespace Pipeline.Crawler.Tests.Robots;

/// <summary>The expectations of Google's public robots test-suite, transcribed as data.</summary>
public sealed partial class GoogleVectorTests
{
    private static readonly JsonElement Vectors = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "robots", "google-vectors.json"))).RootElement;

    public static TheoryData<int, int> Matching
    {
        get
        {
            var rows = new TheoryData<int, int>();
            foreach (var (group, i) in Vectors.GetProperty("matching").EnumerateArray().Select((group, i) => (group, i)))
                for (var j = 0; j < group.GetProperty("checks").GetArrayLength(); j++)
                    rows.Add(i, j);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Matching))]
    public void Rule_decides_as_expected(int group, int check)
    {
        var vector = Vectors.GetProperty("matching")[group];
        var expectation = vector.GetProperty("checks")[check];
        var lines = vector.GetProperty("robots").EnumerateArray().Select(line => Expand(line.GetString()!) + "\n");
        var rules = RobotsParser.Parse(Encoding.UTF8.GetBytes(string.Concat(lines))).RulesFor(expectation.GetProperty("agent").GetString()!);
        var url = Expand(expectation.GetProperty("url").GetString()!);
        // Not through Uri, which would escape what the suite leaves bare.
        var path = url.Length == 0 ? "/" : url[url.IndexOf('/', "http://".Length)..];
        var expected = expectation.TryGetProperty("ours", out var ours) ? ours : expectation.GetProperty("allowed");
        Assert.True(expected.GetBoolean() == rules.IsAllowed(path), $"{vector.GetProperty("test")}: {rules.Deciding(path)}");
    }

    [Fact]
    public void At_least_a_hundred_vectors_are_checked_and_every_departure_says_why()
    {
        var checks = Vectors.GetProperty("matching").EnumerateArray().SelectMany(group => group.GetProperty("checks").EnumerateArray()).ToList();
        Assert.True(checks.Count >= 100);
        var departures = checks.Where(check => check.TryGetProperty("ours", out _)).ToList();
        Assert.Equal(2, departures.Count);
        Assert.All(departures, check => Assert.NotEmpty(check.GetProperty("why").GetString()!));
    }

    [Fact]
    public void Line_ends_and_byte_order_marks_are_read_as_expected()
    {
        foreach (var vector in Vectors.GetProperty("files").EnumerateArray())
        {
            var file = RobotsParser.Parse(Encoding.Latin1.GetBytes(vector.GetProperty("file").GetString()!));
            Assert.Equal(vector.GetProperty("groups").GetInt32(), file.Groups.Count);
            var rules = file.Groups.SelectMany(group => group.Rules).ToList();
            Assert.Equal(vector.GetProperty("rules").GetInt32(), rules.Count);
            Assert.Equal(vector.GetProperty("lastRuleLine").ValueKind == JsonValueKind.Null ? null : vector.GetProperty("lastRuleLine").GetInt32(), rules.LastOrDefault()?.Line);
        }
    }

    [Fact]
    public void Sitemaps_are_found_anywhere()
    {
        foreach (var vector in Vectors.GetProperty("sitemaps").EnumerateArray())
            Assert.Equal(
                vector.GetProperty("sitemaps").EnumerateArray().Select(sitemap => sitemap.GetString()),
                RobotsParser.Parse(Encoding.UTF8.GetBytes(vector.GetProperty("file").GetString()!)).Sitemaps);
    }

    [Fact]
    public void Product_tokens_are_judged_as_expected()
    {
        foreach (var vector in Vectors.GetProperty("agents").EnumerateArray())
        {
            var token = vector[0].GetString()!;
            if (vector[1].GetBoolean())
                Assert.Equal(token, new UserAgent { Product = token }.Product);
            else
                Assert.Throws<ArgumentException>(() => new UserAgent { Product = token });
        }
    }

    [Fact]
    public void Paths_and_patterns_take_the_form_expected()
    {
        foreach (var vector in Vectors.GetProperty("paths").EnumerateArray())
            Assert.Equal(vector[1].GetString(), RobotsText.OfPath(new Uri(vector[0].GetString()!).PathAndQuery));
        foreach (var vector in Vectors.GetProperty("patterns").EnumerateArray())
            Assert.Equal(vector[1].GetString(), RobotsText.OfPattern(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(vector[0].GetString()!))));
    }

    private static string Expand(string text) => Repeat().Replace(text, match => new string(match.Groups[1].Value[0], int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\{(\w)\*(\d+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Repeat();
}
