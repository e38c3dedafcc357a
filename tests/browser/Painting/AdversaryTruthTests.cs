using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Tests.Seen;

namespace Pipeline.Browser.Tests.Painting;

/// <summary>
/// What the adversary says that a person sees is what Chromium paints; and what is stored of its pages with the second eye is never accepted wrongly.
/// <c>scripts/adversary eye</c> runs hundreds and prints the table.
/// </summary>
public sealed class AdversaryTruthTests(Eye eye, ITestOutputHelper output) : IClassFixture<Eye>
{
    [Fact]
    public Task A_handful_of_tricks_is_painted_as_the_adversary_says() => Run(seed: 3, count: 8);

    [Fact(Explicit = true)]
    public Task Hundreds_of_tricks_are_painted_as_the_adversary_says() => Run(Setting("ADVERSARY_SEED", 1), Setting("ADVERSARY_COUNT", 300));

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : usual;

    private async Task Run(int seed, int count)
    {
        var cells = FormCatalog.Current.Form("2021").Cells;
        var (painted, read, accepted) = (0, 0, 0);
        var wrong = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var dice = new Random((seed * 1_000_003) + i);
            var cell = dice.Next(cells.Length);
            var (trick, document, seen) = dice.Next(10) switch { 0 or 1 => AdversaryHtml.Shown(dice, cell), 2 or 3 => AdversaryHtml.Raised(dice, cell), _ => AdversaryHtml.Hidden(dice, cell) };
            var value = Value(await eye.ReadPainted(document), cells[cell].Id);
            var report = Assert.Single((await eye.Read(document)).Reports);
            painted += value == seen ? 1 : 0;
            read += Value(report, cells[cell].Id) == seen ? 1 : 0;
            accepted += report.Status == ReviewStatus.Accepted ? 1 : 0;
            if (value != seen)
                wrong.Add($"painted {value} for {seen}: {trick}");
            if (Value(report, cells[cell].Id) != seen && report.Status == ReviewStatus.Accepted)
                wrong.Add($"ACCEPTED {Value(report, cells[cell].Id)} for {seen}: {trick}");
        }

        output.WriteLine($"| {count} | painted as said {painted} | read as seen {read} | accepted {accepted} |");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static decimal? Value(AnnualReport report, Pipeline.Contracts.CellId cell) => report.Cells.Single(its => its.Cell == cell).Value;
}
