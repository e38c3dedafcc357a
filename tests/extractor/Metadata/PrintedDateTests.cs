using Pipeline.Extractor.Metadata;

namespace Pipeline.Extractor.Tests.Metadata;

public sealed class PrintedDateTests
{
    [Theory]
    [InlineData("发布时间：2022-01-20 08:18", 2022, 1, 20)]
    [InlineData("2022/1/5", 2022, 1, 5)]
    [InlineData("发布时间：2022/1/2 8:03:15", 2022, 1, 2)]
    [InlineData("2022-1-2 10:30 来源：县政府办", 2022, 1, 2)]
    [InlineData("2022 年 1 月 6 日", 2022, 1, 6)]
    [InlineData("二〇二三年十二月三十一日", 2023, 12, 31)]
    [InlineData("二○二三年一月二十日", 2023, 1, 20)]
    [InlineData("二零二三年一月廿一日", 2023, 1, 21)]
    public void Dates_are_read_as_pages_print_them(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), PrintedDate.First(text));

    [Theory]
    [InlineData("2022年")]
    [InlineData("2022-13-01")]
    [InlineData("0938-3527212")]
    public void Other_numbers_are_no_dates(string text) => Assert.Null(PrintedDate.First(text));
}
