using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pipeline.Evaluation.Scores;

namespace Pipeline.Evaluation.Calibrating;

/// <summary>
/// The reliability diagram as SVG: stated share of errors against the observed one, both on a logarithmic scale, because nearly all readings
/// crowd near certainty. Points on the diagonal are calibrated, points below it are better than stated.
/// </summary>
public static class ReliabilityDiagram
{
    private const double Side = 360;
    private const double Margin = 70;
    private const int Decades = 5;

    // A bin without an error has no logarithm; it stands on the floor, as a ring.
    private const double Floor = 1e-5;

    public static string Svg(IReadOnlyCollection<Judged> cells, IReadOnlyCollection<Judged> records)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side + (2 * Margin)} {Side + (2 * Margin)}" font-family="sans-serif" font-size="12">""").Append('\n');
        svg.Append("""<rect width="100%" height="100%" fill="white"/>""").Append('\n');
        Axes(svg);
        Series(svg, Reliability.Bins(cells), "#1f5fa8");
        Series(svg, Reliability.Bins(records), "#c2541b");
        Text(svg, Margin, 20, "start", "Stated and observed share of errors");
        Text(svg, Margin, 38, "start", "Each layout judged by a model fitted without it");
        Text(svg, Margin, 58, "start", "cells", "#1f5fa8");
        Text(svg, Margin + 42, 58, "start", "records", "#c2541b");
        Text(svg, Margin + 98, 58, "start", "ring: no error; size: readings in the bin", "#555");
        return svg.Append("</svg>\n").ToString();
    }

    private static void Axes(StringBuilder svg)
    {
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{Margin}" y="{Margin}" width="{Side}" height="{Side}" fill="none" stroke="#888"/>""").Append('\n');
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{Margin}" y1="{Margin + Side}" x2="{Margin + Side}" y2="{Margin}" stroke="#888" stroke-dasharray="4 4"/>""").Append('\n');
        for (var decade = 0; decade <= Decades; decade++)
        {
            var share = Math.Pow(10, -decade);
            var label = decade == Decades ? "0" : (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + " %";
            Text(svg, X(share), Margin + Side + 18, "middle", label);
            Text(svg, Margin - 8, Y(share) + 4, "end", label);
        }

        Text(svg, Margin + (Side / 2), Margin + Side + 40, "middle", "stated share of errors (1 minus confidence)");
        svg.Append(CultureInfo.InvariantCulture, $"""<text transform="translate(16 {Margin + (Side / 2)}) rotate(-90)" text-anchor="middle">observed share of errors</text>""").Append('\n');
    }

    private static void Series(StringBuilder svg, ImmutableArray<ReliabilityBin> bins, string colour)
    {
        foreach (var bin in bins)
        {
            var wrong = bin.Count - bin.Right;
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(1 - bin.Stated):0.#}" cy="{Y(1 - bin.Observed):0.#}" r="{3 + Math.Log10(bin.Count):0.#}" fill="{(wrong == 0 ? "none" : colour)}" stroke="{colour}" fill-opacity="0.7"><title>{bin.Count} readings, {wrong} wrong, stated {bin.Stated:0.0000}</title></circle>""").Append('\n');
        }
    }

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text, string colour = "#222") =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}" fill="{colour}">{text}</text>""").Append('\n');

    private static double X(double share) => Margin + Along(share);

    private static double Y(double share) => Margin + Side - Along(share);

    private static double Along(double share) => Side * (1 + (Math.Log10(Math.Max(share, Floor)) / Decades));
}
