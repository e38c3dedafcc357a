using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Tests.Work;

public sealed class WordingTests
{
    private const double Least = 0.74;

    private static readonly string[] Texts =
        ["自然人", "自然人数", "商业企业", "企业", "科研机构", "社会公益组织", "公益组织", "法律服务机构", "其他", "总计", "本年新制作数量", "本年新公开数量", "结转下年度继续办理", "结转下年", "属于国家秘密", "不予公开属于国家秘密", "行政许可", "行政处罚", "abc", "a"];

    [Fact]
    public void The_cheap_bound_spares_no_comparison_that_would_have_counted()
    {
        foreach (var official in Texts.Select(text => LabelText.Of(text)))
        {
            var wording = new Wording(official);
            foreach (var text in Texts.Select(text => LabelText.Of(text)))
            {
                var exhaustive = Similarity.OfEdits(text.Core, official.Core);
                if (exhaustive >= Least)
                    Assert.True(wording.Likeness(text, Least) >= exhaustive, $"{text.Core} is like {official.Core}.");
                Assert.True(wording.Likeness(text, Least) is 0 or >= Least);
            }
        }
    }
}
