using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Pipeline.Contracts.Ports;

namespace Pipeline.Bodies.Regions;

/// <summary>The administrative divisions of today and those that they were before, by GB/T 2260 codes of six digits.</summary>
public sealed class DivisionTable
{
    /// <summary>The whole country, to which the provinces and national bodies belong.</summary>
    public const string Country = "000000";

    private readonly FrozenDictionary<string, string> _names;
    private readonly FrozenDictionary<string, string> _successors;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _codes;
    private readonly FrozenSet<string> _parents;
    private readonly ILookup<string, DivisionName> _history;
    private readonly int _longest;

    private DivisionTable(IReadOnlyList<Region> today, IReadOnlyList<DivisionName> former)
    {
        _names = today.ToFrozenDictionary(region => region.Code, region => region.Name, StringComparer.Ordinal);
        _successors = former.Where(division => division.Successor is { } later && _names.ContainsKey(later) && later != division.Code).GroupBy(division => division.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Last().Successor!, StringComparer.Ordinal);
        _codes = today.Select(region => (region.Name, region.Code))
            .Concat(former.Select(division => (division.Name, division.Successor is { } later && _names.ContainsKey(later) ? later : division.Code)))
            .GroupBy(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
        _history = former.Where(division => division.Successor is not null).ToLookup(division => division.Successor!, StringComparer.Ordinal);
        _parents = _names.Keys.Select(ParentOf).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        _longest = _codes.Keys.Select(name => name.Length).DefaultIfEmpty().Max();
    }

    /// <summary>The table that the process recognises bodies by, with the changes since 2015.</summary>
    public static DivisionTable Of(IRegionNames regions) => new(
        [.. regions.All.DistinctBy(region => region.Code)],
        [.. TableFile.Rows("division-changes.csv").Select(row => new DivisionName(row[0], row[1], int.Parse(row[2], CultureInfo.InvariantCulture), row[3].Length == 0 ? null : row[3]))]);

    /// <summary>Name of a division of today; null for other codes.</summary>
    public string? NameOf(string code) => _names.GetValueOrDefault(code);

    /// <summary>Whether the code is, or was, a division.</summary>
    public bool IsKnown(string code) => code == Country || _names.ContainsKey(code) || _successors.ContainsKey(code);

    /// <summary>The code of what the division is today; the code itself where it is that or nothing followed.</summary>
    public string Today(string code) => _successors.GetValueOrDefault(code, code);

    /// <summary>Names and codes that a division of today had, with the last year of each.</summary>
    public IEnumerable<DivisionName> Former(string code) => _history[code].OrderBy(division => division.LastYear);

    /// <summary>The division directly above one in a year: a county's prefecture, else its province. Null above a province, and for a code that says nothing.</summary>
    public string? ParentIn(string code, int year) => ParentOf(_history[code].Where(division => year <= division.LastYear).OrderBy(division => division.LastYear).FirstOrDefault()?.Code ?? code);

    /// <summary>The division directly above one today.</summary>
    public string? ParentOf(string code)
    {
        if (code.Length != 6 || code.EndsWith("0000", StringComparison.Ordinal))
            return null;
        var prefecture = code[..4] + "00";
        return code != prefecture && _names.ContainsKey(prefecture) ? prefecture : code[..2] + "0000";
    }

    /// <summary>Whether the table has divisions below one.</summary>
    public bool HasBelow(string code) => _parents.Contains(code);

    public static bool IsWithin(string code, string parent) =>
        parent == Country || code.StartsWith(parent.EndsWith("0000", StringComparison.Ordinal) ? parent[..2] : parent.EndsWith("00", StringComparison.Ordinal) ? parent[..4] : parent, StringComparison.Ordinal);

    /// <summary>Takes the divisions off the beginning of a name: 浙江省临安市昌化镇人民政府 is 330112, the district that the city became, and 昌化镇人民政府.</summary>
    public PlacedName Place(string name)
    {
        ImmutableArray<string> candidates = [];
        var rest = name;
        while (Leading(rest) is { } division)
        {
            var codes = _codes[division];
            var within = candidates.IsEmpty ? codes : [.. codes.Where(code => candidates.Any(parent => code != parent && IsWithin(code, parent)))];
            // What stands behind is then the name of something smaller, such as a street.
            if (within.IsEmpty)
                break;
            candidates = within;
            rest = rest[division.Length..];
        }

        return new PlacedName(candidates, rest);
    }

    private string? Leading(string text)
    {
        for (var length = Math.Min(_longest, text.Length); length >= 2; length--)
        {
            if (_codes.ContainsKey(text[..length]))
                return text[..length];
        }

        return null;
    }
}

/// <param name="LastYear">Last year in which the table has it.</param>
/// <param name="Successor">Code of the one division that it became; null where it was divided or joined to another.</param>
public sealed record DivisionName(string Code, string Name, int LastYear, string? Successor);

/// <summary>A body's name without the divisions that it begins with.</summary>
/// <param name="Candidates">Codes of the lowest division named; several where divisions share the name, none where the name begins with none.</param>
public sealed record PlacedName(ImmutableArray<string> Candidates, string Rest);
