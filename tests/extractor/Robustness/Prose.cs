using System.Text.RegularExpressions;

namespace Pipeline.Extractor.Tests.Robustness;

internal static partial class Prose
{
    /// <summary>Sentences of a text with the counts in them; years, and with them what the report is about, are left alone.</summary>
    /// <returns>Places of numbers of one to three digits within stretches that only prose has.</returns>
    public static IReadOnlyList<Match> Counts(string text) =>
        [.. Sentences().Matches(text).SelectMany(sentence => Count().Matches(sentence.Value).Select(count => Count().Match(text, sentence.Index + count.Index)))];

    [GeneratedRegex(@"[^<>\n|\t]{30,}。", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"(?<![\d.．〔\[（(号第-])\d{1,3}(?=[件次条项人份期场名])", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
