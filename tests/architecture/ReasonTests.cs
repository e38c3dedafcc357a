using System.Text.RegularExpressions;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Architecture.Tests;

/// <summary>What the pipeline says by codes stands in one catalogue, with its words in both languages.</summary>
public sealed partial class ReasonTests
{
    [Fact]
    public void Every_failure_and_issue_that_a_room_gives_is_in_the_catalogue()
    {
        var given = SourceTree.Sources().SelectMany(file => File.ReadLines(file))
            .SelectMany(line => Unreadable().Matches(line).Select(match => FailureReasons.Prefix + match.Groups["code"].Value).Concat(Coded().Matches(line).Select(match => match.Groups["code"].Value)))
            .Distinct(StringComparer.Ordinal);

        Assert.DoesNotContain(given, code => ReasonCatalog.Find(code) is null);
    }

    [Fact]
    public void No_code_of_a_failure_is_spelled_outside_the_catalogue()
    {
        var spelled = SourceTree.Sources().Where(file => !file.Contains("/contracts/Reasons/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadLines(file).Where(line => Spelled().IsMatch(line)).Select(line => $"{file}: {line.Trim()}"));

        Assert.Empty(spelled);
    }

    [Fact]
    public void Every_code_stands_once_and_has_words_in_both_languages()
    {
        Assert.Equal(ReasonCatalog.All.Length, ReasonCatalog.All.DistinctBy(reason => reason.Code).Count());
        Assert.All(ReasonCatalog.All, reason => Assert.True(reason.Text.English.Length > 0 && reason.Text.Chinese.Length > 0, reason.Code));
    }

    [GeneratedRegex("UnreadableDocumentException\\(\"(?<code>[a-z-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Unreadable();

    [GeneratedRegex("(?:Issue|=> new)\\(\"(?<code>(?:pdf|charset|html|docx|prose|text)\\.[a-z-]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Coded();

    [GeneratedRegex("\"(?:failed|not-a-report)\\.[a-z-]*\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Spelled();
}
