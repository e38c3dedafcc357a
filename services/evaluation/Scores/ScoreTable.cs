using System.Globalization;

namespace Pipeline.Evaluation.Scores;

/// <summary>Scores as lines of text: a line a layout, then all together.</summary>
public static class ScoreTable
{
    private const int LayoutWidth = 28;

    private static readonly (string Head, Func<Figures, double?> Figure)[] Columns =
    [
        ("isP", figures => figures.IsReportPrecision),
        ("isR", figures => figures.IsReportRecall),
        ("cell", figures => figures.CellAccuracy),
        ("nzR", figures => figures.NonzeroRecall),
        ("nzP", figures => figures.NonzeroPrecision),
        ("exact", figures => figures.RecordExact),
        ("form", figures => figures.FormAccuracy),
        ("year", figures => figures.YearAccuracy),
        ("auth", figures => figures.AuthorityAccuracy),
        ("accC", figures => figures.AcceptCoverage),
        ("accP", figures => figures.AcceptPrecision),
        ("cBri", figures => figures.CellBrier),
        ("cECE", figures => figures.CellEce),
        ("rBri", figures => figures.RecordBrier),
        ("rECE", figures => figures.RecordEce),
    ];

    /// <summary>What the heads of the columns mean.</summary>
    public const string Legend =
        "is: told from non-reports; cell, nz: cells and non-zero cells right; acc: accepted; P: precision; R: recall; C: coverage; c, r: cells and records; Bri: Brier score; ECE: expected calibration error.";

    public static IEnumerable<string> Lines(CorpusScore score)
    {
        yield return $"{"layout",-LayoutWidth}{"docs",6}" + string.Concat(Columns.Select(column => $"{column.Head,7}"));
        foreach (var (layout, figures) in score.Layouts)
            yield return Line(layout, figures);
        yield return Line("= overall", score.Overall);
    }

    private static string Line(string name, Figures figures) =>
        $"{name,-LayoutWidth}{figures.Documents,6}" + string.Concat(Columns.Select(column => $"{Text(column.Figure(figures)),7}"));

    private static string Text(double? figure) => figure?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";
}
