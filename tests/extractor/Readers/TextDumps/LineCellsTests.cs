using System.Text;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.TextDumps;

namespace Pipeline.Extractor.Tests.Readers.TextDumps;

public sealed class LineCellsTests
{
    [Theory]
    [InlineData("规章 | 0 | 1 | 2 |", "规章;0;1;2")]
    [InlineData("规章 |  |  | 3 |", "规章;;;3")]
    [InlineData("| 规章 | 0 | 1 |", "规章;0;1")]
    [InlineData(" |  | 1 |", ";;1")]
    [InlineData("0 |", "0")]
    [InlineData("\t(二) 部分公开\t\t0\t1", ";(二) 部分公开;;0;1")]
    [InlineData("\t0", "0")]
    [InlineData("│ 规章 │ 0 │ 1 │", "规章;0;1")]
    [InlineData("| **规章** | \\- | 1\\. 甲 |", "规章;-;1. 甲")]
    [InlineData("| [[规章]{.a}]{style=\"font-size:12pt\"} | [0](./t1.html) | [1] |", "规章;0;[1]")]
    [InlineData("| 规章 | 3[1](#fn1) |", "规章;3[1](#fn1)")]
    [InlineData("2022年，本机关收到申请 3 件。", "2022年，本机关收到申请 3 件。")]
    public void A_line_comes_apart_where_its_dump_set_cells_apart(string line, string cells) =>
        Assert.Equal(cells.Split(';'), LineCells.Split(line, 1)!.Value.Select(cell => cell.Text));

    [Theory]
    [InlineData("||||")]
    [InlineData("| --- | :---: |")]
    [InlineData("::: {.article}")]
    [InlineData(":::")]
    public void Lines_without_cells_are_dropped(string line) => Assert.Null(LineCells.Split(line, 1));

    [Fact]
    public void Separated_values_come_apart_at_their_sign_but_not_within_quotes() =>
        Assert.Equal(["规章", "1,234", "", "2"], LineCells.Split("\"规章\",\"1,234\",,\"2\"", 1, ',')!.Value.Select(cell => cell.Text));

    [Fact]
    public void A_number_that_is_kept_as_text_with_an_equal_sign_is_the_number() =>
        Assert.Equal(["规章", "0", "12"], LineCells.Split("规章,=\"0\",\"=\"\"12\"\"\"", 1, ',')!.Value.Select(cell => cell.Text));

    [Fact]
    public async Task The_text_of_a_sheet_that_ends_in_the_tabs_of_its_tables_is_text() => Assert.Equal(
        ["青岚县年度报告", "二、主动公开"],
        await Reading.Texts(Encoding.UTF8.GetBytes("青岚县年度报告\t\t\t\r二、主动公开\t\t\t\r信息内容\t制发\t废止\t有效\r规章\t1\t0\t3\r")));

    [Fact]
    public async Task A_quoted_cell_between_tabs_may_hold_line_breaks() => Assert.Equal(
        ["信息内容|制发|废止", "行政规范性文件|12|3", "规章|1|0"],
        await Reading.Rows(Encoding.UTF8.GetBytes("信息内容\t制发\t废止\n\"行政\n规范性文件\"\t12\t3\n规章\t1\t0\n")));

    [Fact]
    public void Each_cell_knows_its_place()
    {
        const string line = "规章 | 12 |";

        var cell = LineCells.Split(line, 7)!.Value[1];

        var place = Assert.IsType<TextLocator>(cell.Source);
        Assert.Equal(7, place.Line);
        Assert.Equal("12", line.Substring(place.Column - 1, place.Length));
    }
}
