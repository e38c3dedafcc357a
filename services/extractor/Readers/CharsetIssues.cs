using System.Collections.Immutable;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Text.Charsets;

namespace Pipeline.Extractor.Readers;

/// <summary>What a record says about the decoding of its document: <c>charset.declaration-wrong</c>, <c>charset.replacement-characters</c>.</summary>
internal static class CharsetIssues
{
    public static ImmutableArray<Issue> Of(DecodedText decoded)
    {
        var wrong = decoded.WrongLabels.Select(label =>
            new Issue(IssueReasons.CharsetDeclarationWrong, IssueSeverity.Info, $"The {label.Place} says {label.Label}, the bytes are {decoded.Charset}."));
        return decoded.ReplacementCount == 0 ? [.. wrong] :
        [
            .. wrong,
            new Issue(IssueReasons.CharsetReplacementCharacters, IssueSeverity.Warning, $"{decoded.ReplacementCount} characters are lost (U+FFFD) in {decoded.Charset}; compare with the page as published."),
        ];
    }
}
