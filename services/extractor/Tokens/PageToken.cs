using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Tokens;

/// <summary>A piece of the page as the alignment sees it: what it may mean, and where it stands.</summary>
/// <param name="Block">Index of its block in the document.</param>
/// <param name="Line">Number of its line or table row, counted over the page: tokens of one line share it.</param>
/// <param name="Labels">Official labels that it may be; empty unless <paramref name="Kind"/> is a label.</param>
public sealed record PageToken(int Block, int Line, TokenKind Kind, string Text, NumberText Number, Locator Source, ImmutableArray<LabelMatch> Labels)
{
    /// <summary>Number of the piece where one spot of the document was taken apart; 0 for a whole one.</summary>
    public int Part { get; init; }

    /// <summary>Whether a colon joins it to the name right before it: 自然人：3, also where nothing follows the colon.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether it is a cell of a table whose order is as the document states it.</summary>
    public bool KeepsOrder { get; init; }

    /// <summary>What tells this token from every other: no two cells have their value from one spot.</summary>
    public TokenSpot Spot => new(Block, Source, Part);

    /// <summary>Best match as that coordinate of that table; null when it cannot be one.</summary>
    public LabelMatch? As(FamilyTable table, Axis axis)
    {
        foreach (var match in Labels)
        {
            if (match.Label.Table == table && match.Label.Axis == axis)
                return match;
        }

        return null;
    }

    /// <summary>What a text set apart on the page is.</summary>
    public static PageToken Of(string text, Locator source, int block, int line, LabelLexicon lexicon, int part = 0, bool keepsOrder = false)
    {
        var number = NumberText.Of(text);
        var labels = number.Kind == NumberKind.Text ? lexicon.Match(text) : [];
        var kind = number.IsNumber ? TokenKind.Value : number.IsBlank ? TokenKind.Blank : labels.IsEmpty ? TokenKind.Text : TokenKind.Label;
        return new PageToken(block, line, kind, text, number, source, labels) { Part = part, KeepsOrder = keepsOrder };
    }

    public bool IsCell => Kind is TokenKind.Value or TokenKind.Blank;
}

/// <summary>Where a piece of the page stands.</summary>
/// <param name="Block">Index of its block in the document.</param>
/// <param name="Part">Number of the piece where one spot of the document was taken apart; 0 for a whole one.</param>
public readonly record struct TokenSpot(int Block, Locator Source, int Part);

public enum TokenKind
{
    /// <summary>An official label or a variant of one.</summary>
    Label,

    /// <summary>Any other text.</summary>
    Text,

    /// <summary>A number.</summary>
    Value,

    /// <summary>An empty cell or a sign for "not stated".</summary>
    Blank,
}
