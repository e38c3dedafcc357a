using System.IO.Compression;
using System.Text;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Office;
using Pipeline.Extractor.Tests.Readers.OpenDocument;

namespace Pipeline.Extractor.Tests.Readers.Office;

public sealed class OfficeReaderTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("word.doc", "docx/DocumentFormat.OpenXml")]
    [InlineData("word-slashes-for-zeros.wps", "docx/DocumentFormat.OpenXml")]
    [InlineData("word-slashes-for-zeros.rtf", "docx/DocumentFormat.OpenXml")]
    [InlineData("word-slashes-for-zeros.xls", "xlsx/DocumentFormat.OpenXml")]
    [InlineData("word-slashes-for-zeros.odt", "odt/1")]
    [InlineData("word-slashes-for-zeros.ods", "ods/1")]
    [InlineData("word.xlsx", "xlsx/DocumentFormat.OpenXml")]
    [InlineData("word.csv", "text/1")]
    public async Task A_report_is_read_as_exactly_as_its_twin(string file, string reader)
    {
        var isConverted = Path.GetExtension(file) is ".doc" or ".wps" or ".rtf" or ".xls";
        Assert.SkipWhen(isConverted && OfficeInstallation.Find() is null, "LibreOffice is not installed.");

        var result = await Reading.Of(Twin(file), file);

        var report = Assert.Single(result.Reports);
        Assert.Empty(Reading.Differences(report, Path.GetFileNameWithoutExtension(file)));
        Assert.NotNull(report.Authority);
        Assert.Equal(6, report.Sections.Count);
        Assert.StartsWith(reader, result.Reading.Reader, StringComparison.Ordinal);
        Assert.Equal(isConverted, result.Reading.Reader.Contains(" via LibreOffice ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_flat_OpenDocument_file_is_read_through_LibreOffice()
    {
        Assert.SkipWhen(OfficeInstallation.Find() is null, "LibreOffice is not installed.");
        var table = $"<table:table><table:table-column table:number-columns-repeated=\"2\"/><table:table-row>{OpenFile.Cell("自然人")}{OpenFile.Cell("12")}</table:table-row></table:table>";

        Assert.Equal(["自然人|12"], await Reading.Rows(OpenFile.FlatTextFile(OpenFile.P("年报") + table)));
    }

    [Fact]
    public async Task Without_LibreOffice_the_failure_names_the_package_to_install()
    {
        var extractor = new ReportExtractor([new OfficeReader(() => null)], FormCatalog.Current);

        var result = await extractor.Extract(Encoding.ASCII.GetBytes("{\\rtf1 x}"), new DocumentHints(), Stop);

        Assert.Equal((ExtractionOutcome.Failed, "failed.needs-libreoffice"), (result.Outcome, result.Reason));
        Assert.Contains("apt-get install --no-install-recommends libreoffice-writer-nogui", result.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_and_leaves_nothing_behind()
    {
        using var program = new FakeOffice("sleep 60");
        using var office = new LibreOffice(new OfficeInstallation(program.Path, "0"), new OfficeLimits { Time = TimeSpan.FromSeconds(1) });

        for (var i = 0; i < 2; i++)
            Assert.Equal("failed.timeout", (await Assert.ThrowsAsync<UnreadableDocumentException>(() => office.Convert("x"u8.ToArray(), "doc", OfficeTarget.Docx, Stop))).Reason);
        Assert.Empty(program.Folders().SelectMany(Directory.EnumerateFileSystemEntries));
    }

    [Fact]
    public async Task A_program_that_cannot_open_the_file_is_no_exception()
    {
        using var program = new FakeOffice("exit 1");
        using var office = new LibreOffice(new OfficeInstallation(program.Path, "0"));

        Assert.Null(await office.Convert("x"u8.ToArray(), "doc", OfficeTarget.Docx, Stop));
    }

    [Fact]
    public async Task What_a_killed_process_left_is_removed_at_the_next_start()
    {
        using var program = new FakeOffice("exit 1");
        var left = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "pipeline-office-2000000000-left")).FullName;

        using var office = new LibreOffice(new OfficeInstallation(program.Path, "0"));
        await office.Convert("x"u8.ToArray(), "doc", OfficeTarget.Docx, Stop);

        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public async Task Encrypted_and_damaged_files_are_failures()
    {
        Assert.Equal("failed.encrypted", await Reading.Failure(CompoundDocument.With("EncryptedPackage")));
        Assert.Equal("failed.encrypted", await Reading.Failure(CompoundDocument.With("WordDocument", flags: 0x100)));
        Assert.SkipWhen(OfficeInstallation.Find() is null, "LibreOffice is not installed.");
        Assert.Equal("failed.malformed", await Reading.Failure(CompoundDocument.With("WordDocument")));
    }

    private static byte[] Twin(string file)
    {
        var path = SamplePaths.Of($"office-twins/{file}");
        if (File.Exists(path))
            return File.ReadAllBytes(path);
        using var packed = new GZipStream(File.OpenRead(path + ".gz"), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
