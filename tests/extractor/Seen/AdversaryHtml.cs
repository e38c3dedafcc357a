using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Extractor.Tests.Readers;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>The clean page with a trick played on any one of its 200 cells.</summary>
internal static partial class AdversaryHtml
{
    private static readonly string Page = Encoding.UTF8.GetString(SamplePaths.Bytes("seen/approx.html")).Replace("约12", "12", StringComparison.Ordinal);

    private static readonly Match[] Cells = Numbers().Matches(Page).ToArray();

    /// <summary>Elements that carry the trick's style, around a text.</summary>
    private static readonly string[] Carriers = ["<span{1}>{0}</span>", "<b{1}>{0}</b>", "<font{1}>{0}</font>", "<i><em{1}>{0}</em></i>", "<span><span{1}>{0}</span></span>", "<a{1}>{0}</a>", "<p style=\"display:inline\"><u{1}>{0}</u></p>"];

    public static int CellCount => Cells.Length;

    /// <summary>Figures are hidden beside the cell's own; a person sees what the clean page shows.</summary>
    public static (string Trick, byte[] Document, decimal Seen) Hidden(Random dice, int cell)
    {
        var style = PaintedTricks.Hiding[dice.Next(PaintedTricks.Hiding.Count)];
        var isSheet = dice.Next(3) == 0;
        var head = isSheet ? string.Format(CultureInfo.InvariantCulture, PaintedTricks.Sheets[dice.Next(PaintedTricks.Sheets.Count)], isSheet && style.Contains('%', StringComparison.Ordinal) ? style = "display:none" : style) : "";
        return Around(dice, cell, head, isSheet ? " class=x" : $" style=\"{style}\"", $"hidden: {style}{(isSheet ? " by a sheet" : "")}", dice.Next(1, 99).ToString(CultureInfo.InvariantCulture), mayPrecede: true);
    }

    /// <summary>Figures beside the cell's own that styles reach of which the reader does not know what they do; most hide them.</summary>
    public static (string Trick, byte[] Document, decimal Seen) Unfollowed(Random dice, int cell)
    {
        var bySheet = dice.Next(3) == 0;
        var style = bySheet ? "display:none" : UnfollowedTricks.Styles[dice.Next(UnfollowedTricks.Styles.Count)];
        var head = bySheet ? string.Format(CultureInfo.InvariantCulture, UnfollowedTricks.Sheets[dice.Next(UnfollowedTricks.Sheets.Count)], style) : "";
        return Around(dice, cell, head, bySheet ? " class=x" : $" style=\"{style}\"", $"unfollowed: {style}{head}", dice.Next(1, 99).ToString(CultureInfo.InvariantCulture), mayPrecede: true);
    }

    /// <summary>A mark of a footnote behind the cell's figure.</summary>
    public static (string Trick, byte[] Document, decimal Seen) Raised(Random dice, int cell)
    {
        var style = PaintedTricks.Raising[dice.Next(PaintedTricks.Raising.Count)];
        return Around(dice, cell, "", $" style=\"{style}\"", $"raised: {style}", dice.Next(1, 9).ToString(CultureInfo.InvariantCulture), mayPrecede: false);
    }

    /// <summary>The cell's figure put there by style, order or direction.</summary>
    public static (string Trick, byte[] Document, decimal Seen) Shown(Random dice, int cell)
    {
        var trick = PaintedTricks.Shown[dice.Next(PaintedTricks.Shown.Count)];
        var match = Cells[cell];
        return ($"shown: {trick.Head}{trick.Cell}", Document(trick.Head, match, match.Value.Replace(">" + match.Groups[1].Value + "<", $"{trick.Attributes}>{trick.Cell}<", StringComparison.Ordinal)), 12);
    }

    private static (string, byte[], decimal) Around(Random dice, int cell, string head, string attributes, string name, string digits, bool mayPrecede)
    {
        var match = Cells[cell];
        var own = match.Groups[1].Value;
        var part = string.Format(CultureInfo.InvariantCulture, Carriers[dice.Next(Carriers.Length)], digits, attributes);
        var content = (mayPrecede ? dice.Next(own.Length > 1 ? 3 : 2) : 0) switch { 0 => own + part, 1 => part + own, _ => own[..1] + part + own[1..] };
        return (name, Document(head, match, match.Value.Replace(">" + own + "<", $">{content}<", StringComparison.Ordinal)), decimal.Parse(own, CultureInfo.InvariantCulture));
    }

    private static byte[] Document(string head, Match cell, string with) =>
        Encoding.UTF8.GetBytes(string.Concat(Page.AsSpan(0, cell.Index), with, Page.AsSpan(cell.Index + cell.Length)).Replace("</head>", head + "</head>", StringComparison.Ordinal));

    [GeneratedRegex(@"<td[^>]*>(\d[\d.]*)</td>", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
