using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Comparison;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Comparison;

/// <summary>Figures about which passes of recognition differ, in a report whose sums hold.</summary>
public sealed class CompetingReadingsTests
{
    private const string Total = "applications.new.total";
    private const string Person = "applications.new.natural_person";

    // In no sum.
    private const string Alone = "disclosure.licensing.decisions";

    private static readonly Lazy<Task<AnnualReport>> Printed = new(async () => Assert.Single(
        (await ReportExtractor.Default.Extract(SamplePaths.Bytes("printed-forms/pdf-of-chromium.pdf"), new DocumentHints { FileName = "report.pdf" }, default)).Reports));

    private static readonly OfficialForm Form = FormCatalog.Current.Form("2021");

    [Fact]
    public async Task The_reading_that_satisfies_the_sums_is_taken() => Assert.Equal(await PrintedIn(Total), await Inferred((Total, 1000, await PrintedIn(Total))));

    [Fact]
    public async Task What_the_sums_confirm_stays_as_it_was_read() => Assert.Null(await Inferred((Total, await PrintedIn(Total), 1000)));

    [Fact]
    public async Task A_figure_in_no_sum_stays_as_it_was_read() => Assert.Null(await Inferred((Alone, 1, 7)));

    [Fact]
    public async Task What_looks_like_a_reading_is_taken_where_no_reading_fits()
    {
        var printed = await PrintedIn(Total);

        Assert.Equal(printed, await Inferred((Total, (printed * 10) + (printed % 10), 1000)));
    }

    [Fact]
    public async Task Where_two_sets_fit_nothing_is_inferred()
    {
        var (total, person) = (await PrintedIn(Total), await PrintedIn(Person));
        var report = await Report((Total, total + 1), (Person, person + 1));
        var other = await Report((Total, total), (Person, person));
        // The balance of the columns is left out by figures in it that were not understood.
        string[] balance = ["applications.carried_forward.total", "applications.carried_forward.natural_person"];

        Assert.Empty(CompetingReadings.Inferred(Form, Unreadable(Disputed(report, Total, Person), balance), other));
    }

    [Fact]
    public async Task A_figure_on_which_the_passes_agree_is_never_changed()
    {
        var report = await Report((Total, 1000));

        Assert.Empty(CompetingReadings.Inferred(Form, report, await Report()));
    }

    private static async Task<decimal?> Inferred((string Cell, decimal? Read, decimal? Other) figure)
    {
        var inferred = CompetingReadings.Inferred(Form, Disputed(await Report((figure.Cell, figure.Read)), figure.Cell), await Report((figure.Cell, figure.Other)));
        return inferred.TryGetValue(new CellId(figure.Cell), out var value) ? value : null;
    }

    private static async Task<decimal?> PrintedIn(string cell) => (await Printed.Value).Cells.Single(its => its.Cell.ToString() == cell).Value;

    // As it would be read from a picture, a box a cell.
    private static async Task<AnnualReport> Report(params (string Cell, decimal? Value)[] changed)
    {
        var report = await Printed.Value;
        return report with
        {
            Cells = [.. report.Cells.Select((cell, i) => cell with
            {
                Source = new OcrLocator(1, 100 * i, 0, (100 * i) + 90, 20, 0.9),
                Value = changed.Any(its => its.Cell == cell.Cell.ToString()) ? changed.Single(its => its.Cell == cell.Cell.ToString()).Value : cell.Value,
            })],
        };
    }

    private static AnnualReport Disputed(AnnualReport report, params string[] cells) => report with
    {
        Issues = [.. report.Cells.Where(cell => cells.Contains(cell.Cell.ToString())).Select(cell => new Issue("ocr.figure-disputed", IssueSeverity.Warning, "Passes differ.", cell.Source))],
    };

    private static AnnualReport Unreadable(AnnualReport report, string[] cells) => report with
    {
        Cells = [.. report.Cells.Select(cell => cells.Contains(cell.Cell.ToString()) ? cell with { Value = null, Raw = "\uFFFD" } : cell)],
    };
}
