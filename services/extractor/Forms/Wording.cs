using System.Numerics;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Forms;

/// <summary>One wording of labels of a form, and how near a text comes to it. Several coordinates may share it (总计).</summary>
internal sealed class Wording(LabelText text)
{
    private readonly ulong _core = Letters(text.Core);
    private readonly ulong _full = Letters(text.Full);

    public LabelText Text => text;

    /// <summary>Likeness of a text, 0..1; 0 for whatever is less like it than <paramref name="least"/>.</summary>
    public double Likeness(LabelText other, double least) => Likeness(other, LettersOf(other), least);

    /// <param name="other">The text.</param>
    /// <param name="letters">As <see cref="LettersOf"/> gives them, for a text that is held against many wordings.</param>
    /// <param name="least">As above.</param>
    public double Likeness(LabelText other, (ulong Core, ulong Full) letters, double least)
    {
        if (other.Core == text.Core || other.Full == text.Full)
            return 1;
        var (core, full) = letters;
        var likeness = Math.Max(OfEdits(other.Core, core, text.Core, _core, least), OfEdits(other.Full, full, text.Full, _full, least));
        likeness = Math.Max(likeness, Math.Max(Shortened(other.Core, core, text.Core, _core), Shortened(other.Full, full, text.Full, _full)));
        likeness = Math.Max(likeness, Math.Max(Lengthened(other.Core, core, text.Core, _core), Lengthened(other.Full, full, text.Core, _core)));
        return likeness >= least ? likeness : 0;
    }

    /// <summary>The letters of both forms of a text, each a bit that it may share with others.</summary>
    public static (ulong Core, ulong Full) LettersOf(LabelText text) => (Letters(text.Core), Letters(text.Full));

    public bool Contains(LabelText part) => text.Full.Contains(part.Full, StringComparison.Ordinal);

    // Every letter of one text that the other lacks costs an edit: most pairs differ too much to be compared letter by letter.
    private static double OfEdits(string a, ulong lettersOfA, string b, ulong lettersOfB, double least)
    {
        var fewest = Math.Max(BitOperations.PopCount(lettersOfA & ~lettersOfB), BitOperations.PopCount(lettersOfB & ~lettersOfA));
        return 1 - ((double)fewest / Math.Max(a.Length, b.Length)) < least ? 0 : Compared(a, b);
    }

    private static double Compared(string a, string b)
    {
        CountedWork.Compared();
        return Similarity.OfEdits(a, b);
    }

    // 公益组织 for 社会公益组织, 结转下年 for 结转下年度继续办理, 企业 for 商业企业.
    private static double Shortened(string text, ulong letters, string official, ulong lettersOfOfficial) =>
        (letters & ~lettersOfOfficial) == 0
        && ((text.Length >= 4 && official.Contains(text, StringComparison.Ordinal)) || (text.Length >= 2 && text.Length * 2 >= official.Length && official.EndsWith(text, StringComparison.Ordinal)))
            ? 0.7 + (0.25 * text.Length / official.Length) : 0;

    // 不予公开属于国家秘密 for 属于国家秘密: a group and its row in one cell.
    private static double Lengthened(string text, ulong letters, string official, ulong lettersOfOfficial) =>
        (lettersOfOfficial & ~letters) == 0 && official.Length >= 4 && (text.EndsWith(official, StringComparison.Ordinal) || text.StartsWith(official, StringComparison.Ordinal))
            ? 0.7 + (0.25 * official.Length / text.Length) : 0;

    /// <summary>A bit for each letter; letters may share one, so that a set may seem smaller than it is, never larger.</summary>
    private static ulong Letters(string text) => text.Aggregate(0UL, (letters, c) => letters | (1UL << (c & 63)));
}
