using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;

namespace Pipeline.EndToEnd.Tests.Spots;

/// <summary>Finds the text at a locator in one snapshot.</summary>
internal abstract class SnapshotSpots
{
    public static SnapshotSpots Of(byte[] snapshot, ReadingFacts reading) => reading.Reader.Split('/')[0] switch
    {
        "html" => new HtmlSpots(snapshot, reading.Charset!),
        "pdf" => new PdfSpots(snapshot),
        "docx" => new DocxSpots(snapshot),
        _ => new TextSpots(snapshot, reading.Charset!),
    };

    public abstract Task<string> TextAt(Locator locator);
}
