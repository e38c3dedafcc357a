using Pipeline.Text;

namespace Pipeline.Extractor.Normalising;

/// <summary>How alike two labels are.</summary>
internal static class Similarity
{
    /// <summary>1 minus the edit distance over the longer length: 1 for equal texts, 0 for nothing in common.</summary>
    public static double OfEdits(string a, string b)
    {
        var longer = Math.Max(a.Length, b.Length);
        return longer == 0 ? 1 : 1 - (double)EditDistance.Between(a, b) / longer;
    }

    /// <summary>What <see cref="OfSubsequence"/> is at most: the share of the label's characters that stand anywhere in the text, found in a fraction of the time.</summary>
    public static double MostOfSubsequence(string label, string text)
    {
        var there = 0;
        foreach (var c in label)
            there += text.Contains(c, StringComparison.Ordinal) ? 1 : 0;
        return label.Length == 0 ? 0 : (double)there / label.Length;
    }

    /// <summary>Share of <paramref name="label"/>'s characters found in <paramref name="text"/> in order, 0..1: for labels that a page breaks up.</summary>
    public static double OfSubsequence(string label, string text)
    {
        if (label.Length == 0)
            return 0;
        // Of each beginning of the text how much of the label it holds.
        Span<int> row = text.Length < 256 ? stackalloc int[text.Length + 1] : new int[text.Length + 1];
        row.Clear();
        foreach (var c in label)
        {
            var diagonal = 0;
            for (var j = 1; j <= text.Length; j++)
            {
                var above = row[j];
                row[j] = c == text[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return (double)row[text.Length] / label.Length;
    }
}
