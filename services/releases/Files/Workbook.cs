using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Releases.Files;

/// <summary>
/// An Excel workbook that is written from the first sheet to the last and never held in memory. The same sheets give the same bytes: the parts are put
/// into the archive here, because the package's own writer stamps them with the time of day.
/// </summary>
internal sealed class Workbook(Stream output) : IDisposable
{
    // The first day that an archive can name.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive = new(output, ZipArchiveMode.Create);
    private readonly List<string> _sheets = [];
    private Sheet? _open;

    /// <summary>Begins a sheet and ends the one before.</summary>
    /// <param name="widths">Of its columns, in characters.</param>
    public Sheet Begin(string name, params double[] widths)
    {
        _open?.Dispose();
        _sheets.Add(name);
        _open = new Sheet(Part($"xl/worksheets/sheet{_sheets.Count}.xml"), widths);
        return _open;
    }

    /// <summary>Ends the workbook; readers show its sheets in this order, those that are not named behind.</summary>
    public void End(params string[] order)
    {
        _open?.Dispose();
        _open = null;
        var ordered = _sheets.OrderBy(name => Array.IndexOf(order, name) is >= 0 and var place ? place : int.MaxValue).ToList();
        Element("xl/workbook.xml", new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets(ordered.Select(name => new DocumentFormat.OpenXml.Spreadsheet.Sheet
        {
            Name = name, SheetId = (uint)_sheets.IndexOf(name) + 1, Id = $"sheet{_sheets.IndexOf(name) + 1}",
        }))));
        Element("xl/styles.xml", SheetStyles.All);
        Text("xl/_rels/workbook.xml.rels", Relations(
            _sheets.Select((_, place) => ($"sheet{place + 1}", "worksheet", $"worksheets/sheet{place + 1}.xml")).Append(("styles", "styles", "styles.xml"))));
        Text("_rels/.rels", Relations([("workbook", "officeDocument", "xl/workbook.xml")]));
        Text("[Content_Types].xml", ContentTypes());
    }

    public void Dispose()
    {
        _open?.Dispose();
        _archive.Dispose();
    }

    private string ContentTypes() =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{string.Concat(_sheets.Select((_, place) => $"<Override PartName=\"/xl/worksheets/sheet{place + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))}</Types>
        """;

    private static string Relations(IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"""
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>
        """;

    private Stream Part(string name)
    {
        var entry = _archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    private void Element(string name, OpenXmlElement element)
    {
        // The writer leaves its stream open.
        using var part = Part(name);
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteElement(element);
    }

    private void Text(string name, string text)
    {
        using var writer = new StreamWriter(Part(name));
        writer.Write(text);
    }
}
