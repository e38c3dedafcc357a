using System.Text.RegularExpressions;

namespace Pipeline.Text;

/// <summary>
/// Removes the pronunciation that mirror farms write behind characters: 鄉(xiāng) reads 鄉, 規(guī)范 reads 規范.
/// Only a whole Mandarin syllable in brackets right behind an ideograph is a gloss; other words in brackets stay.
/// </summary>
public static partial class PinyinGloss
{
    public static string Remove(string text) => text.Contains('(', StringComparison.Ordinal) || text.Contains('（', StringComparison.Ordinal) ? Gloss().Replace(text, string.Empty) : text;

    /// <summary>Glosses in the text.</summary>
    public static int Count(string text) => Gloss().Count(text);

    // Initial, then a final whose vowel may carry a tone mark.
    [GeneratedRegex(@"(?<=[\u3400-\u9FFF])[(（](?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[iuü]?[aāáǎà](?:i|o|ng?)?|[iuü]?[oōóǒò](?:u|ng)?|[iuü]?[eēéěèê](?:i|ng?|r)?|[iīíǐì](?:ng?|u|ū|ú|ǔ|ù)?|[uūúǔù](?:n|i|ī|í|ǐ|ì)?|[üǖǘǚǜ]n?)[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Gloss();
}
