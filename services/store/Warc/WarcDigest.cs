using System.Text;

namespace Pipeline.Store.Warc;

/// <summary>SHA-256 as WARC readers expect digests: in Base32.</summary>
internal static class WarcDigest
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> hash)
    {
        var text = new StringBuilder("sha256:");
        var (bits, held) = (0, 0);
        foreach (var octet in hash)
        {
            bits = (bits << 8) | octet;
            for (held += 8; held >= 5; held -= 5)
                text.Append(Letters[(bits >> (held - 5)) & 31]);
        }

        if (held > 0)
            text.Append(Letters[(bits << (5 - held)) & 31]);
        // RFC 4648 fills the last group of eight.
        while ((text.Length - "sha256:".Length) % 8 != 0)
            text.Append('=');
        return text.ToString();
    }
}
