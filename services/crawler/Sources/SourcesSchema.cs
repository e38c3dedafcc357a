namespace Pipeline.Crawler.Sources;

/// <summary>The JSON Schema of sources files.</summary>
public static class SourcesSchema
{
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(SourcesSchema).Assembly.GetManifestResourceStream("sources.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
