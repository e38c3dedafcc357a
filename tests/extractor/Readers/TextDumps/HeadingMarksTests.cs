using Pipeline.Extractor.Readers.TextDumps;

namespace Pipeline.Extractor.Tests.Readers.TextDumps;

public sealed class HeadingMarksTests
{
    [Theory]
    [InlineData("## 一、总体情况", "一、总体情况", 2)]
    [InlineData("#一、总体情况", "一、总体情况", 1)]
    [InlineData("# 石桥镇2023年年报 {#石桥镇 .title}", "石桥镇2023年年报", 1)]
    [InlineData("== 一、总体情况 ==", "一、总体情况", 2)]
    [InlineData(".. rubric:: 石桥镇2023年年报", "石桥镇2023年年报", 1)]
    [InlineData("一、总体情况", "一、总体情况", null)]
    [InlineData("========", "========", null)]
    [InlineData(".. container:: article", ".. container:: article", null)]
    public void Signs_before_and_behind_a_heading_tell_its_level_and_are_no_part_of_it(string line, string text, int? level) => Assert.Equal((text, level), HeadingMarks.Of(line));
}
