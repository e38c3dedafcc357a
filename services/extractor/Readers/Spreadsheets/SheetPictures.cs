using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Spreadsheet;
using DocumentFormat.OpenXml.Packaging;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Packages;

namespace Pipeline.Extractor.Readers.Spreadsheets;

/// <summary>The pictures of a sheet that are as large as a table may be. They lie over cells, so what they show comes after those.</summary>
internal static class SheetPictures
{
    private const double EmuPerPoint = 12_700;

    /// <summary>Points of a column that nobody has set.</summary>
    private const double UsualColumn = 48;

    /// <param name="before">Blocks of the document up to the sheet's end.</param>
    public static IEnumerable<EmbeddedPicture> In(WorksheetPart part, Sheet sheet, int before) => part.DrawingsPart is { WorksheetDrawing: { } drawing } drawings
        ? drawing.ChildElements.Where(anchor => IsWide(anchor) && !IsFolded(anchor, sheet)).SelectMany(anchor => anchor.Descendants<Picture>())
            .Where(picture => picture.NonVisualPictureProperties?.NonVisualDrawingProperties?.Hidden?.Value != true)
            .Select(picture => PartPictures.Of(drawings, picture.BlipFill?.Blip?.Embed?.Value, before)).OfType<EmbeddedPicture>()
        : [];

    private static bool IsWide(OpenXmlElement anchor) => Width(anchor) >= DocumentPictures.LeastWidth;

    private static double Width(OpenXmlElement anchor) => anchor switch
    {
        OneCellAnchor one => one.Extent?.Cx?.Value / EmuPerPoint ?? 0,
        AbsoluteAnchor absolute => absolute.Extent?.Cx?.Value / EmuPerPoint ?? 0,
        // The columns decide; few programs leave out how wide they come to.
        TwoCellAnchor two => two.Descendants<DocumentFormat.OpenXml.Drawing.Extents>().FirstOrDefault()?.Cx?.Value is > 0 and var width
            ? width / EmuPerPoint : (Place(two.ToMarker?.ColumnId?.Text) - Place(two.FromMarker?.ColumnId?.Text)) * UsualColumn,
        _ => 0,
    };

    /// <summary>Whether the picture shrinks with rows or columns that are all hidden.</summary>
    private static bool IsFolded(OpenXmlElement anchor, Sheet sheet) => anchor is TwoCellAnchor two && two.EditAs?.Value != EditAsValues.OneCell && two.EditAs?.Value != EditAsValues.Absolute
        && (All(two.FromMarker?.RowId?.Text, two.ToMarker?.RowId?.Text, sheet.HiddenRows.Contains) || All(two.FromMarker?.ColumnId?.Text, two.ToMarker?.ColumnId?.Text, sheet.HiddenColumns.Contains));

    private static bool All(string? from, string? to, Func<int, bool> isHidden)
    {
        var (first, last) = (Place(from), Math.Min(Place(to), SheetLimits.Rows));
        return Enumerable.Range(first, Math.Max(1, last - first)).All(isHidden);
    }

    private static int Place(string? text) => int.TryParse(text, out var place) && place >= 0 ? place : 0;
}
