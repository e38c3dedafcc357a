namespace Pipeline.Bodies;

/// <summary>Tables that travel inside the assembly: lines of fields between commas, '#' begins a remark.</summary>
internal static class TableFile
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(typeof(TableFile).Assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split(',');
        }
    }
}
