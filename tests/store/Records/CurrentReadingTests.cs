using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;

namespace Pipeline.Store.Tests.Records;

public sealed class CurrentReadingTests
{
    private static readonly SourceReading Page = new(
        1, "http://a.gov.cn/p.html", null, SourceState.Live, SourceTrust.Official, new DateOnly(2023, 1, 20), "2023-02-01", ReviewStatus.Accepted, 0.95, "values");

    private static readonly SourceReading Correction = Page with { VersionId = 2, Url = "http://a.gov.cn/q.html", Values = "corrected" };

    [Fact]
    public void A_mirror_never_stands_for_an_official_page_however_new() => Assert.Equal(1, Chosen(Page with { Status = ReviewStatus.Review, Confidence = 0.1 },
        Correction with { Trust = SourceTrust.Mirror, Published = new DateOnly(2024, 1, 1), Since = "2024-01-01" }));

    [Fact]
    public void The_correction_published_later_counts() => Assert.Equal(2, Chosen(Page, Correction with { Published = new DateOnly(2023, 3, 1), Confidence = 0.5, Status = ReviewStatus.Review }));

    [Fact]
    public void Without_dates_the_one_found_by_a_later_crawl_counts() => Assert.Equal(2, Chosen(Page with { Published = null }, Correction with { Published = null, Since = "2023-02-02" }));

    [Fact]
    public void Found_by_one_crawl_without_dates_the_surer_one_counts() => Assert.Equal(1, Chosen(Page with { Published = null }, Correction with { Published = null, Confidence = 0.94 }));

    [Fact]
    public void Equal_values_are_no_correction() => Assert.Equal(1, Chosen(Page, Correction with { Values = Page.Values, Published = new DateOnly(2023, 3, 1), Confidence = 0.9 }));

    [Fact]
    public void A_doubtful_attachment_does_not_correct_its_page() => Assert.Equal(1, Chosen(Page,
        Correction with { Referrer = Page.Url, Published = new DateOnly(2023, 1, 25), Confidence = 0.4, Status = ReviewStatus.Review }));

    [Fact]
    public void A_withdrawn_reading_comes_last() => Assert.Equal(1, Chosen(Page with { Confidence = 0.2 }, Correction with { State = SourceState.Withdrawn, Published = new DateOnly(2023, 3, 1) }));

    [Fact]
    public void A_page_that_is_gone_still_counts_when_nothing_newer_exists() => Assert.Equal(1, Chosen(Page with { State = SourceState.Gone, Published = new DateOnly(2023, 3, 1) }, Correction));

    private static long Chosen(params SourceReading[] readings)
    {
        var chosen = CurrentReading.Choose(readings);
        Assert.Equal(chosen, CurrentReading.Choose([.. readings.Reverse()]));
        return chosen.VersionId;
    }
}
