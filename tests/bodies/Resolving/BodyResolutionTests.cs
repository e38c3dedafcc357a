using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Resolving;

namespace Pipeline.Bodies.Tests.Resolving;

/// <summary>One case each of what happens to names.</summary>
public sealed class BodyResolutionTests
{
    private const string Site = "qinghe.gov.cn";

    [Theory]
    [InlineData("清河县农业局", "清河县农业农村局", "reform")]
    [InlineData("清河县发改局", "清河县发展和改革局", "name")]
    [InlineData("清河县发展改革局", "河北省邢台市清河县发展和改革局", "name")]
    [InlineData("清河县人民政府办公室", "清河县人民政府", "office")]
    [InlineData("清河县石桥乡人民政府", "清河县石桥镇", "township")]
    [InlineData("临安市民政局", "临安区民政局", "division")]
    public void Two_names_are_one_body(string before, string after, string evidence)
    {
        var body = Assert.Single(Of(Named(before, 2017, 2018), Named(after, 2019, 2020)).Bodies);

        Assert.Equal((2017, 2020), (body.First, body.Last));
        Assert.Contains(evidence, body.Evidence);
    }

    [Theory]
    [InlineData("清河县工商行政管理局", "清河县市场监督管理局")]
    [InlineData("清河县民政局", "清河县财政局")]
    [InlineData("邢台市民政局", "清河县民政局")]
    [InlineData("清河县民政局", "临港区民政局")]
    public void Two_names_are_two_bodies(string left, string right) => Assert.Equal(2, Of(Named(left, 2018), Named(right, 2019)).Bodies.Length);

    [Fact]
    public void The_office_that_reports_beside_its_government_is_a_department_of_it()
    {
        var bodies = Of(Named("清河县人民政府", 2019, 2020), Named("清河县人民政府办公室", 2020)).Bodies;

        Assert.Equal([BodyKind.Government, BodyKind.Department], bodies.Select(body => body.Kind));
        Assert.Equal(0, bodies[1].Government);
    }

    [Fact]
    public void A_name_without_its_place_is_of_the_sites_division_only_where_that_is_the_only_one()
    {
        Assert.Single(Of(Named("清河县民政局", 2018), Named("民政局", 2019)).Bodies);
        Assert.Equal(3, Of(Named("清河县民政局", 2018), Named("威县民政局", 2018), Named("民政局", 2019)).Bodies.Length);
    }

    [Fact]
    public void Towns_of_one_name_in_two_counties_stay_apart()
    {
        var towns = new[] { new Mention("a.gov.cn", "清河县城关镇人民政府", "清河县城关镇人民政府", null, [2020]), new Mention("b.gov.cn", "威县城关镇人民政府", "威县城关镇人民政府", null, [2021]), new Mention("b.gov.cn", "城关镇人民政府", "城关镇人民政府", null, [2022]) };

        Assert.Equal([1, 2], BodyResolution.Of(towns, TableRegions.Table, [], []).Bodies.Select(body => body.Mentions.Length).Order());
    }

    [Fact]
    public void What_a_person_decided_goes_before_everything()
    {
        Mention[] names = [Named("清河县农业局", 2018), Named("清河县农业农村局", 2019), Named("清河县投资局", 2020)];

        var resolution = BodyResolution.Of(names, TableRegions.Table, [new BodyDecision(Site, names[0].Key, Site, names[1].Key, false), new BodyDecision(Site, names[1].Key, Site, names[2].Key, true)], []);

        Assert.Equal([1, 2], resolution.Bodies.Select(body => body.Mentions.Length).Order());
        Assert.Empty(resolution.Questions);
    }

    [Fact]
    public void A_declared_body_joins_its_names_and_gives_its_government()
    {
        DeclaredBody[] declared = [new("g", "清河县人民政府", [], null, "130534", null, null, null), new("x", "清河县营商局", ["招商局"], null, "130534", "g", 2018, 2021)];

        var resolution = BodyResolution.Of([Named("清河县招商局", 2018), Named("营商局", 2020)], TableRegions.Table, [], declared);

        var body = Assert.Single(resolution.Bodies, body => body.Declared == "x");
        Assert.Equal((2, 2021, "g"), (body.Mentions.Length, body.LastExpected!.Value, resolution.Bodies[body.Government!.Value].Declared));
    }

    private static Mention Named(string name, params int[] years) => new(Site, name, name, null, [.. years]);

    private static Resolution Of(params Mention[] mentions) => BodyResolution.Of(mentions, TableRegions.Table, [], []);
}
