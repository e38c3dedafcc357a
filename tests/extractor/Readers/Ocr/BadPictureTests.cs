using System.Buffers.Binary;
using System.IO.Compression;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

/// <summary>Pictures that are rare, large, cut off or of something else: a right reading or a typed failure, and the next picture is read.</summary>
public sealed class BadPictureTests
{
    private const string FirstRow = "|75|3|0|0|0|0|78";

    // Of tests/samples/bad-pictures.
    private const int Width = 960;
    private const int Height = 360;

    public BadPictureTests() => Assert.SkipUnless(OcrInstallation.Missing().Count == 0, "Recognition is not installed: " + string.Join(", ", OcrInstallation.Missing()));

    [Theory]
    [InlineData("still.png")]
    [InlineData("cmyk.jpg")]
    public async Task A_rare_kind_of_picture_is_read(string name) => await AssertRead(Sample(name));

    [Theory]
    [InlineData("animated.gif")]
    [InlineData("animated.png")]
    [InlineData("animated.webp")]
    public async Task Of_an_animation_the_first_picture_is_read_and_that_there_are_others_is_said(string name)
    {
        await AssertRead(Sample(name));

        Assert.Contains((await Reading.Document(Sample(name))).Issues, issue => issue.Code == "ocr.pages-unread" && issue.Detail.Contains("animation", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("still.jp2", "/JPXDecode", 8)]
    [InlineData("still.jb2", "/JBIG2Decode", 1)]
    public async Task Rare_codings_in_a_PDF_are_read(string name, string filter, int bits)
    {
        var rows = await Reading.Rows(PicturedPdf.Of(PicturedPdf.Picture(50, 500, 480, 180), PicturedPdf.Image(Width, Height, "/DeviceGray", filter, Sample(name), bits)));

        // Some zeros are too coarse in black and white, and left open.
        Assert.Contains(rows, row => row.Contains("|75|3|0|", StringComparison.Ordinal) && row.EndsWith("|78", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Light_print_on_dark_ground_is_read() => await AssertRead(GreyPng(Pixels().Select(pixel => (byte)(255 - pixel)).ToArray()));

    [Fact]
    public async Task Print_across_the_page_and_upside_down_is_read()
    {
        var turned = new byte[Width * Height];
        var upright = Pixels();
        for (var i = 0; i < turned.Length; i++)
            turned[i] = upright[^(i + 1)];

        await AssertRead(GreyPng(turned));
    }

    [Theory]
    [InlineData(7, 3)]
    [InlineData(11, 1)]
    public async Task A_picture_of_something_else_has_no_text(int seed, int grain)
    {
        var random = new Random(seed);
        var coarse = Enumerable.Range(0, (Width / grain * (Height / grain)) + Width).Select(_ => (byte)random.Next(256)).ToArray();
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = coarse[(i / Width / grain * (Width / grain)) + (i % Width / grain)];

        Assert.Equal("failed.no-text", await Reading.Failure(GreyPng(pixels), "photograph.png"));
    }

    [Fact]
    public async Task Fifty_million_blank_pixels_have_no_text_and_the_next_picture_is_read()
    {
        Assert.Equal("failed.no-text", await Reading.Failure(GreyPng(Enumerable.Repeat((byte)255, 8000 * 6250).ToArray(), 8000), "large.png"));

        await AssertRead(Sample("still.png"));
    }

    [Fact]
    public async Task Of_a_thousand_pages_those_within_the_budget_are_read_and_the_others_said()
    {
        var document = await Reading.Document(Tiff(1000));

        Assert.Contains(document.Issues, issue => issue.Code == "ocr.pages-unread" && issue.Detail.StartsWith("The document has 1000 pages of pictures; the first 60 were recognised.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_of_pages_that_leads_back_into_itself_ends()
    {
        var tiff = Tiff(2);
        BinaryPrimitives.WriteUInt32LittleEndian(tiff.AsSpan(tiff.Length - 4), BinaryPrimitives.ReadUInt32LittleEndian(tiff.AsSpan(4)));

        Assert.Equal(2, TiffPages.Of(tiff).Length);
        Assert.Equal(ExtractionOutcome.NotAReport, (await Reading.Of(tiff, "scan.tiff")).Outcome);
    }

    [Fact]
    public async Task A_picture_that_is_cut_off_is_a_failure_that_says_so()
    {
        var whole = Sample("../scans/table.jpg");

        Assert.Equal("failed.truncated", await Reading.Failure(whole[..(whole.Length * 2 / 3)], "scan.jpg"));
    }

    private static async Task AssertRead(byte[] bytes) => Assert.Contains(await Reading.Rows(bytes), row => row.EndsWith(FirstRow, StringComparison.Ordinal));

    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(SamplePaths.Of("bad-pictures"), name));

    /// <summary>Grey values of <c>still.png</c>, which packs four a byte behind a filter of 0.</summary>
    private static byte[] Pixels()
    {
        var png = Sample("still.png");
        var data = png.AsSpan().IndexOf("IDAT"u8);
        using var inflate = new ZLibStream(new MemoryStream(png, data + 4, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(data - 4))), CompressionMode.Decompress);
        var row = new byte[1 + (Width / 4)];
        var pixels = new byte[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            inflate.ReadExactly(row);
            for (var x = 0; x < Width; x++)
                pixels[(y * Width) + x] = (byte)(((row[1 + (x / 4)] >> (6 - (x % 4 * 2))) & 3) * 85);
        }
        return pixels;
    }

    private static byte[] GreyPng(byte[] pixels, int width = Width) => PngFile.Of(width, pixels.Length / width, 8, stream =>
    {
        for (var y = 0; y < pixels.Length / width; y++)
        {
            stream.WriteByte(0);
            stream.Write(pixels, y * width, width);
        }
    });

    /// <summary>Pages of which the first shows a part of a label, and all others the same blank square.</summary>
    private static byte[] Tiff(int pages)
    {
        const int Side = 160;
        using var tiff = new MemoryStream();
        using var writer = new BinaryWriter(tiff);
        writer.Write("II*\0"u8);
        writer.Write(8 + (2 * Side * Side));
        writer.Write(Pixels().Where((_, i) => i % Width is >= 30 and < 30 + Side && i / Width is >= 60 and < 60 + Side).ToArray());
        writer.Write(Enumerable.Repeat((byte)255, Side * Side).ToArray());
        for (var page = 1; page <= pages; page++)
        {
            (ushort Tag, ushort Kind, int Value)[] entries = [(256, 4, Side), (257, 4, Side), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, page == 1 ? 8 : 8 + (Side * Side)), (277, 3, 1), (278, 4, Side), (279, 4, Side * Side)];
            writer.Write((ushort)entries.Length);
            foreach (var (tag, kind, value) in entries)
            {
                writer.Write(tag);
                writer.Write(kind);
                writer.Write(1);
                writer.Write(value);
            }
            writer.Write(page < pages ? (int)tiff.Position + 4 : 0);
        }
        return tiff.ToArray();
    }
}
