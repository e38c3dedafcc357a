using Pipeline.Evaluation.Scores;
using static Pipeline.Evaluation.Tests.TinyReports;

namespace Pipeline.Evaluation.Tests.Scores;

public sealed class PairingTests
{
    [Fact]
    public void Reports_go_to_the_truth_of_their_authority_whatever_their_order()
    {
        var (first, second) = (Truth("石桥镇人民政府", (New, 1)), Truth("新华街道办事处", (New, 2)));
        var (ofSecond, ofFirst) = (Report("新华街道办事处", (New, 1, 1)), Report("石桥镇 人民政府", (New, 2, 1)));

        var pairing = Pairing.Of([first, second], [ofSecond, ofFirst]);

        Assert.Equal([(first, ofFirst), (second, ofSecond)], pairing.Pairs);
        Assert.Empty(pairing.Strays);
    }

    [Fact]
    public void Without_names_the_cells_that_are_right_decide()
    {
        var (first, second) = (Truth("甲局", (New, 1), (Granted, 1)), Truth("乙局", (New, 2), (Granted, 2)));
        var (ofSecond, ofFirst) = (Report(null, (New, 2, 1), (Granted, 2, 1)), Report(null, (New, 1, 1), (Granted, 9, 1)));

        Assert.Equal([(first, ofFirst), (second, ofSecond)], Pairing.Of([first, second], [ofSecond, ofFirst]).Pairs);
    }

    [Fact]
    public void What_has_no_partner_is_a_missing_report_or_a_stray()
    {
        var (truth, report) = (Truth("甲局", (New, 1)), Report("甲局", (New, 1, 1)));

        Assert.Null(Assert.Single(Pairing.Of([truth], []).Pairs).Report);
        Assert.Equal([report], Pairing.Of([], [report]).Strays);
    }

    [Fact]
    public void An_alias_names_the_body_as_well()
    {
        var truth = Truth("阳溪县石桥镇人民政府", (New, 1)) with { Aliases = ["石桥镇人民政府"] };

        Assert.True(Pairing.IsNamed(truth, Report("石桥镇（人民政府）")));
        Assert.False(Pairing.IsNamed(truth, Report("石桥镇")));
        Assert.False(Pairing.IsNamed(truth, Report(null)));
    }
}
