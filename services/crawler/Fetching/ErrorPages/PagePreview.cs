using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>An answered page as the detectors look at it.</summary>
internal sealed partial class PagePreview
{
    // Challenge pages set their script up within the first few KiB.
    private const int Beginning = 32 << 10;

    private readonly Answered _answer;
    private string? _markup;

    public PagePreview(Answered answer)
    {
        _answer = answer;
        Text = ReadableText.Of(answer.Body.Span);
    }

    public int Status => _answer.Status;

    public Uri Url => _answer.Url;

    public ReadableText Text { get; }

    /// <summary>Without blanks; empty when there is none.</summary>
    public string Title => Text.Title;

    /// <summary>Whether there are fewer readable characters on it than that; at most <see cref="ReadableText.Most"/> can be asked about.</summary>
    public bool ReadsLessThan(int characters) => Text.Visible?.Length < characters;

    public int Links => Anchor().Count(Markup);

    public bool HasPasswordField => PasswordField().IsMatch(Markup);

    // Signatures are ASCII: each byte may stand for itself.
    private string Markup => _markup ??= Encoding.Latin1.GetString(_answer.Body.Span[..Math.Min(_answer.Body.Length, Beginning)]);

    public string? Header(string name) => _answer.Header(name);

    public bool SetsCookie(string start) => _answer.Headers.Any(header =>
        header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) && header.Value.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the markup of the beginning holds an ASCII signature, whatever its case.</summary>
    public bool Says(string signature) => Markup.Contains(signature, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an ASCII pattern occurs in the markup of the beginning.</summary>
    public bool Says(Regex pattern) => pattern.IsMatch(Markup);

    /// <summary>Whether the body is markup, whatever its label: attachments are not looked at.</summary>
    public static bool IsPage(Answered answer)
    {
        var body = answer.Body.Span;
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        var start = body.TrimStart(" \t\r\n"u8);
        return start.IsEmpty ? answer.Status != 200 : start[0] == '<' || (answer.Header("Content-Type")?.Contains("html", StringComparison.OrdinalIgnoreCase) ?? false);
    }

    [GeneratedRegex(@"<a\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"<input\b[^>]*\btype\s*=\s*[""']?password", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PasswordField();
}
