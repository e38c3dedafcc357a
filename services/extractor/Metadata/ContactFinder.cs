using System.Text.RegularExpressions;
using Pipeline.Contracts.Reports;
using Pipeline.Text;

namespace Pipeline.Extractor.Metadata;

/// <summary>Contact facts in the introduction of a report: 地址：…；邮编：…；电话：….</summary>
internal static partial class ContactFinder
{
    public static ContactFacts Of(string introduction)
    {
        var text = PlainText.Dense(introduction);
        return new ContactFacts(
            Value(Address().Match(text)),
            Value(PostalCode().Match(text)),
            Value(Telephone().Match(text)),
            Value(Fax().Match(text)),
            Value(Email().Match(text)));
    }

    private static string? Value(Match match) => match.Success ? match.Groups[1].Value : null;

    [GeneratedRegex(@"地址[：:]([^；;，,。（）()：:]{4,60})", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?:邮编|邮政编码)[：:](\d{6})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"(?:电话|联系方式)[：:]((?:\(?0\d{2,3}\)?[-—－]?)?\d{7,8}|1\d{10})", RegexOptions.CultureInvariant)]
    private static partial Regex Telephone();

    [GeneratedRegex(@"传真[：:]((?:\(?0\d{2,3}\)?[-—－]?)?\d{7,8})", RegexOptions.CultureInvariant)]
    private static partial Regex Fax();

    // Bounded, and begun at the start of a word only: a line of a million letters would else be searched from each of them.
    [GeneratedRegex(@"(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8})", RegexOptions.CultureInvariant)]
    private static partial Regex Email();
}
