using System.IO.Compression;
using System.Text;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Tests.Fetching;

public sealed class ContentDecodingTests
{
    private const int Plenty = 1 << 20;
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 400).Select(i => $"<p>第{i * 7919}号</p>")));

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("deflate", "zlib")]
    [InlineData("deflate", "deflate")]
    [InlineData("br", "br")]
    public void Whole_bodies_come_out(string encoding, string format)
    {
        var decoded = ContentDecoding.Decode(encoding, Pack(format, Body), Plenty, 200);
        Assert.Null(decoded.Failure);
        Assert.Equal(Body, decoded.Bytes.ToArray());
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "zlib")]
    [InlineData("deflate", "deflate")]
    [InlineData("br", "br")]
    public void A_body_cut_anywhere_is_never_taken_for_whole(string encoding, string format)
    {
        var packed = Pack(format, Body);
        // The last four bytes of zlib and gzip are a check of data that are complete without it.
        var end = format is "zlib" or "gzip" ? packed.Length - 4 : packed.Length;
        for (var cut = 1; cut < end; cut += cut < 40 || cut > end - 40 ? 1 : 13)
            Assert.True(ContentDecoding.Decode(encoding, packed.AsMemory(0, cut), Plenty, 200).Failure is FetchFailure.Truncated or FetchFailure.Malformed, $"cut at {cut} of {packed.Length}");
    }

    [Fact]
    public void Bytes_after_the_end_and_second_members_are_no_truncation()
    {
        byte[] twice = [.. Pack("gzip", Body), .. Pack("gzip", Body)];
        Assert.Equal(new DecodedBody(default, null).Failure, ContentDecoding.Decode("gzip", twice, Plenty, 200).Failure);
        Assert.Equal(Body.Length * 2, ContentDecoding.Decode("gzip", twice, Plenty, 200).Bytes.Length);
        byte[] trailed = [.. Pack("gzip", Body), 0, 0, 10];
        Assert.Null(ContentDecoding.Decode("gzip", trailed, Plenty, 200).Failure);
        Assert.Equal(Body, ContentDecoding.Decode("gzip", trailed, Plenty, 200).Bytes.ToArray());
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("deflate", "zlib")]
    [InlineData("br", "br")]
    public void Bombs_are_recognised_early(string encoding, string format)
    {
        var decoded = ContentDecoding.Decode(encoding, Pack(format, new byte[64 << 20]), 32 << 20, 200);
        Assert.Equal(FetchFailure.DecompressionBomb, decoded.Failure);
        Assert.InRange(decoded.Bytes.Length, 1 << 20, 16 << 20);
    }

    [Fact]
    public void More_than_wanted_is_cut_and_said()
    {
        var decoded = ContentDecoding.Decode("gzip", Pack("gzip", Body), 100, 200);
        Assert.Equal(FetchFailure.TooLarge, decoded.Failure);
        Assert.Equal(Body[..100], decoded.Bytes.ToArray());
    }

    [Fact]
    public void No_noise_throws()
    {
        var random = new Random(1952);
        foreach (var encoding in new[] { "gzip", "deflate", "br", "compress", "gzip, gzip", "" })
            for (var i = 0; i < 200; i++)
            {
                var noise = new byte[random.Next(300)];
                random.NextBytes(noise);
                if (i % 2 == 0 && noise.Length > 3)
                    (noise[0], noise[1], noise[2]) = ((byte)0x1f, (byte)0x8b, (byte)8);
                _ = ContentDecoding.Decode(encoding, noise, Plenty, 200);
            }
    }

    private static byte[] Pack(string format, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream encoder = format switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal),
            "zlib" => new ZLibStream(packed, CompressionLevel.Optimal),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new DeflateStream(packed, CompressionLevel.Optimal),
        })
            encoder.Write(body);
        return packed.ToArray();
    }
}
