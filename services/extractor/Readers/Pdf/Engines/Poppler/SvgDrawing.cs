using System.Collections.Immutable;
using System.Xml;

namespace Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

/// <summary>Ruling lines and glyph counts from the output of <c>pdftocairo -svg</c>, read as a stream.</summary>
internal static class SvgDrawing
{
    /// <returns>One entry a page; null when the file is broken off or its pages do not agree with the document's.</returns>
    public static ImmutableArray<SvgPage>? Read(string file, PageSize size, int pageCount)
    {
        var settings = new XmlReaderSettings { CheckCharacters = false, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        var interpreter = new SvgInterpreter(PageFit(size), new PdfBox(0, 0, size.Width, size.Height));
        try
        {
            using var reader = XmlReader.Create(file, settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element)
                    interpreter.Open(reader);
                else if (reader.NodeType == XmlNodeType.EndElement)
                    interpreter.Close();
            }
        }
        catch (XmlException)
        {
            return null;
        }
        var pages = interpreter.Pages();
        return pages.Length == pageCount ? pages : null;
    }

    /// <summary>
    /// pdftocairo rounds the page up to whole points, then shrinks and centres it on the true size; this undoes it, so that lines and words
    /// share one coordinate system.
    /// </summary>
    private static SvgMatrix PageFit(PageSize size)
    {
        var (wide, high) = (Math.Ceiling(size.Width), Math.Ceiling(size.Height));
        var scale = Math.Min(1, Math.Min(size.Width / wide, size.Height / high));
        return new SvgMatrix(1 / scale, 0, 0, 1 / scale, -(size.Width - wide * scale) / 2 / scale, -(size.Height - high * scale) / 2 / scale);
    }
}
