using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Metadata.Divisions;

namespace Pipeline.Extractor.Tests.Metadata.Divisions;

public sealed class AdministrativeDivisionsTests
{
    [Theory]
    [InlineData("温州市鹿城区人民政府办公室", "330302")]
    [InlineData("武山县温泉镇人民政府", "620524")]
    [InlineData("浙江省自然资源厅", "330000")]
    [InlineData("南京市鼓楼区人民政府", "320106")]
    [InlineData("昆山市财政局", "320583")]
    public void The_lowest_division_of_the_name_gives_the_code(string body, string code) => Assert.Equal(code, AdministrativeDivisions.CodeOf(body));

    [Theory]
    [InlineData("鼓楼区人民政府")]
    [InlineData("温泉镇人民政府")]
    [InlineData("漳宁市沙河口镇人民政府")]
    public void A_name_that_does_not_tell_which_has_none(string body) => Assert.Null(AdministrativeDivisions.CodeOf(body));

    [Fact]
    public void A_county_level_city_is_no_prefecture() => Assert.Equal(AdministrativeLevel.County, AdministrativeDivisions.LevelOf(AdministrativeDivisions.CodeOf("昆山市财政局")!));
}
