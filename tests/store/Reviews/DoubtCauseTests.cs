using Pipeline.Contracts.Reports;
using Pipeline.Store.Reviews;

namespace Pipeline.Store.Tests.Reviews;

public sealed class DoubtCauseTests
{
    [Fact]
    public void Cells_read_by_one_rule_with_the_same_signs_against_them_share_a_cause_whatever_speaks_for_them()
    {
        var report = SampleReport.Of();
        var one = report.Cells[0] with { Evidence = ["readings:differ", "checks:hold", "label:similar"] };
        var other = report.Cells[9] with { Evidence = ["label:similar", "readings:differ"] };

        Assert.Equal("grid.label-header label:similar readings:differ", DoubtCause.Of(one));
        Assert.Equal(DoubtCause.Of(one), DoubtCause.Of(other));
        Assert.NotEqual(DoubtCause.Of(one), DoubtCause.Of(other with { Rule = "sequence.rows" }));
    }

    [Fact]
    public void Broken_sums_of_one_kind_share_a_cause_and_each_is_one_doubt()
    {
        var report = SampleReport.Of();
        var cells = report.Cells.Select(cell => cell.Cell).ToList();
        var broken = report with { Violations = [Sum("row_total:granted", [.. cells[..3]]), Sum("row_total:refused", [.. cells[5..8]]), Sum("balance:total", [cells[20]])] };

        Assert.Equal([(cells[0], "sum row_total"), (cells[5], "sum row_total"), (cells[20], "sum balance")], DoubtfulCells.Causes(broken));
    }

    private static Violation Sum(string check, IReadOnlyList<Contracts.CellId> cells) => new(check, 1, 2, cells, ViolationCause.Unclear);
}
