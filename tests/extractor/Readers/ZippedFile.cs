using System.IO.Compression;
using System.Text;

namespace Pipeline.Extractor.Tests.Readers;

/// <summary>Packs parts as documents in ZIP files do.</summary>
internal static class ZippedFile
{
    public static byte[] With(params (string Name, string Content)[] parts) => With([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Content)))]);

    public static byte[] With(IEnumerable<(string Name, byte[] Content)> parts, Encoding? names = null)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return file.ToArray();
    }

    /// <summary>A packed file with one part more.</summary>
    public static byte[] And(byte[] zipped, string name, byte[] content)
    {
        using var file = new MemoryStream();
        file.Write(zipped);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }
        return file.ToArray();
    }
}
