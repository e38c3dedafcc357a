using System.Globalization;
using Pipeline.Text;

namespace Pipeline.Evaluation.Scores;

/// <summary>Names of bodies as they are compared: compatible characters folded, without spaces, punctuation and case.</summary>
internal static class ComparableName
{
    /// <summary>Empty for null.</summary>
    public static string Of(string? name) => string.Concat(CompatibleCharacters.Fold(name ?? string.Empty).Where(IsSpoken)).ToLowerInvariant();

    private static bool IsSpoken(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
        or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol);
}
