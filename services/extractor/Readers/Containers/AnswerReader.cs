using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using Pipeline.Text.Charsets;
using Pipeline.Text.Json;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>Takes the content of articles out of what a service or a feed answered: a file for each field that holds one, named by where it stands (<c>/data/content</c>).</summary>
internal sealed class AnswerReader : IContainerReader
{
    private AnswerReader(string mediaType, string format, Type library) =>
        (MediaTypes, Name) = ([mediaType], $"{format} {library.Assembly.GetName().Version!.ToString(3)}");

    public static AnswerReader Json { get; } = new(Extractor.MediaTypes.Json, "json/System.Text.Json", typeof(JsonDocument));

    public static AnswerReader Xml { get; } = new(Extractor.MediaTypes.Xml, "xml/System.Xml", typeof(XmlReader));

    public IReadOnlyCollection<string> MediaTypes { get; }

    public string Name { get; }

    public ImmutableArray<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, ContainerLimits limits, CancellationToken cancellation) =>
        [.. HeldPages.Of(CharsetDecision.Decode(bytes.Span, contentType: null).Text).Take(limits.Entries).Select(HeldPageReader.Entry)];
}
