using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Regions;

namespace Pipeline.Bodies.Declared;

/// <summary>
/// Reads the user's own bodies: CSV in UTF-8 with a header line; <c>id</c> and <c>name</c> are needed, <c>other_names</c> (between semicolons), <c>kind</c>, <c>region</c>,
/// <c>belongs_to</c>, <c>from</c> and <c>to</c> may be left out or empty.
/// </summary>
public static class BodiesFile
{
    private static readonly string[] Known = ["id", "name", "other_names", "kind", "region", "belongs_to", "from", "to"];

    /// <returns>The bodies, or every fault of the file; never both.</returns>
    public static (ImmutableArray<DeclaredBody> Bodies, ImmutableArray<BodiesFault> Faults) Read(Stream file, DivisionTable divisions)
    {
        var (bodies, faults) = (new List<(int Line, DeclaredBody Body)>(), new List<BodiesFault>());
        try
        {
            using var rows = CsvReader.Create(file, new CsvReaderOptions(), leaveOpen: true);
            var line = 1;
            while (rows.Read())
            {
                line++;
                if (line == 2 && HeaderFault(rows) is { } fault)
                    return ([], [fault]);
                if (Row(rows, line, divisions, faults) is { } body)
                    bodies.Add((line, body));
            }
        }
        catch (Exception error) when (error is CsvFormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return ([], [new BodiesFault(bodies.Count + 2, $"This is no CSV: {error.Message}")]);
        }

        Check(bodies, faults);
        return faults.Count > 0 ? ([], [.. faults.OrderBy(fault => fault.Line)]) : ([.. bodies.Select(pair => pair.Body)], []);
    }

    private static BodiesFault? HeaderFault(CsvReader rows)
    {
        var missing = Known.Take(2).Where(name => !rows.TryGetFieldIndex(name, out _)).ToList();
        return missing.Count == 0 ? null : new BodiesFault(1, $"The header has no column {string.Join(" and ", missing)}; known are {string.Join(", ", Known)}.");
    }

    private static DeclaredBody? Row(CsvReader rows, int line, DivisionTable divisions, List<BodiesFault> faults)
    {
        var (id, name, kind, region) = (Field("id"), Field("name"), Field("kind"), Field("region"));
        var before = faults.Count;
        if (id.Length == 0 || NameKey.Of(name) is null)
            faults.Add(new(line, "A body needs an id and a name."));
        if (kind.Length > 0 && (char.IsAsciiDigit(kind[0]) || !Enum.TryParse<BodyKind>(kind, ignoreCase: true, out _)))
            faults.Add(new(line, $"'{kind}' is no kind: {string.Join(", ", Enum.GetNames<BodyKind>().Select(one => one.ToLowerInvariant()))}."));
        if (region.Length > 0 && !divisions.IsKnown(region))
            faults.Add(new(line, $"The region '{region}' is not known: six digits of GB/T 2260, such as 330302."));
        var (from, to) = (Year("from"), Year("to"));
        if (from > to)
            faults.Add(new(line, $"It ends ({to}) before it begins ({from})."));
        return faults.Count > before ? null : new DeclaredBody(
            id, name, [.. Field("other_names").Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], kind.Length == 0 ? null : Enum.Parse<BodyKind>(kind, ignoreCase: true),
            region.Length == 0 ? null : divisions.Today(region), Field("belongs_to") is { Length: > 0 } owner ? owner : null, from, to);

        string Field(string column) => rows.TryGetFieldIndex(column, out var index) && index < rows.FieldCount ? rows.GetString(index).Trim() : "";

        int? Year(string column)
        {
            if (Field(column) is not { Length: > 0 } text)
                return null;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1949 and <= 2200)
                return year;
            faults.Add(new(line, $"'{text}' in the column {column} is no year."));
            return null;
        }
    }

    private static void Check(List<(int Line, DeclaredBody Body)> bodies, List<BodiesFault> faults)
    {
        var first = new Dictionary<string, (int Line, DeclaredBody Body)>(StringComparer.Ordinal);
        foreach (var one in bodies)
        {
            if (!first.TryAdd(one.Body.Id, one))
                faults.Add(new(one.Line, $"The id '{one.Body.Id}' is there twice; line {first[one.Body.Id].Line} has it already."));
        }

        foreach (var (line, body) in bodies.Where(one => one.Body.BelongsTo is not null))
        {
            if (!first.ContainsKey(body.BelongsTo!))
                faults.Add(new(line, $"It belongs to '{body.BelongsTo}', which the file does not have."));
            else if (Loop(body, first) is { } loop)
                faults.Add(new(line, $"It belongs to itself in the end: {string.Join(" → ", loop)}."));
        }
    }

    private static List<string>? Loop(DeclaredBody body, Dictionary<string, (int Line, DeclaredBody Body)> all)
    {
        var path = new List<string> { body.Id };
        for (var next = body.BelongsTo; next is not null && all.TryGetValue(next, out var owner); next = owner.Body.BelongsTo)
        {
            path.Add(next);
            if (next == body.Id)
                return path;
            if (path.Count > all.Count)
                return null;
        }

        return null;
    }
}
