using Pipeline.Store.Records;

namespace Pipeline.Store.Tests.Records;

public sealed class RecordDifferenceTests
{
    [Fact]
    public void A_report_does_not_differ_from_itself() => Assert.True(RecordDifference.Between(SampleReport.Of(), SampleReport.Of()).IsEmpty);

    [Fact]
    public void Changed_cells_and_facts_are_told_one_by_one()
    {
        var before = SampleReport.Of(changes: ("applications.new.total", 7));
        var after = SampleReport.Of(changes: ("applications.new.total", null)) with { Published = new DateOnly(2023, 3, 1) };

        var difference = RecordDifference.Between(before, after);

        Assert.Equal(new FactChange("published", "2023-01-20", "2023-03-01"), Assert.Single(difference.Facts));
        var cell = Assert.Single(difference.Cells);
        Assert.Equal(("applications.new.total", 7, null), (cell.Cell.ToString(), cell.Before!.Value, cell.After!.Value));
    }

    [Fact]
    public void A_first_version_adds_everything()
    {
        var difference = RecordDifference.Between(null, SampleReport.Of());

        Assert.Equal(200, difference.Cells.Count);
        Assert.All(difference.Cells, cell => Assert.Null(cell.Before));
    }
}
