using System.Xml.Linq;
using Pipeline.Evaluation.Calibrating;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Tests.Calibrating;

public sealed class ReliabilityTests
{
    private static readonly Judged[] Judged = [new(0.05, false), new(0.9996, true), new(0.9998, false), new(1, true)];

    [Fact]
    public void Every_reading_is_in_one_bin()
    {
        var bins = Reliability.Bins(Judged);

        Assert.Equal([(0, 1, 0), (0.9995, 3, 2)], bins.Select(bin => (bin.From, bin.Count, bin.Right)));
        Assert.Equal(2.0 / 3, bins[1].Observed, 9);
    }

    [Fact]
    public void The_diagram_has_a_point_for_every_bin()
    {
        var svg = XDocument.Parse(ReliabilityDiagram.Svg(Judged, [new Judged(0.5, true)]));

        Assert.Equal(3, svg.Descendants().Count(element => element.Name.LocalName == "circle"));
    }

    [Fact]
    public void Without_readings_there_is_nothing_to_draw()
    {
        Assert.Empty(Reliability.Bins([]));
        Assert.Equal(["  none"], Reliability.Lines([]));
    }
}
