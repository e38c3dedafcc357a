using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;

namespace Pipeline.Store.Tests.Records;

public sealed class CopyGroupsTests
{
    private static readonly CopyCandidate Official = Candidate(1, SourceTrust.Official, "http://www.qinghe.gov.cn/2023/t1.html", "now", "before");

    [Fact]
    public void Another_official_site_copies_only_when_all_agrees()
    {
        Assert.Equal(1, OriginalOf(Candidate(2, SourceTrust.Official, "http://mzj.hebei.gov.cn/2023/t1.html?a", "now")));
        Assert.Null(OriginalOf(Candidate(2, SourceTrust.Official, "http://mzj.hebei.gov.cn/2023/t1.html", "before")));
        Assert.Null(OriginalOf(Candidate(2, SourceTrust.Official, "http://mzj.hebei.gov.cn/2023/t1.html", "other")));
    }

    [Fact]
    public void A_portal_goes_before_the_sites_of_offices_that_repeat_it() => Assert.Equal(1, OriginalOf(Candidate(2, SourceTrust.Official, "http://bgs.hebei.gov.cn/t1.html", "now")));

    [Fact]
    public void A_mirror_copies_what_the_original_said_once() => Assert.Equal(1, OriginalOf(Candidate(2, SourceTrust.Mirror, "http://a.com/x", "before")));

    [Fact]
    public void A_mirror_under_the_same_path_copies_whatever_it_says() => Assert.Equal(1, OriginalOf(Candidate(2, SourceTrust.Mirror, "http://a.com/2023/t1.html", "tampered")));

    [Fact]
    public void A_mirror_that_says_something_else_elsewhere_stays_alone() => Assert.Null(OriginalOf(Candidate(2, SourceTrust.Mirror, "http://a.com/x", "other")));

    [Fact]
    public void The_start_page_is_no_path_that_tells_anything() =>
        Assert.Empty(CopyGroups.Assign([Candidate(1, SourceTrust.Official, "http://a.gov.cn/", "a"), Candidate(2, SourceTrust.Mirror, "http://b.com/", "b")]));

    [Fact]
    public void Copies_of_copies_point_at_the_original()
    {
        var copies = CopyGroups.Assign([Candidate(3, SourceTrust.Mirror, "http://b.com/y", "now"), Candidate(2, SourceTrust.Mirror, "http://a.com/x", "now"), Official]);

        Assert.Equal([(2, 1), (3, 1)], copies.Select(pair => (pair.Key, pair.Value)).Order());
    }

    private static long? OriginalOf(CopyCandidate candidate)
    {
        var copies = CopyGroups.Assign([candidate, Official]);
        return copies.TryGetValue(candidate.RecordId, out var original) ? original : null;
    }

    private static CopyCandidate Candidate(long id, SourceTrust trust, string url, string content, params string[] earlier) =>
        new(id, trust, url, content, earlier.Append(content).ToHashSet());
}
