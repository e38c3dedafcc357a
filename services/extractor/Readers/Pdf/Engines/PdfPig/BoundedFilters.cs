using System.IO.Compression;
using System.Runtime.InteropServices;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

/// <summary>PdfPig's filters, but a compressed stream is measured before it is unpacked: the library would fill the memory with it.</summary>
internal sealed class BoundedFilters(long limit) : IFilterProvider
{
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private IReadOnlyList<IFilter> Bounded(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => filter is FlateFilter ? new BoundedFlate(filter, limit) : filter)];

    private sealed class BoundedFlate(IFilter inner, long limit) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (Exceeds(input))
                throw new UnreadableDocumentException("too-large", $"A part of the PDF unpacks to more than {limit >> 20} MiB. It may be built to exhaust memory.");
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private bool Exceeds(Memory<byte> input)
        {
            // A stream grows a thousandfold at most.
            if (input.Length < limit / 1100 || !MemoryMarshal.TryGetArray<byte>(input, out var bytes))
                return false;
            try
            {
                using var unpacked = new ZLibStream(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), CompressionMode.Decompress);
                var (buffer, total) = (new byte[64 << 10], 0L);
                while (total <= limit && unpacked.Read(buffer) is var read and > 0)
                    total += read;
                return total > limit;
            }
            catch (InvalidDataException)
            {
                // What is damaged, the library mends or refuses.
                return false;
            }
        }
    }
}
