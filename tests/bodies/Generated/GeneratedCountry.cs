using System.Globalization;
using Pipeline.Bodies.Names;
using Pipeline.Contracts.Ports;

namespace Pipeline.Bodies.Tests.Generated;

/// <summary>
/// Bodies of real divisions over ten years with everything that happens to their names: reforms, townships that became towns, counties that became districts, offices that speak for their
/// government, abbreviations, names without their division on the division's own site, and the same names all over the country.
/// </summary>
internal sealed class GeneratedCountry
{
    public const int FirstYear = 2015;
    public const int LastYear = 2024;

    private static readonly string[] Departments =
    [
        "民政局", "财政局", "司法局", "审计局", "统计局", "交通运输局", "水务局", "教育局", "公安局", "信访局", "商务局", "医疗保障局", "发展和改革局", "人力资源和社会保障局", "住房和城乡建设局", "卫生健康局",
    ];

    private static readonly (string Before, string After, int From)[] Reformed =
    [
        ("农业局", "农业农村局", 2019), ("国土资源局", "自然资源和规划局", 2019), ("环境保护局", "生态环境局", 2019), ("安全生产监督管理局", "应急管理局", 2019), ("文化广电新闻出版局", "文化和旅游局", 2019), ("扶贫开发办公室", "乡村振兴局", 2021),
    ];

    private static readonly string[] Joined = ["工商行政管理局", "质量技术监督局", "食品药品监督管理局"];

    // A small pool: the same names stand in many counties.
    private static readonly string[] Towns = ["城关", "石桥", "新华", "东风", "双河", "龙泉", "太平", "永安", "大兴", "红旗", "青山", "白马", "柳林", "黄土岭", "马家店", "高桥", "清水河", "和平"];

    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["发展和改革局"] = "发改局", ["人力资源和社会保障局"] = "人社局", ["住房和城乡建设局"] = "住建局", ["卫生健康局"] = "卫健局", ["应急管理局"] = "应急局", ["医疗保障局"] = "医保局",
    };

    private readonly Random _random;
    private readonly Dictionary<string, string> _former;

    // Fixed by its seed, and no secret.
#pragma warning disable CA5394
    public GeneratedCountry(int bodies, int seed = 1)
    {
        _random = new Random(seed);
        _former = TableRegions.Names.Below(null).SelectMany(province => TableRegions.Names.Below(province.Code)).SelectMany(prefecture => TableRegions.Names.Below(prefecture.Code))
            .Select(county => (county.Code, TableRegions.Table.Former(county.Code).LastOrDefault())).Where(pair => pair.Item2 is not null).DistinctBy(pair => pair.Code).ToDictionary(pair => pair.Code, pair => pair.Item2!.Name, StringComparer.Ordinal);
        foreach (var province in TableRegions.Names.Below(null))
        {
            foreach (var prefecture in TableRegions.Names.Below(province.Code).Where(region => region.Code.EndsWith("00", StringComparison.Ordinal) && TableRegions.Names.Below(region.Code).Count > 3))
            {
                if (Bodies.Count < bodies)
                    Add(province, prefecture, bodies);
            }
        }
    }

    public List<TrueBody> Bodies { get; } = [];

    private void Add(Region province, Region prefecture, int most)
    {
        var site = $"p{prefecture.Code}.gov.cn";
        var government = Government(prefecture.Name, site, null, 6, hasOffice: true);
        foreach (var name in Departments)
            Plain(government, BodyKind.Department, prefecture.Name + name, site, 4);
        // Some prefectures have one site for all their counties; there every name says its county.
        var isShared = Chance(0.15);
        foreach (var county in TableRegions.Names.Below(prefecture.Code))
        {
            if (Bodies.Count < most)
                Add(province, prefecture, county, government, isShared ? site : $"c{county.Code}.gov.cn", isShared);
        }
    }

    private void Add(Region province, Region prefecture, Region county, int owner, string site, bool isShared)
    {
        var (was, changed) = (_former.GetValueOrDefault(county.Code), county.Code is { } code ? TableRegions.Table.Former(code).Select(former => former.LastYear).LastOrDefault() : 0);
        string Prefix(int year) => was is not null && year <= changed && changed < LastYear ? was : county.Name;
        string Printed(int year, bool mayOmit = true) => _random.Next(4) switch
        {
            0 when mayOmit && !isShared => "",
            1 => prefecture.Name + Prefix(year),
            2 => province.Name + prefecture.Name + Prefix(year),
            _ => isShared ? prefecture.Name + Prefix(year) : Prefix(year),
        };
        int[] steps = was is not null && changed < LastYear && changed >= FirstYear ? [FirstYear, 2018, changed + 1, 2022] : [FirstYear, 2018, 2022];

        var government = Government(Prefix, prefecture.Name, site, owner, 2, Chance(0.7), steps);
        foreach (var name in Departments.Take(9 + _random.Next(7)))
        {
            var body = New(BodyKind.Department, government, 1);
            var own = Chance(0.1) ? $"d{county.Code}{body.Number.ToString(CultureInfo.InvariantCulture)}.gov.cn" : null;
            foreach (var year in steps)
            {
                // A body's own site has no other name that tells the division.
                var on = own is not null && year >= 2018 ? own : site;
                body.Names.Add((year, Printed(year, mayOmit: on == site) + (Short.TryGetValue(name, out var brief) && Chance(0.3) ? brief : name), on));
            }
        }

        foreach (var (before, after, from) in Reformed.Where(_ => Chance(0.6)))
        {
            var body = New(BodyKind.Department, government, 1);
            foreach (var year in steps.Append(from).Distinct().Order())
                body.Names.Add((year, Printed(year) + (year < from ? before : after), site));
        }

        foreach (var name in Joined.Where(_ => Chance(0.8)))
            Bounded(government, Printed(FirstYear, mayOmit: false) + name, site, FirstYear, 2018);
        Bounded(government, Printed(2019, mayOmit: false) + "市场监督管理局", site, 2019, LastYear);
        foreach (var town in Towns.OrderBy(_ => _random.Next()).Take(5 + _random.Next(6)).ToList())
            Town(government, town, site, steps, year => Printed(year));
        // No table knows it: a person is asked.
        if (Chance(0.02))
        {
            var body = New(BodyKind.Agency, government, 1);
            body.Names.Add((FirstYear, county.Name + "招商引资服务中心", site));
            body.Names.Add((2020, county.Name + "招商投资服务中心", site));
        }
    }

    private void Town(int government, string town, string site, int[] steps, Func<int, string> printed)
    {
        var kind = Chance(0.2) ? BodyKind.Subdistrict : BodyKind.Township;
        var body = New(kind, government, 0.4);
        int? raised = kind == BodyKind.Township && Chance(0.15) ? 2017 + _random.Next(5) : null;
        foreach (var year in raised is { } step ? steps.Append(step).Distinct().Order() : (IEnumerable<int>)steps)
        {
            var name = kind == BodyKind.Subdistrict ? town + "街道办事处" : raised is { } from && year < from ? town + "乡人民政府" : town + "镇人民政府";
            body.Names.Add((year, printed(year) + (Chance(0.2) ? name.Replace("人民政府", "", StringComparison.Ordinal).Replace("办事处", "", StringComparison.Ordinal) : name), site));
        }

        // 城关乡 beside 城关镇.
        if (town == "城关" && raised is null && kind == BodyKind.Township)
            Plain(government, BodyKind.Township, printed(2016) + "城关乡人民政府", site, 0.4);
    }

    private int Government(string division, string site, int? owner, double size, bool hasOffice) => Government(_ => division, "", site, owner, size, hasOffice, [FirstYear]);

    private int Government(Func<int, string> division, string prefecture, string site, int? owner, double size, bool hasOffice, int[] steps)
    {
        var body = New(BodyKind.Government, owner, size);
        foreach (var year in steps)
        {
            // Without an office that reports for itself, the office's name stands for the government in some years.
            var office = !hasOffice && year < 2018;
            body.Names.Add((year, (Chance(0.3) ? prefecture : "") + division(year) + (office ? "人民政府办公室" : "人民政府"), site));
        }

        if (hasOffice)
        {
            var own = New(BodyKind.Department, body.Number, 0.6);
            foreach (var year in steps)
                own.Names.Add((year, division(year) + "人民政府办公室", site));
        }

        return body.Number;
    }

    private void Plain(int owner, BodyKind kind, string name, string site, double size) => New(kind, owner, size).Names.Add((FirstYear, name, site));

    private void Bounded(int owner, string name, string site, int first, int last)
    {
        var body = new TrueBody(Bodies.Count, BodyKind.Department, owner, Spread(1)) { First = first, Last = last };
        body.Names.Add((first, name, site));
        Bodies.Add(body);
    }

    private TrueBody New(BodyKind kind, int? owner, double size)
    {
        var body = new TrueBody(Bodies.Count, kind, owner, Spread(size));
        Bodies.Add(body);
        return body;
    }

    private double Spread(double size) => size * Math.Exp(_random.NextDouble() * 1.6 - 0.8);

    private bool Chance(double share) => _random.NextDouble() < share;
}
