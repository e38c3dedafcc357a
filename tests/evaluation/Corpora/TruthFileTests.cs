using Pipeline.Evaluation.Corpora;

namespace Pipeline.Evaluation.Tests.Corpora;

public sealed class TruthFileTests
{
    private const string Record = """ "form":"2021","year":2023,"authority":"甲局","authority_aliases":["甲县甲局"],"cells":{"applications.new.total":3,"applications.granted.total":null,"disclosure.fees.amount_10k_cny":2.50} """;

    [Fact]
    public void One_report_with_numbers_and_blanks()
    {
        var record = Assert.Single(TruthFile.Parse($$"""{"id":"d1","is_report":true,{{Record}}}"""));

        Assert.Equal(("2021", 2023, "甲局"), (record.Form, record.Year, record.Authority));
        Assert.Equal(["甲县甲局"], record.Aliases);
        Assert.Equal([null, 3m, 2.5m], record.Cells.Values);
    }

    [Fact]
    public void Several_reports_on_a_page() =>
        Assert.Equal(2, TruthFile.Parse($$"""{"id":"d1","is_report":true,"records":[{{{Record}}},{{{Record}}}]}""").Length);

    [Fact]
    public void No_report() => Assert.Empty(TruthFile.Parse("""{"id":"d1","is_report":false}"""));
}
