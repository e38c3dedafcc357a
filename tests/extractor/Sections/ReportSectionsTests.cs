using System.Text;
using Pipeline.Extractor.Tests.Seen;

namespace Pipeline.Extractor.Tests.Sections;

public sealed class ReportSectionsTests
{
    [Theory]
    [InlineData("五、主要不足与今后打算", "六、其他需要报告事项")]
    [InlineData("五、2024年政府信息公开工作存在的问题及2025年改进思路", "六、其他需要报告事项")]
    [InlineData("五、存在的主要问题及改进情况", "六、其他需报告的情况")]
    public async Task Of_a_wording_of_the_pages_own_the_number_tells_the_section(string fifth, string sixth)
    {
        var sections = await Read(fifth, sixth);

        Assert.StartsWith("2024年，我镇政府信息公开工作", sections["problems"], StringComparison.Ordinal);
        Assert.EndsWith("短视频等形式。", sections["problems"], StringComparison.Ordinal);
        Assert.StartsWith("（一）按照", sections["other"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_of_a_list_within_a_section_head_none() =>
        Assert.Contains("六、加强督查", (await Read("五、存在的主要问题及改进情况", "一、完善制度</p><p>六、加强督查"))["problems"], StringComparison.Ordinal);

    private static async Task<IReadOnlyDictionary<string, string>> Read(string fifth, string sixth)
    {
        var page = Encoding.UTF8.GetString(SeenReport.Page("12"))
            .Replace("<h2>五、存在的主要问题及改进情况</h2>", $"<p>{fifth}</p>", StringComparison.Ordinal).Replace("<h2>六、其他需要报告事项</h2>", $"<p>{sixth}</p>", StringComparison.Ordinal);
        return (await SeenReport.Read(Encoding.UTF8.GetBytes(page), "text/html")).Sections;
    }
}
