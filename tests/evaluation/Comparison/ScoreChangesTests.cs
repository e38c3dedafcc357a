using Pipeline.Contracts.Reports;
using Pipeline.Evaluation.Comparison;
using Pipeline.Evaluation.Corpora;
using Pipeline.Evaluation.Scores;
using static Pipeline.Evaluation.Tests.TinyReports;

namespace Pipeline.Evaluation.Tests.Comparison;

public sealed class ScoreChangesTests
{
    private static readonly CorpusDocument One = Document(Truth("甲局", (New, 1), (Granted, 2)));

    [Fact]
    public void The_same_result_changes_nothing()
    {
        var changes = ScoreChanges.Between(Score(One, Report("甲局", (New, 1, 1))), Score(One, Report("甲局", (New, 1, 1))));

        Assert.Empty(changes.Layouts);
        Assert.Empty(changes.Documents);
        Assert.Equal(["Nothing changed."], ChangeLines.Of(changes));
    }

    [Fact]
    public void Cells_gained_and_lost_are_told_by_document_and_layout()
    {
        var changes = ScoreChanges.Between(Score(One, Report("甲局", (New, 1, 1), (Granted, 9, 1))), Score(One, Report("甲局", (New, 7, 1), (Granted, 2, 1))));

        var document = Assert.Single(changes.Documents);
        Assert.Equal([Granted], document.Gained);
        Assert.Equal([new WrongCell(New, 1, 7)], document.Lost);
        Assert.Contains(ChangeLines.Of(changes), line => line.Contains("LOST 1 cells (applications.new.total 7 for 1)", StringComparison.Ordinal));
    }

    [Fact]
    public void An_exact_record_more_moves_its_layout_and_all()
    {
        var changes = ScoreChanges.Between(Score(One, Report("甲局", (New, 1, 1))), Score(One, Report("甲局", (New, 1, 1), (Granted, 2, 1))));

        Assert.Equal(["grid", "= overall"], changes.Layouts.Select(layout => layout.Layout));
        Assert.Equal(["exact 0 to 1"], Assert.Single(changes.Documents).Facts);
    }

    [Fact]
    public void Documents_of_one_result_alone_are_named()
    {
        var changes = ScoreChanges.Between(Score(One with { Id = "gone" }), Score(One with { Id = "new" }));

        Assert.Equal(["gone", "new"], changes.Unmatched);
        Assert.Empty(changes.Documents);
    }

    private static CorpusScore Score(CorpusDocument document, params AnnualReport[] reports) => CorpusScore.Of([new ReadDocument(document, [.. reports], [])]);
}
