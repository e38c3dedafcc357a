using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Tests.Scoring;

public sealed class RecognitionDoubtTests
{
    private static readonly CellEvidence Plain = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    [Theory]
    [InlineData("12", 12, 0.95, 1)]
    [InlineData("12", 12, 0.4, 0.7)]
    [InlineData("0", 0, 0.5, 1)]
    [InlineData("0", 0, 0.3, 0.7)]
    [InlineData("/", null, 0.8, 0.7)]
    [InlineData("", null, 1, 1)]
    [InlineData("\uFFFD", null, 0.9, 0.3)]
    public void Ink_that_is_unsure_or_not_understood_lowers_what_a_cell_may_be(string raw, int? value, double engine, double most) =>
        Assert.Equal(most, RecognitionDoubt.Most(Cell(raw, value, new OcrLocator(1, 0, 0, 9, 9, engine)), Plain, isRecognised: true, []));

    [Fact]
    public void A_cell_that_was_not_found_in_a_picture_may_have_been_printed()
    {
        Assert.Equal(0.6, RecognitionDoubt.Most(Cell(null, null, null), Plain, isRecognised: true, []));
        Assert.Equal(1, RecognitionDoubt.Most(Cell(null, null, null), Plain, isRecognised: false, []));
    }

    [Fact]
    public void Where_a_sum_does_not_hold_a_column_may_have_slipped() =>
        Assert.Equal(0.85, RecognitionDoubt.Most(Cell("12", 12, new OcrLocator(1, 0, 0, 9, 9, 1)), Plain with { ChecksBroken = 0.5 }, isRecognised: true, []));

    [Fact]
    public void A_figure_that_no_rules_bound_may_have_slipped()
    {
        var unruled = new Issue(IssueReasons.OcrUnruled, IssueSeverity.Warning, "", new OcrLocator(2, 0, 0, 90, 90, 1));

        Assert.Equal(0.85, RecognitionDoubt.Most(Cell("12", 12, new OcrLocator(2, 0, 0, 9, 9, 1)), Plain, isRecognised: true, [unruled]));
        Assert.Equal(1, RecognitionDoubt.Most(Cell("12", 12, new OcrLocator(1, 0, 0, 9, 9, 1)), Plain, isRecognised: true, [unruled]));
    }

    [Fact]
    public void What_carries_text_is_judged_by_the_model_alone() =>
        Assert.Equal(1, RecognitionDoubt.Most(Cell("x", null, new PdfLocator(1, 0, 0, 9, 9)), Plain with { ChecksBroken = 1 }, isRecognised: true, []));

    private static CellReading Cell(string? raw, int? value, Locator? source) => new(new CellId("applications.new.total"), value, raw, 0, source, "grid.headers", []);
}
