using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Crawler.Sources;

namespace Pipeline.Host.Sources;

/// <summary>Proposed sources as a sources file.</summary>
internal static class SourceProposal
{
    // Names of bodies stay readable.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="allowed">Private endpoints that were allowed by name.</param>
    public static string Of(IEnumerable<ProposedSource> sources, IReadOnlyCollection<string> allowed)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            if (allowed.Count > 0)
                WriteTexts(json, "allowPrivate", allowed);
            json.WriteStartArray("sources");
            // Names are unique in a file: two portals may have a bureau of the same name.
            foreach (var (source, count) in Numbered(sources))
            {
                json.WriteStartObject();
                json.WriteString("name", count == 1 ? source.Name : $"{source.Name} ({source.Start.Authority}, {count})");
                WriteTexts(json, "start", [source.Start.AbsoluteUri]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static IEnumerable<(ProposedSource Source, int Count)> Numbered(IEnumerable<ProposedSource> sources)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in sources)
            yield return (source, counts[source.Name] = counts.GetValueOrDefault(source.Name) + 1);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
