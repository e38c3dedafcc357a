using System.Collections.Immutable;
using System.Text;
using Pipeline.Extractor.Model;
using Pipeline.Text.Json;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>Takes the pages out of a web page that holds them without showing them.</summary>
/// <param name="page">As its reader read it.</param>
internal sealed class HeldPageReader(SourceDocument page) : IContainerReader
{
    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Html];

    public string Name => page.Reader;

    public static ContainerEntry Entry(HeldPage held) =>
        new(held.Field, Encoding.UTF8.GetBytes(held.Text), held.IsMarkup ? "text/html; charset=utf-8" : "text/plain; charset=utf-8", IsPart: true);

    public ImmutableArray<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, ContainerLimits limits, CancellationToken cancellation) => [.. page.Held.Take(limits.Entries).Select(Entry)];
}
