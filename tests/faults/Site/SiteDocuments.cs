using System.Globalization;
using System.Text;

namespace Pipeline.Faults.Tests.Site;

/// <summary>
/// As many different documents as are asked for, the same each time: reports of the corpus, each under the name of another body, and among them pages
/// that are no report and files that are broken.
/// </summary>
internal static class SiteDocuments
{
    // A document in ten is no report, one in twelve is broken.
    private const int NoReportEvery = 10;
    private const int BrokenEvery = 12;

    private const string Places = "清澜石坪云岭双桥白塔东渡柳河金沙青枫望江临泽新阳安澜高桥永宁盐湖丹霞南屏北塘西渡";
    private const string Firsts = "东西南北上下前后左右中新";
    private const string Seconds = "河山桥塘岭坪溪湖沟店屯寨";

    private static readonly string Corpus = System.IO.Path.Combine(AppContext.BaseDirectory, "corpus");

    /// <summary>Reports in which the name of the body stands as it is written here.</summary>
    private static readonly (string File, string Authority, int Year)[] Light =
    [
        ("plain-page-other-wording.html", "嵩陵市人民政府办公室", 2023), ("tab-dump-decoy-table.txt", "漳陵县人民政府办公室", 2024), ("plain-page.html", "岑城市上桥镇人民政府", 2022),
        ("row-dump-blank-zeros.txt", "洛昌县教育局", 2023), ("tab-dump-check-column-left-out.txt", "朔丰县沙洞乡人民政府", 2022),
    ];

    /// <summary>Pages of 90 KB, which take long to read.</summary>
    private static readonly (string File, string Authority, int Year)[] Heavy = [("trs-full-width-digits.html", "江右省发展和改革委员会", 2025), ("trs-blank-zeros.html", "淇昌市城东区人民政府", 2023)];

    private static readonly string Other = Text("notice-with-blank-form.html");

    /// <summary>The documents of one host.</summary>
    public static IReadOnlyList<SiteDocument> Of(int host, int count, bool heavy) => [.. Enumerable.Range(0, count).Select(number => Of(host, number, heavy ? Heavy : Light))];

    private static SiteDocument Of(int host, int number, (string File, string Authority, int Year)[] reports)
    {
        var (file, authority, year) = reports[(host + number) % reports.Length];
        var name = $"{Places.Substring(host * 2 % Places.Length, 2)}县{Firsts[number / Seconds.Length % Firsts.Length]}{Seconds[number % Seconds.Length]}镇人民政府";
        var title = $"{name}{year.ToString(CultureInfo.InvariantCulture)}年政府信息公开工作年度报告";
        var place = string.Create(CultureInfo.InvariantCulture, $"/zwgk/zfxxgknb/{year + 1}01/t{year + 1}0115_{number}");
        if (number % BrokenEvery == BrokenEvery - 1)
            return new($"{place}.pdf", title, "application/pdf", Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"%PDF-1.4\n% broken off, {host} {number}\n1 0 obj\n<< /Type /Cata")));
        if (number % NoReportEvery == NoReportEvery - 1)
            return Page($"{place}.html", title, string.Create(CultureInfo.InvariantCulture, $"{Other}<!-- {host} {number} -->"));
        var text = Text(file).Replace(authority, name, StringComparison.Ordinal);
        return file.EndsWith(".txt", StringComparison.Ordinal)
            ? new($"{place}.txt", title, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text))
            : Page($"{place}.html", title, text);
    }

    private static SiteDocument Page(string path, string title, string text) => new(path, title, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(text));

    private static string Text(string file) => File.ReadAllText(System.IO.Path.Combine(Corpus, file));
}
