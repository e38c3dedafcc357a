using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Logging;

namespace Pipeline.PdfPig;

/// <summary>
/// Where a font does not say which character a code stands for, PdfPig gives the code itself as the character, which may well be a digit or an
/// ideograph. It only says so in its log, so this listens there, and such letters become U+FFFD.
/// </summary>
internal sealed partial class UnmappedGlyphs : ILog
{
    public const char Replacement = '\uFFFD';

    private readonly HashSet<(string Font, int Code)> _codes = [];

    /// <summary>The letter's text; brackets in their canonical form, as poppler gives them.</summary>
    public string TextOf(Letter letter)
    {
        var isCode = letter.Value.Length == 1 && _codes.Contains((letter.FontName ?? "", letter.Value[0]));
        return isCode ? Replacement.ToString() : letter.Value.Replace('\u2329', '\u3008').Replace('\u232A', '\u3009');
    }

    public void Warn(string message)
    {
        if (Messages().Match(message) is { Success: true } match)
            _codes.Add((match.Groups[2].Value, (char)int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)));
    }

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Error(string message)
    {
    }

    public void Error(string message, Exception ex)
    {
    }

    [GeneratedRegex(@"^We could not find the corresponding character with code (\d{1,9}) in font (.*)\.$")]
    private static partial Regex Messages();
}
