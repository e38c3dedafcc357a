using System.Security.Cryptography;
using MimeKit;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Crawling;

/// <summary>
/// A page and its pictures as one file, as browsers save them (MHTML, RFC 2557): every part under the address that it came from, byte for byte. The same
/// parts give the same file, so that a page that did not change is known by its hash.
/// </summary>
internal static class SavedPage
{
    private const string ContentType = "Content-Type";

    public static Answered Of(Answered page, IReadOnlyList<Answered> pictures)
    {
        using var whole = new MultipartRelated { Boundary = BoundaryOf([page, .. pictures]) };
        whole.Add(Part(page, "text/html"));
        foreach (var picture in pictures)
            whole.Add(Part(picture, "image/jpeg"));
        using var file = new MemoryStream();
        using (var message = new MimeMessage { Body = whole })
        {
            message.Headers.Clear();
            message.Headers.Add("Snapshot-Content-Location", page.Url.AbsoluteUri);
            message.Headers.Add(HeaderId.MimeVersion, "1.0");
            message.WriteTo(FormatOptions.Default, file);
        }
        var type = whole.ContentType.ToString(encode: false)[(ContentType.Length + 1)..].Trim();
        return page with
        {
            Body = file.ToArray(),
            // As in web archives: what the server said of the page alone is kept under another name.
            Headers = [.. page.Headers.Select(header => header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase) ? new("X-Archive-Orig-" + ContentType, header.Value) : header), new(ContentType, type)],
        };
    }

    private static MimePart Part(Answered answer, string otherwise)
    {
        var type = MimeKit.ContentType.TryParse(answer.Header(ContentType) ?? otherwise, out var stated) ? stated : MimeKit.ContentType.Parse(otherwise);
        return new MimePart(type) { Content = new MimeContent(new MemoryStream(answer.Body.ToArray())), ContentTransferEncoding = ContentEncoding.Base64, ContentLocation = answer.Url };
    }

    private static string BoundaryOf(IEnumerable<Answered> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            hash.AppendData(part.Body.Span);
        return "part-" + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
