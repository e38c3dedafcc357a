using System.Collections.Immutable;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>
/// Gives a name back the characters that the page prints: folding to Simplified makes 干县 of 乾县, where the character is the county's own. On
/// pages in Traditional characters the folded name stands, for that is the official one.
/// </summary>
internal static class PrintedName
{
    // Traditional pages change some three in ten characters when folded; Simplified ones none but those of a name or two.
    private const double MostFolded = 0.03;

    // Shorter beginnings of a name occur anywhere.
    private const int ShortestBeginning = 2;

    /// <param name="name">As recognised, Simplified.</param>
    public static string Of(string name, SourceDocument document)
    {
        string[] texts = [.. document.Blocks.OfType<TextBlock>().Select(block => block.Text), .. document.Metadata.Select(entry => entry.Value), document.Title ?? string.Empty];
        if (IsTraditional(texts))
            return name;
        var printed = texts.Where(text => CompatibleCharacters.Fold(text) is var compatible && compatible != SimplifiedCharacters.Fold(compatible)).Select(Dense).ToImmutableArray();
        // The name may have been completed, so that only its beginning is printed.
        for (var length = name.Length; length >= ShortestBeginning && !printed.IsEmpty; length--)
        {
            foreach (var text in printed)
            {
                var at = SimplifiedCharacters.Fold(text).IndexOf(name[..length], StringComparison.Ordinal);
                if (at >= 0)
                    return string.Concat(text.AsSpan(at, length), name.AsSpan(length));
            }
        }

        return name;
    }

    private static string Dense(string text) => Characters.Kept(CompatibleCharacters.Fold(PinyinGloss.Remove(text)), static c => !Characters.IsBlank(c));

    private static bool IsTraditional(string[] texts)
    {
        var (all, folded) = (0, 0);
        foreach (var text in texts)
        {
            var simplified = SimplifiedCharacters.Fold(text);
            for (var i = 0; i < text.Length; i++)
            {
                all += Characters.IsIdeograph(text[i]) ? 1 : 0;
                folded += i < simplified.Length && text[i] != simplified[i] ? 1 : 0;
            }
        }

        return folded > MostFolded * all;
    }
}
