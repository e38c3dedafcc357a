using System.Text.RegularExpressions;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Architecture.Tests;

/// <summary>What the pipeline says by codes stands in one catalogue, with its words in both languages.</summary>
public sealed partial class ReasonTests
{
    [Fact]
    public void No_code_of_a_failure_an_issue_a_rule_or_a_sign_is_spelled_outside_the_catalogue()
    {
        var codes = ReasonCatalog.All.Select(reason => reason.Code).Where(code => Marked().IsMatch(code)).ToHashSet(StringComparer.Ordinal);

        var spelled = SourceTree.Sources().Where(file => !file.Contains("/contracts/Reasons/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => Literal().Matches(line).Any(match => codes.Contains(match.Groups["code"].Value))).Select(line => $"{file}: {line.Trim()}"));

        Assert.Empty(spelled);
    }

    [Fact]
    public void What_cannot_be_read_says_why_with_a_code_of_the_catalogue()
    {
        var spelled = SourceTree.Sources().Where(file => File.ReadAllText(file).Contains("UnreadableDocumentException", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => Unreadable().IsMatch(line)).Select(line => $"{file}: {line.Trim()}"));

        Assert.Empty(spelled);
    }

    [Fact]
    public void Every_code_stands_once_and_has_words_in_both_languages()
    {
        Assert.Equal(ReasonCatalog.All.Length, ReasonCatalog.All.DistinctBy(reason => reason.Code).Count());
        Assert.All(ReasonCatalog.All, reason => Assert.True(reason.Text.English.Length > 0 && reason.Text.Chinese.Length > 0, reason.Code));
    }

    // A code that is an English word may stand for something else as well.
    [GeneratedRegex("[.:]|^not-on-page$", RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();

    [GeneratedRegex("\"(?<code>[a-z.:-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Literal();

    [GeneratedRegex("(UnreadableDocumentException|new)\\(\"[a-z-]+\", ", RegexOptions.ExplicitCapture)]
    private static partial Regex Unreadable();
}
