using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Tests.Normalising;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 12 ", 12)]
    [InlineData("１２", 12)]
    [InlineData("-2", -2)]
    [InlineData("－2", -2)]
    [InlineData("+13", 13)]
    [InlineData("4,605", 4605)]
    [InlineData("1，234，567", 1234567)]
    [InlineData("251000元", 251000)]
    [InlineData("3件", 3)]
    [InlineData("12①", 12)]
    [InlineData("12²", 12)]
    [InlineData("12[1]", 12)]
    [InlineData("7\u200B", 7)]
    [InlineData("3（其中网络申请2件）", 3)]
    public void Numbers_are_read_as_printed(string raw, int value) => Assert.Equal(value, NumberText.Of(raw).Value);

    [Theory]
    [InlineData("105.4985万元", "105.4985")]
    [InlineData("0.90", "0.90")]
    [InlineData("61233507.35", "61233507.35")]
    public void Decimals_keep_what_is_printed(string raw, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), NumberText.Of(raw).Value);

    [Theory]
    [InlineData("")]
    [InlineData("\u00A0")]
    [InlineData("/")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("——")]
    [InlineData("⸺")]
    [InlineData("──")]
    [InlineData("―")]
    [InlineData("－")]
    [InlineData("无")]
    [InlineData("無")]
    [InlineData("不适用")]
    public void Signs_for_not_stated_are_blank_and_never_zero(string raw)
    {
        var number = NumberText.Of(raw);

        Assert.True(number.IsBlank);
        Assert.Null(number.Value);
    }

    [Theory]
    [InlineData("行政许可")]
    [InlineData("2022年")]
    [InlineData("1.属于国家秘密")]
    [InlineData("12%")]
    [InlineData("1-2")]
    public void Other_texts_are_no_numbers(string raw) => Assert.Equal(NumberKind.Text, NumberText.Of(raw).Kind);

    [Fact]
    public void No_text_throws()
    {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
            _ = NumberText.Of(string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(1, 0xFFFF))));
    }
}
