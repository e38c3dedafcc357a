using System.Collections.Immutable;
using System.Xml;
using Pipeline.Text.Charsets;
using Pipeline.Text.Json;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>As <see cref="JsonReader"/>, of what a service or a feed answered in XML.</summary>
internal sealed class XmlAnswerReader : IContainerReader
{
    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Xml];

    public string Name { get; } = $"xml/System.Xml {typeof(XmlReader).Assembly.GetName().Version!.ToString(3)}";

    public ImmutableArray<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, ContainerLimits limits, CancellationToken cancellation) =>
        [.. HeldPages.Of(CharsetDecision.Decode(bytes.Span, contentType: null).Text).Take(limits.Entries).Select(HeldPageReader.Entry)];
}
