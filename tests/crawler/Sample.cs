using System.Text;
using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Tests;

/// <summary>The files under tests/samples, and what is found in them.</summary>
internal static class Sample
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name));

    /// <summary>All links of a sample as if it had answered at an address, with their kinds.</summary>
    public static IReadOnlyList<FoundLink> Links(string name, string url = "http://www.x.gov.cn/zwgk/nb/") => Links(Bytes(name), url);

    public static IReadOnlyList<FoundLink> Links(byte[] bytes, string url = "http://www.x.gov.cn/zwgk/nb/", string? contentType = null)
    {
        var address = new Uri(url);
        var body = AnswerBody.Read(bytes, contentType);
        return LinkDiscovery.Find(body, body.Shape == AnswerShape.Html ? PageView.Parse(address, body.Text, body.Encoding) : null, address);
    }

    public static IReadOnlyList<FoundLink> LinksOf(string html, string url = "http://www.x.gov.cn/zwgk/nb/") => Links(Encoding.UTF8.GetBytes(html), url);

    public static IEnumerable<string> Of(this IEnumerable<FoundLink> links, LinkKind kind) => links.Where(link => link.Kind == kind).Select(link => link.Url.AbsoluteUri.Replace("http://www.x.gov.cn", "", StringComparison.Ordinal));
}
