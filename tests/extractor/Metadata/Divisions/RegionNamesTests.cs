using Pipeline.Extractor.Metadata.Divisions;

namespace Pipeline.Extractor.Tests.Metadata.Divisions;

public sealed class RegionNamesTests
{
    private static readonly RegionNames Names = new();

    [Theory]
    [InlineData("420000", "429000", "仙桃市")]
    [InlineData("460000", "469000", "文昌市")]
    public void Counties_directly_under_a_province_stand_below_a_division_of_their_own(string province, string direct, string county)
    {
        Assert.Contains(Names.Below(province), region => region.Code == direct);
        Assert.Equal("直辖县级行政区划", Names.NameOf(direct));
        Assert.Contains(Names.Below(direct), region => region.Name == county);
    }

    [Fact]
    public void Districts_of_a_municipality_follow_at_once() => Assert.Contains(Names.Below("110000"), region => region.Name == "海淀区");
}
