using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Crawler.Discovery.Paging;
using Pipeline.Crawler.Discovery.Scripts;

namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>
/// Addresses in which a script counts parts of a list in the path: <c>/api/list/37/{page}/5</c>, <c>data/nb_{i}.json</c>, <c>p{n}.html</c>. Templates as
/// <see cref="RowTemplate"/> has them, with one field.
/// </summary>
internal static partial class CountingAddresses
{
    // What scripts call a number of a page beside the usual names of fields.
    private static readonly HashSet<string> Counts = new(StringComparer.OrdinalIgnoreCase) { "i", "n", "k", "num", "idx", "index", "no", "cur", "curr", "pg" };

    /// <summary>Templates of what a page's scripts ask for, or go to.</summary>
    public static IReadOnlyList<string> Of(ScriptProgram program, ScriptUse use = ScriptUse.Request)
    {
        var names = program.Values.Where(pair => !IsCounter(pair.Key)).ToDictionary(StringComparer.Ordinal);
        return [.. program.Functions.Values.SelectMany(function => program.TargetsOf(function, Field, names)).Concat(program.Targets(Field, names))
            .Where(target => target.Use == use).Select(target => target.Address).Where(address => RowTemplate.Fields(address).Count == 1).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The address with a gap for the number, where the name of its file holds one and begins to count: <c>data/nb-1.json</c>; null for others.</summary>
    public static string? InFile(Uri url) =>
        First().Match(url.AbsoluteUri) is { Success: true } match ? $"{match.Groups["before"].Value}{RowTemplate.Field("n")}{match.Groups["after"].Value}" : null;

    /// <summary>Whether a field is called as only numbers of pages are.</summary>
    public static bool IsSure(string template) => RowTemplate.Fields(template) is [var name] && PageFields.IsPage(name);

    /// <summary>The number with which a template makes an address; null when it does not.</summary>
    public static int? NumberIn(string template, string address)
    {
        var (open, close) = (template.IndexOf(RowTemplate.Open, StringComparison.Ordinal), template.IndexOf(RowTemplate.Close, StringComparison.Ordinal));
        if (open < 0 || close < open || !address.StartsWith(template[..open], StringComparison.Ordinal) || !address.EndsWith(template[(close + 1)..], StringComparison.Ordinal))
            return null;
        var length = address.Length - open - (template.Length - close - 1);
        return length > 0 && int.TryParse(address.AsSpan(open, length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 100_000 ? number : null;
    }

    /// <summary>The address of one part.</summary>
    public static string Part(string template, int number) => RowTemplate.Fill(template, _ => number.ToString(CultureInfo.InvariantCulture))!;

    private static string? Field(string name) => IsCounter(name) ? RowTemplate.Field(name) : null;

    private static bool IsCounter(string name) => PageFields.IsPage(name) || Counts.Contains(name);

    [GeneratedRegex(@"^(?<before>[^?#]*/[^/\d?#]*)[01](?<after>[^/\d?#]*)$")]
    private static partial Regex First();
}
