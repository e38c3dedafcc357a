using System.Text;
using Pipeline.Contracts.Reports;
using Pipeline.Text.Charsets;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>A document before anything is done to it, and what the extractor reads from it.</summary>
internal sealed class Original
{
    private Original(string name, byte[] bytes, string mediaType, ExtractionResult result)
    {
        Name = name;
        Bytes = bytes;
        MediaType = mediaType;
        Result = result;
        Text = mediaType is MediaTypes.Html or MediaTypes.Text ? CharsetDecision.Decode(bytes, null).Text : null;
    }

    public string Name { get; }

    public byte[] Bytes { get; }

    public string MediaType { get; }

    public ExtractionResult Result { get; }

    /// <summary>Decoded text of pages and text dumps; null for other formats.</summary>
    public string? Text { get; }

    /// <summary>The record that mutants are compared with; null where the document holds none or several.</summary>
    public AnnualReport? Report => Result.Reports is [var only] ? only : null;

    public static async Task<Original> Read(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var result = await ReportExtractor.Default.Extract(bytes, new DocumentHints(), default);
        return new Original(Path.GetFileName(file), bytes, MediaTypes.Decide(bytes, new DocumentHints()).MediaType, result);
    }

    /// <summary>Bytes of a changed text in the charset of the document.</summary>
    public byte[] Encode(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = CharsetDecision.Decode(Bytes, null).Charset;
        return (name.StartsWith("GB", StringComparison.OrdinalIgnoreCase) ? Encoding.GetEncoding("GB18030") : Encoding.GetEncoding(name)).GetBytes(text);
    }
}
