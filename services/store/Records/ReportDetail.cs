using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>
/// All of a report that is not queried, column by column in the form's order: the content of <c>record_versions.detail</c>, version 1.
/// Columns compress to a third of what a list of cells would take.
/// </summary>
internal sealed record ReportDetail
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Chinese as itself and not as \u escapes: the blob is never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required int Version { get; init; }

    /// <summary>Raw text by place in the form, where it is not simply the value's digits; null where a value has no raw text.</summary>
    public required IReadOnlyDictionary<int, string?> Raws { get; init; }

    /// <summary>To four decimals.</summary>
    public required IReadOnlyList<double> Confidences { get; init; }

    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Per cell the index of its rule.</summary>
    public required IReadOnlyList<int> Rule { get; init; }

    public required IReadOnlyList<IReadOnlyList<string>> Evidences { get; init; }

    /// <summary>Per cell the index of its evidence.</summary>
    public required IReadOnlyList<int> Evidence { get; init; }

    public required NumberColumns Locators { get; init; }

    public required IReadOnlyDictionary<string, string> Sections { get; init; }

    public required ContactFacts Contact { get; init; }

    public required IReadOnlyList<Issue> Issues { get; init; }

    public required IReadOnlyList<Violation> Violations { get; init; }

    /// <param name="cells">Every cell of the form, in its order.</param>
    public static ReportDetail Of(AnnualReport report, IReadOnlyList<CellReading> cells)
    {
        var rules = new Distinct<string>(rule => rule);
        var evidences = new Distinct<IReadOnlyList<string>>(codes => string.Join('\n', codes));
        return new ReportDetail
        {
            Version = 1,
            Raws = cells.Select((cell, place) => (cell, place)).Where(pair => pair.cell.Raw != PlainRaw(pair.cell.Value)).ToDictionary(pair => pair.place, pair => pair.cell.Raw),
            Confidences = [.. cells.Select(cell => Math.Round(cell.Confidence, 4))],
            Rule = [.. cells.Select(cell => rules.IndexOf(cell.Rule))],
            Rules = rules.Values,
            Evidence = [.. cells.Select(cell => evidences.IndexOf(cell.Evidence))],
            Evidences = evidences.Values,
            Locators = NumberColumns.Of(cells.Select(cell => cell.Source is null ? null : LocatorCodec.Of(cell.Source))),
            // The hash that tells readings apart is made of these bytes: an order that means nothing must not be in it.
            Sections = new SortedDictionary<string, string>(report.Sections.ToDictionary(), StringComparer.Ordinal),
            Contact = report.Contact,
            Issues = report.Issues,
            Violations = report.Violations,
        };
    }

    public static ReportDetail Read(byte[] packed)
    {
        var detail = JsonSerializer.Deserialize<ReportDetail>(PackedJson.Unpack(packed), Json)!;
        return detail.Version == 1 ? detail : throw new InvalidDataException($"A record's detail has version {detail.Version}, this program reads 1: start a newer program.");
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <param name="values">Values in the form's order.</param>
    public IReadOnlyList<CellReading> Cells(OfficialForm form, IReadOnlyList<decimal?> values)
    {
        var lines = Locators.Lines().ToArray();
        return
        [
            .. form.Cells.Select((cell, place) => new CellReading(
                cell.Id,
                values[place],
                Raws.TryGetValue(place, out var raw) ? raw : PlainRaw(values[place]),
                Confidences[place],
                lines[place] is { } line ? LocatorCodec.Read(line) : null,
                Rules[Rule[place]],
                Evidences[Evidence[place]])),
        ];
    }

    private static string? PlainRaw(decimal? value) => value is { } number ? StoredValues.Text(number) : null;

    private sealed class Distinct<T>(Func<T, string> key)
    {
        private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

        public List<T> Values { get; } = [];

        public int IndexOf(T value)
        {
            if (_indexes.TryAdd(key(value), Values.Count))
                Values.Add(value);
            return _indexes[key(value)];
        }
    }
}
