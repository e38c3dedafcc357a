using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Tests.Forms;

public sealed class LabelLexiconTests
{
    [Theory]
    [InlineData("一、本年新收政府信息公开申请数量", "new")]
    [InlineData("（一）予以公开", "granted")]
    [InlineData("(二)部分公开(区分处理的，只计这一情形，不计其他情形)", "partial")]
    [InlineData("部分公开", "partial")]
    [InlineData("2.其他法律、行政法规禁止公开", "denied.law_forbids")]
    [InlineData("3.危及三安全一稳定", "denied.security_stability")]
    [InlineData("3.要求提供公开出版物的", "not_processed.publication")]
    [InlineData("四、结转下年", "carried_forward")]
    [InlineData("四、結轉下年度繼續(xù)辦理", "carried_forward")]
    [InlineData("(七)合计", "handled_total")]
    [InlineData("（三）不予公开1.属于国家秘密", "denied.state_secret")]
    [InlineData("（六）其他处理 3.其他", "other_handling.other")]
    [InlineData("１．屬於國家秘密", "denied.state_secret")]
    public void Rows_of_table_three_are_known_in_their_variants(string text, string key) => Assert.Equal(key, Best(text, "applications", Axis.Row));

    [Theory]
    [InlineData("商业\n企业", "commercial")]
    [InlineData("公益组织", "social")]
    [InlineData("总 计", "total")]
    [InlineData("其他", "other")]
    public void Applicants_are_known_in_their_variants(string text, string key) => Assert.Equal(key, Best(text, "applications", Axis.Column));

    [Theory]
    [InlineData("本年增/减（指2020年增加或减少的事项数）", "items_change")]
    [InlineData("本年收费金额（万元）", "amount_10k_cny")]
    [InlineData("本年新公开数量", "published")]
    [InlineData("本年新制作数量", "made")]
    public void Columns_of_table_two_are_told_apart(string text, string key) => Assert.Equal(key, Best(text, "disclosure", Axis.Column));

    [Theory]
    [InlineData("备注")]
    [InlineData("政府门户网站")]
    [InlineData("全年共收到政府信息公开申请113件，其中予以公开38件。")]
    public void Other_texts_are_no_labels(string text) => Assert.Empty(AnnualReportForms.Family.Lexicon.Match(text));

    private static string? Best(string text, string table, Axis axis) =>
        AnnualReportForms.Family.Lexicon.Match(text).FirstOrDefault(match => match.Label.Table.Id == table && match.Label.Axis == axis)?.Label.Key;
}
