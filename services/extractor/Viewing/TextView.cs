using Pipeline.Contracts.Locators;
using Pipeline.Text.Charsets;

namespace Pipeline.Extractor.Viewing;

/// <summary>A text with its lines as they are.</summary>
internal static class TextView
{
    private const int LongestText = 4 << 20;

    public static string Of(ReadOnlySpan<byte> bytes, string? contentType, TextLocator? spot)
    {
        var text = CharsetDecision.Decode(bytes, contentType).Text;
        text = text.Length <= LongestText ? text : text[..LongestText];
        var page = new InertHtml().Open("pre");
        var line = 0;
        foreach (var content in text.Split('\n'))
        {
            line++;
            if (spot is not null && spot.Line == line && spot.Column >= 1 && spot.Column - 1 <= content.Length)
                Mark(page, content, spot);
            else
                page.Text(content);
            page.Text("\n");
        }

        return page.Close("pre").ToString();
    }

    private static void Mark(InertHtml page, string content, TextLocator spot)
    {
        var start = spot.Column - 1;
        var length = Math.Clamp(spot.Length, 0, content.Length - start);
        page.Text(content[..start]).Open("mark", isSpot: true).Text(length == 0 ? "\u00A0" : content.Substring(start, length)).Close("mark").Text(content[(start + length)..]);
    }
}
