
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
    [InlineData("一、2023年政府信息公开工作总体情况", "overview")]
    [InlineData("一、总体工作情况", "overview")]
    [InlineData("二、主动公开情况", "disclosure")]
    [InlineData("三、依申请公开情况", "applications")]
    [InlineData("五、存在的主要问题及整改措施", "problems")]
    [InlineData("五、当前存在的主要问题及下一步改进措施", "problems")]
    [InlineData("五、2023年存在的不足和2024年工作打算", "problems")]
    [InlineData("五、存在问题及下一步工作计划", "problems")]
    [InlineData("六、其他事项", "other")]
    [InlineData("六、需要报告的其他事项", "other")]
    [InlineData("其他事项", "other")]
    public void Headings_are_known_by_their_wording(string text, string section) => Assert.Equal(section, AnnualReportForms.Family.Headings.Match(text));

    [Theory]
    [InlineData("（一）主动公开政府信息情况")]
    [InlineData("一、主动公开")]
    [InlineData("其他处理")]
    [InlineData("2022年，本机关主动公开政府信息384条。")]
    public void Topics_and_prose_head_no_section(string text) => Assert.Null(AnnualReportForms.Family.Headings.Match(text));

    [Fact]
    public void A_heading_may_begin_its_paragraph() =>
        Assert.Equal(("overview", "2022年，我镇工作取得成效。"), AnnualReportForms.Family.Headings.Leading("一、总体情况。2022年，我镇工作取得成效。") is { } leading ? (leading.Heading.Section, leading.Text) : default);

    [Fact]
    public void A_numbered_heading_in_the_forms_words_outweighs_a_topic_called_alike() =>
        Assert.True(AnnualReportForms.Family.Headings.Weigh("二、主动公开政府信息情况")!.Value.Weight > AnnualReportForms.Family.Headings.Weigh("一、主动公开情况")!.Value.Weight);
}
