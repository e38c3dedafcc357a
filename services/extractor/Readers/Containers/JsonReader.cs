using System.Collections.Immutable;
using System.Text.Json;
using Pipeline.Text.Charsets;
using Pipeline.Text.Json;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>Takes the content of articles out of what a service answered in JSON: a file for each field that holds one, named by where it stands (<c>/data/content</c>).</summary>
internal sealed class JsonReader : IContainerReader
{
    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Json];

    public string Name { get; } = $"json/System.Text.Json {typeof(JsonDocument).Assembly.GetName().Version!.ToString(3)}";

    public ImmutableArray<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, ContainerLimits limits, CancellationToken cancellation) =>
        [.. HeldPages.Of(CharsetDecision.Decode(bytes.Span, contentType: null).Text).Take(limits.Entries).Select(HeldPageReader.Entry)];
}
