namespace Pipeline.Extractor.Tests.GridRepair;

public sealed class AlignedRowsTests
{
    [Fact]
    public async Task Blanks_are_found_by_the_columns_that_numbers_keep()
    {
        var report = await SmallReport.OfText(
            "申请人情况                        自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计",
            "一、本年新收政府信息公开申请数量  3       1                                               0     4",
            "二、上年结转政府信息公开申请数量  0       0         0         0             0             0     0",
            "（一）予以公开                            1                   2                                 3");

        Assert.Equal("3 1 _ _ _ 0 4", SmallReport.Row(report, "new"));
        Assert.Equal("_ 1 _ 2 _ _ 3", SmallReport.Row(report, "granted"));
    }

    [Fact]
    public async Task Quotes_that_a_program_counts_as_two_places_move_nothing()
    {
        var report = await SmallReport.OfText(
            "申请人情况                    自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计",
            "一、本年新收政府信息公开申请  3       1         0         0             0             0     4",
            "3.危及“三安全一稳定”        3                 0                                     0     3",
            "4.保护第三方合法权益          0       0         0         0             0             0     0");

        Assert.Equal("3 _ 0 _ _ 0 3", SmallReport.Row(report, "denied.security_stability"));
    }

    [Fact]
    public async Task One_row_keeps_its_blanks_below_a_header_that_names_the_columns()
    {
        var report = await SmallReport.OfText(
            "一、本年新收政府信息公开申请数量  3  1  0  0  0  0  4",
            "第二十条第（一）项",
            "信息内容              本年制发件数          本年废止件数      现行有效件数",
            "行政规范性文件                              6                 18");

        decimal? Value(string column) => report.Cells.Single(cell => cell.Cell.ToString() == $"disclosure.normative_documents.{column}").Value;
        Assert.Equal([null, 6, 18], new[] { Value("issued"), Value("repealed"), Value("in_force") });
    }

    [Fact]
    public async Task Narrow_columns_with_one_space_between_keep_their_blanks()
    {
        var report = await SmallReport.OfText(
            "                                  自然 商 科 社会 法律 其 总",
            "一、本年新收政府信息公开申请数量  5    1  2  0    0    2  10",
            "二、上年结转政府信息公开申请数量  3    ０ ０ ０   ０   ０ 3",
            "（一）予以公开                    4       1                5",
            "（七）总计                        4    0  1  0    0    0  5");

        Assert.Equal("5 1 2 0 0 2 10", SmallReport.Row(report, "new"));
        Assert.Equal("3 0 0 0 0 0 3", SmallReport.Row(report, "carried_over"));
        Assert.Equal("4 _ 1 _ _ _ 5", SmallReport.Row(report, "granted"));
    }

    [Fact]
    public async Task A_table_that_a_program_breaks_in_two_has_columns_of_its_own_in_each_part()
    {
        var report = await SmallReport.OfText(
            "申请人情况                        自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  总计",
            "一、本年新收政府信息公开申请数量  3       1         0         0             0             0     4",
            "二、上年结转政府信息公开申请数量  0       0         0         0             0             0     0",
            "（一）予以公开                    1       1         0         0             0             0     2",
            "",
            "1.本机关不掌握相关政府信息                      1  0 0 0 0 0 1",
            "（四）无法提供  2.没有现成信息需要另行制作      0  0 0 0 0 0 0",
            "（七）总计                                      2  1 0 0 0 0 3");

        Assert.Equal("3 1 0 0 0 0 4", SmallReport.Row(report, "new"));
        Assert.Equal("1 0 0 0 0 0 1", SmallReport.Row(report, "unable.not_held"));
        Assert.Equal("2 1 0 0 0 0 3", SmallReport.Row(report, "handled_total"));
    }
}
