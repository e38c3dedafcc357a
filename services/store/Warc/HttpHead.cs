using System.Globalization;
using System.Net;
using System.Text;
using Pipeline.Contracts.Messages;

namespace Pipeline.Store.Warc;

/// <summary>
/// The head of an HTTP answer, written anew from the facts of its fetch. Snapshots hold bodies with chunking and compression undone: headers that speak
/// of the body as it travelled are kept under another name, as web archives do, and the length is that of the body held.
/// </summary>
internal static class HttpHead
{
    private const string Original = "X-Archive-Orig-";

    private static readonly HashSet<string> OfTheWire = new(StringComparer.OrdinalIgnoreCase)
    { "Content-Encoding", "Transfer-Encoding", "Content-Length", "Connection", "Keep-Alive", "Trailer" };

    /// <param name="length">Bytes of the body held.</param>
    /// <returns>Status line and headers, the empty line included. Header bytes beyond ASCII are as the server sent them.</returns>
    public static byte[] Of(FetchFacts facts, int length)
    {
        var status = facts.Status.ToString(CultureInfo.InvariantCulture);
        var head = new StringBuilder($"HTTP/1.1 {status} {(HttpStatusCode)facts.Status}\r\n");
        foreach (var (name, value) in facts.Headers)
            head.Append(OfTheWire.Contains(name) ? Original : "").Append(OneLine(name)).Append(": ").Append(OneLine(value)).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n\r\n");
        return Encoding.Latin1.GetBytes(head.ToString());
    }

    // Folded headers were legal once; a line break within a value would begin another header.
    private static string OneLine(string text) => text.Any(char.IsControl) ? new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]) : text;
}
