using System.Collections.Frozen;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Packages;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>The parts of an OFD, found by the paths that its files name.</summary>
internal sealed class OfdPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly FrozenDictionary<string, ZipArchiveEntry> _entries;

    private OfdPackage(ZipArchive archive)
    {
        _archive = archive;
        _entries = archive.Entries.GroupBy(entry => Normal(entry.FullName), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <exception cref="UnreadableDocumentException">Damaged, or beyond the bounds.</exception>
    public static OfdPackage Open(ReadOnlyMemory<byte> bytes)
    {
        ZipPackage.Check(bytes, "OFD");
        return new OfdPackage(ZipPackage.Open(bytes));
    }

    /// <param name="path">As a file names it: from the root with a leading slash, else from the folder of that file.</param>
    /// <param name="from">Path of that file.</param>
    public static string Resolve(string path, string from) =>
        path.StartsWith('/') ? Normal(path) : Normal(from[..(from.LastIndexOf('/') + 1)] + path);

    /// <returns>Null where the package has no such part.</returns>
    /// <exception cref="UnreadableDocumentException">The part is no XML.</exception>
    public XElement? Xml(string path)
    {
        if (!_entries.TryGetValue(path, out var entry))
            return null;
        if (entry.Length > ZipPackage.MostXmlBytes)
            throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The part {path} of the OFD is larger than a report's can be.");
        try
        {
            using var reader = ZipPackage.Xml(entry);
            return XElement.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (Exception error) when (error is XmlException or InvalidDataException)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The part {path} of the OFD is damaged ({error.Message}). Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    public bool Has(string path) => _entries.ContainsKey(path);

    /// <returns>The bytes of a part, such as a picture; null where it is missing or larger than <paramref name="most"/> bytes.</returns>
    public byte[]? Bytes(string path, int most)
    {
        if (!_entries.TryGetValue(path, out var entry) || entry.Length > most)
            return null;
        using var content = entry.Open();
        var bytes = new byte[entry.Length];
        content.ReadExactly(bytes);
        return bytes;
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>Without leading slash and dots; what leads out of the package names nothing in it.</summary>
    private static string Normal(string path)
    {
        var parts = new List<string>();
        foreach (var part in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }
        return string.Join('/', parts);
    }
}
