using System.Globalization;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Comparison;

/// <summary>Changes as lines of text.</summary>
public static class ChangeLines
{
    private const int MostCells = 5;

    private static readonly (string Name, Func<Figures, double?> Figure)[] Compared =
    [
        ("cells", figures => figures.CellAccuracy),
        ("exact", figures => figures.RecordExact),
        ("reports found", figures => figures.IsReportRecall),
        ("reports rightly", figures => figures.IsReportPrecision),
        ("year", figures => figures.YearAccuracy),
        ("form", figures => figures.FormAccuracy),
        ("authority", figures => figures.AuthorityAccuracy),
        ("accepted", figures => figures.AcceptCoverage),
        ("accepted exact", figures => figures.AcceptPrecision),
        ("cell ECE", figures => figures.CellEce),
        ("record ECE", figures => figures.RecordEce),
    ];

    public static IEnumerable<string> Of(ScoreChanges changes)
    {
        if (changes.Layouts.IsEmpty && changes.Documents.IsEmpty)
            yield return "Nothing changed.";
        foreach (var layout in changes.Layouts)
            yield return $"{layout.Layout}: {string.Join(", ", Moved(layout))}";
        foreach (var document in changes.Documents)
            yield return Line(document);
        if (!changes.Unmatched.IsEmpty)
            yield return $"Not compared, since only one result has them: {string.Join(", ", changes.Unmatched)}";
    }

    private static IEnumerable<string> Moved(LayoutChange layout) => Compared
        .Select(figure => (figure.Name, Before: figure.Figure(layout.Before), After: figure.Figure(layout.After)))
        .Where(figure => figure.Before != figure.After)
        .Select(figure => $"{figure.Name} {Text(figure.Before)} to {Text(figure.After)}")
        .DefaultIfEmpty("other figures");

    private static string Line(DocumentChange document)
    {
        string[] parts =
        [
            .. document.Facts,
            .. document.Gained.IsEmpty ? Array.Empty<string>() : [$"gained {document.Gained.Length} cells ({Few(document.Gained)})"],
            .. document.Lost.IsEmpty ? Array.Empty<string>() : [$"LOST {document.Lost.Length} cells ({Few(document.Lost.Select(cell => $"{cell.Cell} {Text(cell.Read)} for {Text(cell.Truth)}"))})"],
        ];
        return $"  {document.Id} ({document.Layout}): {string.Join("; ", parts)}";
    }

    private static string Few(IEnumerable<string> cells)
    {
        var all = cells.ToList();
        return string.Join(", ", all.Take(MostCells)) + (all.Count > MostCells ? ", …" : "");
    }

    private static string Text(double? figure) => figure?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "-";

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "blank";
}
