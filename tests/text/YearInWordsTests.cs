namespace Pipeline.Text.Tests;

public sealed class YearInWordsTests
{
    [Theory]
    [InlineData("二〇二四", 2024)]
    [InlineData("二零二零", 2020)]
    [InlineData("二0二一", 2021)]
    [InlineData("二○一九", 2019)]
    [InlineData("二O二三", 2023)]
    public void A_year_in_words_is_a_number(string words, int year)
    {
        Assert.Matches($"^{YearInWords.Pattern}$", words);
        Assert.Equal(year, YearInWords.Number(words));
    }

    [Theory]
    [InlineData("二十四")]
    [InlineData("一九九八")]
    [InlineData("2024")]
    public void Other_numbers_are_no_year_in_words(string words) => Assert.DoesNotMatch(YearInWords.Pattern, words);
}
