using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Scoring;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor.Tests.Scoring;

/// <summary>Two columns that are taken for each other leave every sum across the row as it is.</summary>
public sealed class ColumnPlacesTests
{
    private const string Official = "项目 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计";

    [Theory]
    [InlineData(Official, true, 0)]
    [InlineData("项目 | 总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他", true, 0)]
    [InlineData("项目 | 自然人 | 商业企业 | 社会公益组织 | 科研机构 | 法律服务机构 | 其他 | 总计", true, 1)]
    [InlineData("项目 | 其他 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 总计", true, 1)]
    [InlineData("项目 | 自然人 | 商业企业 | 社会公益组织 | 科研机构 | 法律服务机构 | 其他 | 总计", false, 0)]
    public void Another_order_of_columns_without_rules_is_in_doubt(string header, bool isUnruled, int doubts)
    {
        var figures = header.Contains("项目 | 总计", StringComparison.Ordinal) ? "6 | 3 | 2 | 0 | 0 | 0 | 1" : "3 | 2 | 0 | 0 | 0 | 1 | 6";
        var grid = Grid(header, "一、本年新收政府信息公开申请数量 | " + figures) with { IsUnruled = isUnruled };
        var page = TableAlignment.Align(new Tokenizer(AnnualReportForms.Family).Tokens([grid]));

        Assert.Equal(doubts, ColumnPlaces.Of(new SourceDocument { Reader = "test", Blocks = [grid] }, page).Count(issue => issue.Code == "report.columns-reordered"));
    }

    [Theory]
    [InlineData("信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数", "规章 | 1 | 2 | 9", 0)]
    [InlineData("信息内容 | 本年废止件数 | 现行有效件数 | 本年制发件数", "规章 | 2 | 9 | 1", 1)]
    [InlineData("信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量", "行政许可 | 12 | -2 | 40", 0)]
    public void So_it_is_in_a_table_without_sums(string header, string row, int doubts)
    {
        var grid = Grid(header, row) with { IsUnruled = true };
        var page = TableAlignment.Align(new Tokenizer(AnnualReportForms.Family).Tokens([grid]));

        Assert.Equal(doubts, ColumnPlaces.Of(new SourceDocument { Reader = "test", Blocks = [grid] }, page).Count());
    }

    private static GridBlock Grid(params string[] rows)
    {
        var cells = rows.SelectMany((row, r) => row.Split('|').Select((text, c) => new GridCell(r, c, 1, 1, text.Trim(), new PdfLocator(1, 50 * c, 20 * r, (50 * c) + 40, (20 * r) + 12)))).ToImmutableArray();
        return new GridBlock(cells, rows.Length, cells.Max(cell => cell.Column) + 1, new PdfLocator(1, 0, 0, 400, 40));
    }
}
