using System.Collections.Frozen;
using System.Collections.Immutable;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Metadata.Divisions;

/// <summary>The administrative divisions that the names of bodies begin with, with their GB/T 2260 codes.</summary>
internal static class AdministrativeDivisions
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> CodesByName = Load();

    /// <summary>Every division with its code.</summary>
    public static IEnumerable<(string Code, string Name)> All => CodesByName.SelectMany(pair => pair.Value.Select(code => (code, pair.Key)));

    private static readonly int LongestName = CodesByName.Keys.Max(name => name.Length);

    /// <summary>
    /// Six-digit code of the lowest division that the name begins with: 温州市鹿城区人民政府办公室 is 330302. Null when it begins with none, and
    /// when several of that name exist and the name does not tell which.
    /// </summary>
    public static string? CodeOf(string body)
    {
        ImmutableArray<string> candidates = [];
        var rest = body;
        while (LeadingDivision(rest) is { } name)
        {
            var codes = CodesByName[name];
            candidates = candidates.IsEmpty ? codes : [.. codes.Where(code => candidates.Any(parent => IsWithin(code, parent)))];
            if (candidates.IsEmpty)
                return null;
            rest = rest[name.Length..];
        }

        return candidates is [var only] ? only : null;
    }

    /// <summary>Level of a division by its code.</summary>
    public static AdministrativeLevel LevelOf(string code) =>
        code.EndsWith("0000", StringComparison.Ordinal) ? AdministrativeLevel.Province
        : code.EndsWith("00", StringComparison.Ordinal) ? AdministrativeLevel.Prefecture
        : AdministrativeLevel.County;

    private static string? LeadingDivision(string text)
    {
        for (var length = Math.Min(LongestName, text.Length); length >= 2; length--)
        {
            if (CodesByName.ContainsKey(text[..length]))
                return text[..length];
        }

        return null;
    }

    private static bool IsWithin(string code, string parent) => code.StartsWith(parent.EndsWith("0000", StringComparison.Ordinal) ? parent[..2] : parent[..4], StringComparison.Ordinal);

    private static FrozenDictionary<string, ImmutableArray<string>> Load()
    {
        using var reader = new StreamReader(typeof(AdministrativeDivisions).Assembly.GetManifestResourceStream("administrative-divisions.csv")!);
        return reader.ReadToEnd().Split('\n')
            .Where(line => line.Length > 7 && line[0] != '#')
            .GroupBy(line => line[7..], line => line[..6])
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
    }
}
