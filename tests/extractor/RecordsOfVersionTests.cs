using System.Security.Cryptography;
using System.Text.Json;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.TextDumps;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests;

/// <summary>The version of the extractor names its results: when a record of the samples changes, the version must.</summary>
public sealed class RecordsOfVersionTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests/samples");

    [Fact]
    public async Task Records_of_the_samples_change_with_the_version_alone()
    {
        // PDFs and Office files depend on programs that the machine has.
        var files = Directory.EnumerateFiles(Path.Combine(Folder, "corpus")).Where(file => Path.GetExtension(file) is ".html" or ".txt" or ".docx").Order(StringComparer.Ordinal).ToList();
        var extractor = new ReportExtractor([new HtmlReader(), new DocxReader(), new PlainTextReader()], FormCatalog.Current);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(await extractor.Extract(await File.ReadAllBytesAsync(file), new DocumentHints { FileName = Path.GetFileName(file) }, default)));

        var found = $"{ReportExtractor.Version} {Convert.ToHexStringLower(hash.GetHashAndReset())}";

        Assert.NotEmpty(files);
        Assert.True(
            found == (await File.ReadAllTextAsync(Path.Combine(Folder, "records-of-version.txt"))).Trim(),
            $"Records of tests/samples/corpus have changed. Raise ReportExtractor.Version and write into tests/samples/records-of-version.txt: {found}");
    }
}
