namespace Pipeline.Text.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("鄉(xiāng)鎮", "乡镇")]
    [InlineData("行政規(guī)范性文件", "行政规范性文件")]
    [InlineData("文(wen)章(zhang)", "文章")]
    [InlineData("業(yè)務(wù)關(guān)聯(lián)發(fā)揮", "业务关联发挥")]
    [InlineData("⼯作年度报告", "工作年度报告")]
    [InlineData("２０２２年", "2022年")]
    [InlineData("商业\u3000\u200B企业", "商业 企业")]
    [InlineData("總 計\n", "总 计")]
    public void Reads_what_the_page_means(string raw, string plain) => Assert.Equal(plain, PlainText.Of(raw));

    [Theory]
    [InlineData("客户端(APP)")]
    [InlineData("第二十条第(一)项")]
    [InlineData("邮箱(email)")]
    public void Brackets_that_are_no_gloss_stay(string raw) => Assert.Equal(raw, PlainText.Of(raw));

    [Fact]
    public void Twice_is_once()
    {
        foreach (var text in new[] { "永興傣族鄉(xiāng)  人民政府", "⽂⼈ １２ \u00A0 x", "體係 全麵 法定製度" })
            Assert.Equal(PlainText.Of(text), PlainText.Of(PlainText.Of(text)));
    }

    [Fact]
    public void A_text_is_searched_for_the_very_characters_that_are_blank() => Assert.DoesNotContain(
        Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c), c => Characters.HasBlank(c.ToString()) != Characters.IsBlank(c));
}
