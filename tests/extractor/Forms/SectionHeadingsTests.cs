
namespace Pipeline.Extractor.Tests.Forms;

public sealed class SectionHeadingsTests
{
    [Theory]
    [InlineData("一、总体情况", "overview")]
    [InlineData("## 三、收到和处理政府信息公开申请情况", "applications")]
    [InlineData("二、主动公开政府信息的情况", "disclosure")]
    [InlineData("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", "remedies")]
    [InlineData("四、政府信息公開行政復議、行政訴訟情況", "remedies")]
    [InlineData("三、政府信息公开行政复议和行政诉讼情况", "remedies")]
    [InlineData("五、政府信息公开工作存在的主要问题及改进情况", "problems")]
    [InlineData("六、其他需要报告事项", "other")]
    public void Headings_are_known_by_their_wording(string text, string section) => Assert.Equal(section, AnnualReportForms.Family.Headings.Match(text));

    [Theory]
    [InlineData("（一）主动公开政府信息情况")]
    [InlineData("一、主动公开")]
    [InlineData("其他处理")]
    [InlineData("2022年，本机关主动公开政府信息384条。")]
    public void Topics_and_prose_head_no_section(string text) => Assert.Null(AnnualReportForms.Family.Headings.Match(text));

    [Fact]
    public void A_heading_may_begin_its_paragraph() =>
        Assert.Equal(("overview", "2022年，我镇工作取得成效。"), AnnualReportForms.Family.Headings.Leading("一、总体情况。2022年，我镇工作取得成效。"));
}
