using System.Text.Json;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

public sealed class OcrReaderTests
{
    [Theory]
    [InlineData("table.jpg")]
    [InlineData("table-upside-down.pdf")]
    [InlineData("table-skewed.pdf", 1)]
    [InlineData("table-faint.jpg", 2)]
    [InlineData("table-ticked.jpg")]
    public async Task A_picture_gives_the_figures_that_it_shows(string name, int unread = 0)
    {
        var report = Assert.Single((await RecognisedSample.Extract(name)).Reports);

        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "tests", "samples", "scans", "table.json"))).RootElement.EnumerateObject().ToDictionary(cell => cell.Name, cell => (decimal?)cell.Value.GetDecimal());
        var read = report.Cells.Where(cell => expected.ContainsKey(cell.Cell.ToString())).ToDictionary(cell => cell.Cell.ToString(), cell => cell.Value);
        // What cannot be read is left open, never made up.
        Assert.Equal(expected.Keys.Where(cell => read[cell] is { } value && value != expected[cell]), []);
        Assert.InRange(read.Values.Count(value => value is null), 0, unread);
    }

    [Fact]
    public async Task Strokes_of_a_large_title_are_no_rules_and_slashes_are_no_figures()
    {
        var report = Assert.Single((await RecognisedSample.Extract("large-title.jpg")).Reports);

        Assert.Equal(("平川市水务局", 2022), (report.Authority, report.Year));
        Assert.Contains("主动公开各类信息106条", report.Sections["overview"]);
        Assert.Equal(
            [
                "disclosure.normative_documents.issued 1", "disclosure.normative_documents.in_force 11", "disclosure.penalty.decisions 17", "remedies.reconsideration.upheld 1",
                "remedies.reconsideration.total 1", "remedies.litigation_direct.other 1", "remedies.litigation_direct.total 1",
            ],
            report.Cells.Where(cell => cell.Value is not null).Select(cell => $"{cell.Cell} {cell.Value}"));
    }

    [Theory]
    [InlineData("red-figures.png")]
    [InlineData("dark-header.png")]
    public async Task Red_figures_are_no_seal_and_light_print_on_dark_is_read(string name)
    {
        var report = Assert.Single((await RecognisedSample.Extract(name)).Reports);

        Assert.Equal(("清水镇人民政府", 2023), (report.Authority, report.Year));
        Assert.Equal(
            [
                "disclosure.normative_documents.issued 12", "disclosure.normative_documents.repealed 7", "disclosure.normative_documents.in_force 99",
                "disclosure.licensing.decisions 8470", "disclosure.penalty.decisions 43", "disclosure.compulsion.decisions 6",
                "remedies.reconsideration.upheld 1", "remedies.reconsideration.pending 1", "remedies.reconsideration.total 2",
                "remedies.litigation_direct.corrected 2", "remedies.litigation_direct.total 2",
                "remedies.litigation_after.upheld 1", "remedies.litigation_after.pending 2", "remedies.litigation_after.total 3",
            ],
            report.Cells.Where(cell => cell.Value > 0).Select(cell => $"{cell.Cell} {cell.Value}"));
        Assert.DoesNotContain(report.Issues, issue => issue.Code.StartsWith("ocr.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_thirteen_ticked_figures_the_one_with_its_tick_as_close_as_a_digit_is_in_doubt()
    {
        var report = Assert.Single((await RecognisedSample.Extract("table-ticked.jpg")).Reports);

        Assert.Single(report.Issues, issue => issue.Code == "ocr.figure-disputed");
        Assert.Contains("applications.denied.process_information.natural_person", Assert.Single(report.Issues, issue => issue.Code == "readers-differ").Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lone_2_that_looks_like_an_N_is_a_2_that_nobody_is_sure_of()
    {
        var report = Assert.Single((await RecognisedSample.Extract("letter-like.png")).Reports);

        var total = report.Cells.Single(cell => cell.Cell.ToString() == "remedies.reconsideration.total");
        Assert.Equal(2, total.Value);
        Assert.InRange(total.Confidence, 0, 0.7);
    }

    [Fact]
    public async Task Small_zeros_and_hyphens_are_known_by_their_shape()
    {
        var report = Assert.Single((await RecognisedSample.Extract("small-print.jpg")).Reports);

        var signs = report.Cells.Where(cell => cell is { Source: OcrLocator, Raw: "0" or "-" }).ToList();
        Assert.Equal((15, 19), (signs.Count(cell => cell.Value == 0), signs.Count(cell => cell.Value is null)));
        Assert.All(signs, cell => Assert.InRange(((OcrLocator)cell.Source!).EngineConfidence, 0.95, 1));
    }

    [Fact]
    public async Task A_dash_as_wide_as_a_character_is_no_one()
    {
        var report = Assert.Single((await RecognisedSample.Extract("wide-dashes.jpg")).Reports);

        Assert.Equal(2022, report.Year);
        Assert.Equal(
            [
                "applications.new.natural_person 3", "applications.new.total 3", "applications.carried_over.natural_person 1", "applications.carried_over.total 1", "applications.granted.natural_person 1",
                "applications.granted.total 1", "applications.partial.natural_person 1", "applications.partial.total 1", "applications.denied.law_forbids.natural_person 1", "applications.denied.law_forbids.total 1",
            ],
            report.Cells.Where(cell => cell.Value is not null).Select(cell => $"{cell.Cell} {cell.Value}"));
    }

    [Theory]
    [InlineData("phone.png", "disclosure.penalty.decisions 2", "applications.new.natural_person 1", "applications.new.total 1")]
    [InlineData(
        "framed.png", "applications.new.natural_person 3", "applications.new.total 3", "applications.carried_over.natural_person 1", "applications.carried_over.total 1",
        "applications.granted.natural_person 1", "applications.granted.total 1", "applications.partial.natural_person 2", "applications.partial.total 2")]
    [InlineData("sideways-headers.jpg", "disclosure.licensing.decisions 11", "disclosure.penalty.decisions 2398", "disclosure.compulsion.decisions 10", "disclosure.fees.amount_10k_cny 33")]
    public async Task A_page_on_a_phone_tables_within_a_table_and_a_sideways_one_with_short_headers_are_read(string name, params string[] figures)
    {
        var report = Assert.Single((await RecognisedSample.Extract(name)).Reports);

        Assert.Equal(figures, report.Cells.Where(cell => cell.Value > 0).Select(cell => $"{cell.Cell} {cell.Value}"));
        Assert.All(report.Cells.Where(cell => cell.Source is not null), cell => Assert.NotNull(cell.Value));
    }

    [Fact]
    public async Task A_figure_leads_to_its_box_on_the_picture_as_it_came()
    {
        var report = Assert.Single((await RecognisedSample.Extract("table.jpg")).Reports);

        var place = Assert.IsType<OcrLocator>(report.Cells.Single(cell => cell.Cell.ToString() == "applications.new.total").Source);
        // The cell at the right end of the first row of figures; the picture has 1075 by 1520 pixels.
        Assert.InRange((place.Left + place.Right) / 2, 900, 990);
        Assert.InRange((place.Top + place.Bottom) / 2, 340, 370);
    }

    [Theory]
    [InlineData(100, 100, "failed.malformed")]
    [InlineData(20_000, 20_000, "failed.too-large", true)]
    public async Task A_damaged_or_swollen_picture_is_a_typed_failure(int width, int height, string reason, bool whole = false)
    {
        var result = await RecognisedSample.Extract(Png(width, height, whole), "picture.png");

        Assert.Equal((ExtractionOutcome.Failed, reason), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_blank_picture_has_no_text()
    {
        var result = await RecognisedSample.Extract(Png(200, 200, whole: true), "blank.png");

        Assert.Equal((ExtractionOutcome.Failed, "failed.no-text"), (result.Outcome, result.Reason));
    }

    [Fact]
    public void What_is_missing_is_named_with_the_way_to_get_it()
    {
        var failure = MissingOcr.Failure("The document is a picture");

        Assert.Equal("failed.needs-ocr", failure.Reason);
        Assert.Contains("pipeline failures replay", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>A white picture of one bit a pixel, with its data or cut off behind its head.</summary>
    private static byte[] Png(int width, int height, bool whole = false) => PngFile.Of(width, height, 1, !whole ? null : stream =>
    {
        byte[] row = [0, .. Enumerable.Repeat((byte)0xFF, (width + 7) / 8)];
        for (var y = 0; y < height; y++)
            stream.Write(row);
    });
}
