using Pipeline.Contracts.Reports;
using Pipeline.Evaluation.Scores;
using static Pipeline.Evaluation.Tests.TinyReports;

namespace Pipeline.Evaluation.Tests.Scores;

public sealed class DocumentScoreTests
{
    [Fact]
    public void A_report_with_every_cell_right_is_exact()
    {
        var score = DocumentScore.Of(Document(Truth("甲局", (New, 3), (Granted, null), (Fees, 0))), [Report("甲局", (New, 3.0m, 0.9), (Granted, null, 0.8), (Fees, 0, 0.7))]);

        Assert.Equal(
            new Counts { Documents = 1, Found = 1, Records = 1, Cells = 3, CellsRight = 3, Nonzero = 1, NonzeroRight = 1, NonzeroRead = 1, NonzeroReadRight = 1, Exact = 1, Year = 1, Form = 1, Authority = 1, AuthorityStrict = 1, AuthorityContains = 1, Accepted = 1, AcceptedPaired = 1, AcceptedExact = 1 },
            score.Counts);
        Assert.Empty(score.Wrong);
        Assert.Equal([new Judged(0.9, true)], score.Records);
    }

    [Fact]
    public void A_blank_is_not_zero()
    {
        var score = DocumentScore.Of(Document(Truth("甲局", (New, null), (Granted, 0))), [Report("甲局", (New, 0, 0.9), (Granted, null, 0.8))]);

        Assert.Equal(0, score.Counts.CellsRight);
        Assert.Equal([new WrongCell(Granted, 0, null), new WrongCell(New, null, 0)], score.Wrong);
        Assert.Equal([new Judged(0.8, false), new Judged(0.9, false)], score.Cells);
        Assert.Equal([new Judged(0.9, false)], score.Records);
    }

    [Fact]
    public void A_value_under_a_cell_that_the_form_lacks_spoils_the_record_and_a_blank_there_does_not()
    {
        var truth = Truth("甲局", (New, 1));

        Assert.Equal(1, DocumentScore.Of(Document(truth), [Report("甲局", (New, 1, 1), (Fees, null, 1))]).Counts.Exact);
        var spoilt = DocumentScore.Of(Document(truth), [Report("甲局", (New, 1, 1), (Fees, 7, 0.6))]);
        Assert.Equal((0, 2, 1), (spoilt.Counts.Exact, spoilt.Counts.NonzeroRead, spoilt.Counts.NonzeroReadRight));
        Assert.Contains(new Judged(0.6, false), spoilt.Cells);
    }

    [Fact]
    public void A_report_that_was_not_found_has_all_its_cells_blank_and_no_confidence()
    {
        var score = DocumentScore.Of(Document(Truth("甲局", (New, 3), (Granted, null))), []);

        Assert.Equal(new Counts { Documents = 1, Missed = 1, Records = 1, Cells = 2, CellsRight = 1, Nonzero = 1 }, score.Counts);
        Assert.Empty(score.Cells);
        Assert.Empty(score.Records);
    }

    [Fact]
    public void A_report_read_from_no_report_is_a_mistake_with_every_cell_wrong()
    {
        var score = DocumentScore.Of(Document(), [Report("甲局", (New, 3, 0.9), (Granted, null, 0.9))]);

        Assert.Equal(new Counts { Documents = 1, Mistaken = 1, NonzeroRead = 1, Accepted = 1 }, score.Counts);
        Assert.All(score.Cells, cell => Assert.False(cell.IsRight));
        Assert.Equal([new Judged(0.9, false)], score.Records);
    }

    [Fact]
    public void Acceptance_is_counted_apart_from_exactness()
    {
        var truth = Truth("甲局", (New, 1));

        var wrong = DocumentScore.Of(Document(truth), [Report("甲局", (New, 2, 1))]).Counts;
        Assert.Equal((1, 1, 0), (wrong.Accepted, wrong.AcceptedPaired, wrong.AcceptedExact));
        var review = DocumentScore.Of(Document(truth), [Report("甲局", (New, 1, 1)) with { Status = ReviewStatus.Review }]).Counts;
        Assert.Equal((0, 0, 0), (review.Accepted, review.AcceptedPaired, review.AcceptedExact));
    }

    [Fact]
    public void Wrong_cells_of_several_reports_say_whose_they_are()
    {
        var score = DocumentScore.Of(Document(Truth("甲局", (New, 1)), Truth("乙局", (New, 2))), [Report("乙局", (New, 9, 1)), Report("甲局", (New, 1, 1))]);

        Assert.Equal([new WrongCell("2:" + New, 2, 9)], score.Wrong);
    }
}
