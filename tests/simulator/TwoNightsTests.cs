namespace Pipeline.Simulator.Tests;

public sealed class ShortNightsTests(ShortNights nights) : TwoNightsTests<ShortNights>(nights);

[Trait("Category", "Simulation")]
public sealed class LongNightsTests(LongNights nights) : TwoNightsTests<LongNights>(nights);

public abstract class TwoNightsTests<TNights>(TNights nights) : IClassFixture<TNights>
    where TNights : TwoNights
{
    private const double LeastFound = 0.99;

    // The referee also counts the pages of a site that gives Last-Modified with its documents only: these cannot be asked for conditionally.
    private const double LeastConditional = 0.8;

    [Fact]
    public void Every_reachable_report_is_found_on_both_nights() => Assert.All(nights.Second.Nights, night =>
    {
        Assert.True(night.Expected > 0);
        Assert.True(night.Found >= LeastFound * night.Expected, string.Join('\n', night.Missing));
    });

    [Fact]
    public void Every_report_becomes_a_record_after_each_night() => Assert.All([nights.First.Records, nights.Second.Records], records =>
    {
        Assert.True(records.Found == records.Expected, string.Join('\n', records.Missing));
        Assert.Equal(0, records.FromForbidden);
    });

    [Fact]
    public void Nothing_that_robots_forbids_is_requested() => Assert.All(nights.Second.Nights, night =>
    {
        Assert.Empty(night.RobotsViolationUrls);
        Assert.Empty(night.RobotsNotReadFirst);
    });

    [Fact]
    public void No_canary_is_visited() => Assert.All(nights.Second.Nights, night => Assert.Empty(night.CanaryPaths));

    [Fact]
    public void Retry_After_and_crawl_delay_are_kept_even_across_the_kill() => Assert.All(nights.Second.Nights, night =>
    {
        Assert.Equal(0, night.RetryAfterViolations);
        Assert.Empty(night.CrawlDelayBroken);
    });

    [Fact]
    public void A_host_sees_one_connection_at_a_time() => Assert.Equal(1, nights.Second.Nights[1].MaxConcurrency);

    [Fact]
    public void The_kill_repeats_at_most_the_requests_that_were_in_flight()
    {
        var night = nights.First.Nights[0];
        Assert.InRange(night.DuplicateDocuments + night.DuplicatePages, 0, nights.MostInFlight);
    }

    [Fact]
    public void A_night_without_a_kill_fetches_no_document_twice() => Assert.Equal(0, nights.Second.Nights[1].DuplicateDocuments);

    [Fact]
    public void Every_changed_new_and_gone_report_is_noticed()
    {
        var changes = nights.Second.Nights[1].NightChanges;
        Assert.Superset(new HashSet<string> { "changed", "new", "gone_noticed" }, changes.Keys.ToHashSet());
        Assert.All(changes, change => Assert.True(IsComplete(change.Value), $"{change.Key} {change.Value}\n{nights.Second.Table}"));
    }

    [Fact]
    public void Records_carry_the_changed_numbers()
    {
        var cells = nights.Second.Records.ChangedCells;
        Assert.True(cells is not null && IsComplete(cells), cells);
    }

    [Fact]
    public void Unchanged_pages_are_asked_for_with_their_validators() => Assert.InRange(nights.Second.Nights[1].ConditionalShare ?? 0, LeastConditional, 1);

    private static bool IsComplete(string ratio) => ratio.Split('/') is [var noticed, var all] && noticed == all;
}
