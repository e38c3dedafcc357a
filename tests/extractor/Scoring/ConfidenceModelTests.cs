using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Tests.Scoring;

public sealed class ConfidenceModelTests
{
    private static readonly CellEvidence Plain = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public static TheoryData<string, CellEvidence, bool> MoreEvidence => new()
    {
        { "label", Plain with { LabelDoubt = 0.2 }, false },
        { "agreement", Plain with { Agreement = 1 }, true },
        { "dispute", Plain with { Dispute = 1 }, false },
        { "checks held", Plain with { ChecksHeld = 1 }, true },
        { "checks broken", Plain with { ChecksBroken = 1 }, false },
        { "doubtful absence", Plain with { Absence = 1, DoubtfulAbsence = 1 }, false },
        { "readers agree", Plain with { ReadersAgree = 1 }, true },
        { "readers differ", Plain with { ReadersDiffer = 1 }, false },
        { "leftovers", Plain with { Leftovers = 1 }, false },
    };

    [Theory]
    [MemberData(nameof(MoreEvidence))]
    public void More_evidence_moves_the_fitted_confidence_to_its_own_side(string feature, CellEvidence more, bool raises)
    {
        var (plain, changed) = (ConfidenceModel.Default.Cell.Probability(Plain), ConfidenceModel.Default.Cell.Probability(more));

        Assert.True(raises ? changed >= plain : changed <= plain, feature);
    }

    [Fact]
    public void Nothing_is_certain_and_nothing_has_more_than_four_places()
    {
        var sure = new LogisticModel<CellEvidence>(CellEvidence.Features, 50, [.. CellEvidence.Features.Select(_ => 0.0)]);

        Assert.Equal(0.9999, sure.Probability(Plain));
        var confidence = ConfidenceModel.Default.Cell.Probability(Plain with { LabelDoubt = 0.123 });
        Assert.Equal(Math.Round(confidence, 4), confidence);
    }

    [Fact]
    public void A_record_is_as_doubtful_as_its_cells_make_it()
    {
        var sure = RecordEvidence.Of([0.999, 0.999], [Plain, Plain], []);
        var doubtful = RecordEvidence.Of([0.999, 0.5], [Plain, Plain with { Absence = 1, DoubtfulAbsence = 1, Gap = 1 }], [Broken(ViolationCause.Unclear)]);

        Assert.Equal((0.5, 1.0, 1.0, 1.0), (Math.Round(doubtful.LowestDoubt, 4), doubtful.DoubtfulAbsences, doubtful.Gaps, doubtful.DoubtfulChecks));
        Assert.True(ConfidenceModel.Default.Record.Probability(doubtful) < ConfidenceModel.Default.Record.Probability(sure));
    }

    [Fact]
    public void A_mistake_of_the_publisher_leaves_the_record_sure() =>
        Assert.Equal(0, RecordEvidence.Of([0.999], [Plain], [Broken(ViolationCause.Publisher)]).DoubtfulChecks);

    [Fact]
    public void A_sure_record_that_cannot_be_filed_or_breaks_a_check_needs_a_person()
    {
        var report = Report();

        Assert.Equal(ReviewStatus.Accepted, ReportConfidence.AcceptedFrom(0.9, report).Status);
        Assert.Equal(ReviewStatus.Review, ReportConfidence.AcceptedFrom(0.96, report).Status);
        Assert.Equal(ReviewStatus.Review, ReportConfidence.AcceptedFrom(0.9, report with { Year = null }).Status);
        Assert.Equal(ReviewStatus.Review, ReportConfidence.AcceptedFrom(0.9, report with { Authority = null }).Status);
        Assert.Equal(ReviewStatus.Review, ReportConfidence.AcceptedFrom(0.9, report with { Violations = [Broken(ViolationCause.Unclear)] }).Status);
        Assert.Equal(ReviewStatus.Accepted, ReportConfidence.AcceptedFrom(0.9, report with { Violations = [Broken(ViolationCause.Publisher)] }).Status);
    }

    [Fact]
    public void A_number_that_is_unsure_keeps_the_whole_record_for_review()
    {
        var report = Report() with { Cells = [new CellReading(new CellId("applications.new.total"), 1, "1", 0.95, new HtmlLocator("td"), "grid.headers", [])] };

        Assert.Equal(ReviewStatus.Review, ReportConfidence.AcceptedFrom(0.9, report).Status);
    }

    private static Violation Broken(ViolationCause cause) => new("row_total:new", 1, 2, [], cause);

    private static AnnualReport Report() => new()
    {
        Form = "2021",
        Year = 2023,
        Authority = "石桥镇人民政府",
        Title = null,
        Published = null,
        Sections = ImmutableDictionary<string, string>.Empty,
        Cells = [new CellReading(new CellId("applications.new.total"), 1, "1", 1, new HtmlLocator("td"), "grid.headers", ["checks:hold"])],
        ChecksPassed = 0,
        Violations = [],
        Confidence = 0.95,
        Status = ReviewStatus.Review,
        Trust = SourceTrust.Unknown,
        Layout = "grid",
    };
}
