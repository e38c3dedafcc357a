using System.Text;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Tests.Readers;
using Pipeline.Extractor.Tests.Readers.Ofd;

namespace Pipeline.Browser.Tests;

/// <summary>Documents of kinds that the sample site does not publish.</summary>
internal static class SpottedFiles
{
    public static TheoryData<string> Names => ["scan.pdf", "picture.jpg", "picture-of-a-table.html", "layout.ofd", "sheet.xlsx"];

    public static bool NeedsRecognition(string name) => name is "scan.pdf" or "picture.jpg" or "picture-of-a-table.html";

    public static async Task<byte[]> Bytes(string name) => name switch
    {
        "scan.pdf" => SamplePaths.Bytes("scans/table-skewed.pdf"),
        "picture.jpg" => SamplePaths.Bytes("scans/table.jpg"),
        "picture-of-a-table.html" => Encoding.UTF8.GetBytes(
            $"<html><head><meta charset='utf-8'><title>平川市水务局2022年政府信息公开工作年度报告</title></head><body><h1>平川市水务局2022年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>本年度公开情况如下，请予监督。</p><p><img src='data:image/jpeg;base64,{Convert.ToBase64String(SamplePaths.Bytes("scans/table.jpg"))}'></p></body></html>"),
        "layout.ofd" => OfdFile.Of((await PdfEngines.All[0].Read(SamplePaths.Bytes("corpus/pdf-of-writer.pdf"), PdfLimits.Default, default)).Pages),
        _ => SamplePaths.Bytes("office-twins/word.xlsx"),
    };
}
