using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Containers;
using Pipeline.Extractor.Tests.Readers;
using Pipeline.Extractor.Viewing;
using SharpCompress.Compressors.BZip2;

namespace Pipeline.Extractor.Tests.Containers;

public sealed class CompressedFileTests
{
    private const string Sample = "jcms-check-column-left-out";

    private static readonly byte[] Report = SamplePaths.Bytes($"corpus/{Sample}.html");

    [Theory]
    [InlineData("gzip", CompressedReader.Content)]
    [InlineData("bzip2", CompressedReader.Content)]
    [InlineData("tar", "年报/report.html")]
    [InlineData("tar.gz", "年报/report.html")]
    [InlineData("tar.gz in zip", "年报.tgz!/年报/report.html")]
    public async Task A_report_in_a_compressed_file_or_a_tar_is_read(string kind, string name)
    {
        var bytes = kind switch
        {
            "gzip" => Gzip(Report),
            "bzip2" => Bzip2(Report),
            "tar" => Tar(),
            "tar.gz" => Gzip(Tar()),
            _ => ZippedFile.With([("年报.tgz", Gzip(Tar()))]),
        };

        var report = Assert.Single((await Reading.Of(bytes, "report.html")).Reports);

        Assert.Empty(Reading.Differences(report, Sample));
        var spot = report.Cells.First(cell => cell.Value > 0).Source;
        Assert.Equal(name, Assert.IsType<EntryLocator>(spot).Entry);
        Assert.Contains("id=\"spot\"", (await DocumentViews.Show(bytes, new DocumentHints(), spot, 1, TestContext.Current.CancellationToken)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_and_bombs_are_failures()
    {
        Assert.Equal("failed.malformed", await Reading.Failure([.. Gzip(Report)[..500], .. new byte[500]]));
        Assert.Equal("failed.malformed", await Reading.Failure(Gzip(Report)[..^1500]));
        Assert.Equal("failed.malformed", await Reading.Failure(Bzip2(Report)[..500]));
        Assert.Equal("failed.malformed", await Reading.Failure([0xFD, .. Encoding.ASCII.GetBytes("7zXZ\0 nothing of that kind")]));
        Assert.Equal("failed.too-large", await Reading.Failure(Gzip(new byte[40 << 20])));
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Bzip2(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var bzip2 = BZip2Stream.Create(packed, SharpCompress.Compressors.CompressionMode.Compress, decompressConcatenated: false, leaveOpen: true))
            bzip2.Write(content);
        return packed.ToArray();
    }

    private static byte[] Tar()
    {
        using var packed = new MemoryStream();
        using (var tar = new TarWriter(packed, TarEntryFormat.Pax, leaveOpen: true))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "年报/report.html") { DataStream = new MemoryStream(Report) });
        return packed.ToArray();
    }
}
