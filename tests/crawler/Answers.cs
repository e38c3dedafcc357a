using System.Text;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests;

/// <summary>Answers as a fetcher gives them, for tests of what decides on them.</summary>
internal static class Answers
{
    public static readonly Uri Url = new("http://www.x.gov.cn/zwgk/nb.html");

    public static Answered Status(int status, params (string Name, string Value)[] headers) => Page(status, "", headers);

    public static Answered Page(int status, string body, params (string Name, string Value)[] headers) => new()
    {
        Url = Url, StartedAt = DateTimeOffset.UnixEpoch, Latency = TimeSpan.FromMilliseconds(50), Elapsed = TimeSpan.FromMilliseconds(60), Status = status,
        Headers = [.. headers.Select(header => new KeyValuePair<string, string>(header.Name, header.Value))], Body = Encoding.UTF8.GetBytes(body), WireBytes = body.Length,
    };

    public static Redirected Redirect(string target) => new()
    {
        Url = Url, StartedAt = DateTimeOffset.UnixEpoch, Latency = default, Elapsed = default, Status = 302, Target = new Uri(Url, target),
    };

    public static Unanswered Failure(FetchFailure failure, int status = 0) => new()
    {
        Url = Url, StartedAt = DateTimeOffset.UnixEpoch, Latency = TimeSpan.FromSeconds(30), Elapsed = TimeSpan.FromSeconds(30), Status = status, Failure = failure, Reason = $"It is {failure}.",
    };
}
