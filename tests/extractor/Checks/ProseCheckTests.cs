using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Checks;

namespace Pipeline.Extractor.Tests.Checks;

public sealed class ProseCheckTests
{
    private static readonly ProseRule NewApplications = FormCatalog.Current.Form("2021").Prose.Single();

    [Theory]
    [InlineData("2022年，共收到政府信息公开申请113件，均按期答复。", 113)]
    [InlineData("全年新收政府信息公开申请22件，较上年增长32.7%。", 22)]
    [InlineData("截至2023年12月31日，我镇未收到依申请公开申请信息。", 0)]
    [InlineData("扎实推进各项工作。", 7)]
    public void Prose_that_agrees_or_says_nothing_is_no_issue(string overview, int printed) => Assert.Null(ProseCheck.Of(NewApplications, overview, _ => printed));

    [Fact]
    public void A_number_of_the_text_may_count_last_years_too() =>
        Assert.Null(ProseCheck.Of(NewApplications, "2022年，共收到政府信息公开申请749件。", cell => cell == NewApplications.Cell ? 713 : 36));

    [Fact]
    public void A_difference_names_both_numbers()
    {
        var issue = ProseCheck.Of(NewApplications, "2022年，共收到政府信息公开申请113件。", _ => 112);

        Assert.Equal("prose.differs", issue?.Code);
        Assert.Contains("113", issue?.Detail, StringComparison.Ordinal);
        Assert.Contains("112", issue?.Detail, StringComparison.Ordinal);
    }
}
