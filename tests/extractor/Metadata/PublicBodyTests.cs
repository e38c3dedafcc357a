using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Metadata;

namespace Pipeline.Extractor.Tests.Metadata;

public sealed class PublicBodyTests
{
    [Theory]
    [InlineData("石桥镇", "石桥镇人民政府")]
    [InlineData("永兴傣族乡", "永兴傣族乡人民政府")]
    [InlineData("新华街道", "新华街道办事处")]
    [InlineData("桐城区", "桐城区人民政府")]
    [InlineData("洛昌县审计局", "洛昌县审计局")]
    public void Short_names_are_completed(string name, string official) => Assert.Equal(official, PublicBody.Complete(name));

    [Theory]
    [InlineData("阳溪县石桥镇人民政府", "石桥镇人民政府", true)]
    [InlineData("石桥镇人民政府", "石桥镇人民政府", false)]
    [InlineData("阳溪县人民政府", "石桥镇人民政府", false)]
    [InlineData("关于石桥镇人民政府", "石桥镇人民政府", false)]
    public void A_fuller_name_has_its_divisions_before_it(string candidate, string name, bool fuller) => Assert.Equal(fuller, PublicBody.IsFuller(candidate, name));

    [Theory]
    [InlineData("温州市鹿城区人民政府办公室", AdministrativeLevel.County)]
    [InlineData("云岭省自然资源厅", AdministrativeLevel.Province)]
    [InlineData("岚宁市应急管理局", AdministrativeLevel.Prefecture)]
    [InlineData("武山县温泉镇人民政府", AdministrativeLevel.Township)]
    [InlineData("新华街道办事处", AdministrativeLevel.Township)]
    public void The_level_follows_from_the_name(string name, AdministrativeLevel level) => Assert.Equal(level, PublicBody.LevelOf(name));
}
