using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Web.Bodies;

namespace Pipeline.Web.Explore.Regions;

/// <param name="Path">The region and those that it is within.</param>
/// <param name="Years">The newest first.</param>
/// <param name="Rows">By rank in the year; null while they are added up.</param>
/// <param name="Address">Of this page.</param>
public sealed record RegionsModel(RegionQuestion Question, IReadOnlyList<Region> Path, IReadOnlyList<int> Years, IReadOnlyList<RegionRow>? Rows, bool IsOld, string Address)
{
    /// <summary>The one that was asked for, or the newest.</summary>
    public int Year => Question.Year ?? (Years.Count > 0 ? Years[0] : 0);

    /// <summary>What the plots show: the cell, of which bodies, in which year.</summary>
    public LocalizedText Title
    {
        get
        {
            var cell = FiguresPage.Cells.First(cell => cell.Id == Question.Cell).Name;
            var kind = BodyLabels.Of(Question.Kind);
            var (english, chinese) = Question.Measure switch
            {
                RegionMeasure.Sum => (cell.English, cell.Chinese),
                RegionMeasure.Mean => ($"{cell.English}, per body", $"{cell.Chinese}（每机关平均）"),
                _ => ("share of bodies that reported", "已报告机关占比"),
            };
            return new(string.Create(CultureInfo.InvariantCulture, $"{english}: {kind.English}, {Year}"), string.Create(CultureInfo.InvariantCulture, $"{Year}年{kind.Chinese}：{chinese}"));
        }
    }

    /// <summary>Regions with a number to compare, the greatest first.</summary>
    public IEnumerable<(RegionRow Row, double Value)> Ranked => (Rows ?? []).Select(row => (row, Value: row.Value(Year, Question.Measure))).Where(row => row.Value is not null).Select(row => (row.row, row.Value!.Value));

    /// <summary>The regions that are followed over the years.</summary>
    public IEnumerable<RegionRow> Compared => (Rows ?? []).Where(row => row.Region is { } region && Question.Compare.Contains(region.Code));
}
