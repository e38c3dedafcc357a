using System.Text;
using AngleSharp.Dom;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>The text that a style sheet puts before or after the content of an element.</summary>
/// <param name="Text">As shown; icons of fonts left out.</param>
/// <param name="IsKnown">False where a picture or a counter stands in it.</param>
internal sealed record GeneratedText(string Text, bool IsKnown)
{
    /// <summary>Null where nothing is generated.</summary>
    public static GeneratedText? Of(string? content, IElement element)
    {
        if (content is null || content.Trim().ToLowerInvariant() is "none" or "normal" or "initial" or "inherit" or "unset")
        {
            return null;
        }

        var text = new StringBuilder();
        var isKnown = true;
        foreach (var part in CssText.Split(content.Split(" / ")[0], ' ', ','))
        {
            if (part is ['"' or '\'', ..])
            {
                text.Append(CssText.Unescape(part.Length > 1 && part[^1] == part[0] ? part[1..^1] : part[1..]));
            }
            else if (part.StartsWith("attr(", StringComparison.OrdinalIgnoreCase))
            {
                text.Append(element.GetAttribute(part[5..].TrimEnd(')').Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? ""));
            }
            else
            {
                isKnown = false;
            }
        }

        return new GeneratedText(string.Concat(text.ToString().Where(c => c is < '\uE000' or > '\uF8FF')), isKnown);
    }
}
