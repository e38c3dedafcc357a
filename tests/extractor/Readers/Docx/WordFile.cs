using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Pipeline.Extractor.Tests.Readers.Docx;

/// <summary>Writes the smallest Word file around a body, so that a test shows the very markup that it is about.</summary>
internal static class WordFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" " +
        "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    /// <param name="more">Further parts; one of a name that is there replaces it.</param>
    public static byte[] With(string body, params (string Name, string Content)[] more)
    {
        (string Name, string Content)[] parts =
        [
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/><Default Extension=\"html\" ContentType=\"text/html\"/><Default Extension=\"mht\" ContentType=\"message/rfc822\"/><Default Extension=\"bin\" ContentType=\"application/octet-stream\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/document.xml", $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>"),
            .. more,
        ];
        parts = [.. parts.GroupBy(part => part.Name).Select(same => same.Last())];
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }
        return file.ToArray();
    }

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Cell(string content, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>";

    public static string Table(params string[][] rows) => $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row)}</w:tr>"))}</w:tbl>";

    /// <summary>The same file as Word saves it under "XML document".</summary>
    public static byte[] Flat(byte[] zipped)
    {
        using var archive = new ZipArchive(new MemoryStream(zipped));
        var types = XElement.Parse(Content(archive.GetEntry("[Content_Types].xml")!)).Elements().ToDictionary(type => (string?)type.Attribute("PartName") ?? (string?)type.Attribute("Extension") ?? "", type => (string?)type.Attribute("ContentType"));
        var parts = archive.Entries.Where(part => part.FullName != "[Content_Types].xml")
            .Select(part => $"<pkg:part pkg:name=\"/{part.FullName}\" pkg:contentType=\"{types.GetValueOrDefault("/" + part.FullName) ?? types[Path.GetExtension(part.FullName)[1..]]}\">{Held(part)}</pkg:part>");
        return Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\">{string.Concat(parts)}</pkg:package>");
    }

    private static string Held(ZipArchiveEntry part)
    {
        if (Path.GetExtension(part.FullName) is ".xml" or ".rels")
            return $"<pkg:xmlData>{XElement.Parse(Content(part))}</pkg:xmlData>";
        using var bytes = new MemoryStream();
        using var content = part.Open();
        content.CopyTo(bytes);
        return $"<pkg:binaryData>{Convert.ToBase64String(bytes.ToArray())}</pkg:binaryData>";
    }

    private static string Content(ZipArchiveEntry part)
    {
        using var content = new StreamReader(part.Open());
        return content.ReadToEnd();
    }
}
