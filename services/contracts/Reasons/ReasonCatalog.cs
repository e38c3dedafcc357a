using System.Collections.Frozen;
using System.Collections.Immutable;
using Pipeline.Contracts.Forms;

namespace Pipeline.Contracts.Reasons;

/// <summary>Every code that the rooms use, with its words in both languages.</summary>
public static class ReasonCatalog
{
    public static ImmutableArray<Reason> All { get; } =
        [.. FailureReasons.All, .. NonReportReasons.All, .. OutcomeReasons.All, .. IssueReasons.All, .. EvidenceReasons.All, .. RuleReasons.All];

    private static readonly FrozenDictionary<string, Reason> ByCode = All.ToFrozenDictionary(reason => reason.Code, StringComparer.Ordinal);

    /// <summary>Null for a code that this program does not know, such as one of a newer program.</summary>
    public static Reason? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The words of a code; the code itself where it is not known.</summary>
    public static LocalizedText TextOf(string code) => Find(code)?.Text ?? new LocalizedText(code, code);
}
