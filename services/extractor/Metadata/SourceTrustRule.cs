using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>Tells official hosts from mirrors: by the host where there is one, else by the pinyin glosses that only mirror farms write.</summary>
internal static class SourceTrustRule
{
    // A glossary or a name list may hold a few bracketed syllables; farms write one every few words.
    private const int FewestGlosses = 5;

    public static SourceTrust Of(SourceDocument document, DocumentHints hints)
    {
        if (hints.ListedHost || IsGovernment(hints.Url))
            return SourceTrust.Official;
        if (hints.Url is not null)
            return SourceTrust.Mirror;
        return document.Blocks.OfType<TextBlock>().Sum(block => PinyinGloss.Count(block.Text)) >= FewestGlosses ? SourceTrust.Mirror : SourceTrust.Unknown;
    }

    private static bool IsGovernment(Uri? url) => url is not null && (url.Host.EndsWith(".gov.cn", StringComparison.OrdinalIgnoreCase) || url.Host.Equals("gov.cn", StringComparison.OrdinalIgnoreCase));
}
