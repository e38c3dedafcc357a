using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Tests.Work;

public sealed class KnownTextsTests
{
    [Fact]
    public void A_text_met_before_is_not_compared_again()
    {
        var compared = 0;
        var known = new KnownTexts<int>(text =>
        {
            compared++;
            return text.Length;
        });

        Assert.Equal([2, 2, 3], [known["总计"], known["总计"], known["自然人"]]);
        Assert.Equal(2, compared);
    }
}
