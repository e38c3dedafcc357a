using System.Text;
using Pipeline.Contracts.Locators;

namespace Pipeline.EndToEnd.Tests.Spots;

internal sealed class TextSpots(byte[] snapshot, string charset) : SnapshotSpots
{
    private readonly string[] _lines = Charsets.Decode(snapshot, charset).Split('\n');

    public override Task<string> TextAt(Locator locator)
    {
        var spot = (TextLocator)locator;
        return Task.FromResult(_lines[spot.Line - 1].Substring(spot.Column - 1, spot.Length));
    }
}

internal static class Charsets
{
    static Charsets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(byte[] bytes, string charset)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.GetEncoding(charset), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
