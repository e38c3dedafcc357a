using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.TextDumps;

namespace Pipeline.Extractor.Tests.Readers.TextDumps;

public sealed class MenuLinesTests
{
    [Theory]
    [InlineData("* 政府信息公开指南;* 石桥镇2022年政府信息公开工作年度报告2023-01-28;* 石桥镇2021年政府信息公开工作年度报告2022-01-31", 3)]
    [InlineData("• 政府信息公开指南;• 依申请公开;石桥镇2023年政府信息公开工作年度报告", 0)]
    [InlineData("- [石桥镇2022年政府信息公开工作年度报告](./t2022.html) 2023-01-28;石桥镇2023年政府信息公开工作年度报告", 1)]
    [InlineData("- [[./t2022.html][石桥镇2022年政府信息公开工作年度报告]]2023-01-28;# [石桥镇2023年政府信息公开工作年度报告](./t2023.html)", 1)]
    [InlineData("- 规章 0;- 行政许可 12;- 行政处罚 3", 0)]
    [InlineData("- 公开内容不够全面;- 公开渠道有待拓展;- 队伍建设有待加强", 0)]
    [InlineData("- |;- |;- |", 0)]
    [InlineData("* 主动公开有力，全年发布信息;* 依申请公开规范；按时答复;* 监督保障到位。", 0)]
    public void Lists_of_short_items_and_links_are_menus_and_rows_and_sentences_are_none(string lines, int menu)
    {
        var blocks = lines.Split(';').Select((line, i) => (Block)new TextBlock(line, new TextLocator(i + 1, 1, line.Length), line.StartsWith('#') ? 1 : null)).ToImmutableArray();

        var marked = MenuLines.Mark(blocks).Cast<TextBlock>().ToList();

        Assert.Equal(blocks.Length, marked.Count);
        Assert.Equal(menu, marked.Count(block => block.IsBoilerplate));
    }
}
