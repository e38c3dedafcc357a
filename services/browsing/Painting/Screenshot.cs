using StbImageSharp;

namespace Pipeline.Browsing.Painting;

/// <summary>A picture of a page as the browser hands it over, decoded: red, green, blue for each pixel, row by row from the top.</summary>
internal sealed record Screenshot(int Width, int Height, byte[] Pixels)
{
    /// <summary>Bytes of a pixel.</summary>
    public const int Channels = 3;

    // The longest page at the widest: more than any report.
    public const long MostPixels = 80_000_000;

    /// <exception cref="InvalidDataException">It is no picture, damaged or too large.</exception>
    public static Screenshot Decode(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        if (ImageInfo.FromStream(stream) is not { } size || (long)size.Width * size.Height is <= 0 or > MostPixels)
            throw new InvalidDataException("The picture has no size, or too much of it.");
        try
        {
            var image = ImageResult.FromMemory(file, ColorComponents.RedGreenBlue);
            return new(image.Width, image.Height, image.Data);
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidDataException($"The picture is damaged: {error.Message}.", error);
        }
    }
}
