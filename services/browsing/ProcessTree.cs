using System.Globalization;

namespace Pipeline.Browsing;

/// <summary>A process and its descendants, as Linux tells them; empty elsewhere.</summary>
internal static class ProcessTree
{
    private const string Table = "/proc";

    /// <returns>Process ids, the root among them; empty once it has ended.</returns>
    public static IReadOnlyList<int> Of(int root)
    {
        if (!Directory.Exists($"{Table}/{root.ToString(CultureInfo.InvariantCulture)}"))
            return [];
        var children = new Dictionary<int, List<int>>();
        foreach (var folder in Directory.EnumerateDirectories(Table))
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Parent(id) is { } parent)
                (children.TryGetValue(parent, out var ids) ? ids : children[parent] = []).Add(id);
        var found = new List<int> { root };
        for (var at = 0; at < found.Count; at++)
            if (children.TryGetValue(found[at], out var ids))
                found.AddRange(ids);
        return found;
    }

    /// <summary>Bytes that the processes hold of their own, pages that several share counted once.</summary>
    public static long Memory(IEnumerable<int> ids) => ids.Sum(Own);

    private static int? Parent(int id)
    {
        // The name of a program stands in brackets and may hold anything.
        var stat = Read(id, "stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 1 && int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var parent) ? parent : null;
    }

    // Resident less shared, in pages.
    private static long Own(int id) =>
        Read(id, "statm").Split(' ') is { Length: > 2 } fields && long.TryParse(fields[1], CultureInfo.InvariantCulture, out var resident) && long.TryParse(fields[2], CultureInfo.InvariantCulture, out var shared)
            ? (resident - shared) * Environment.SystemPageSize
            : 0;

    private static string Read(int id, string name)
    {
        try
        {
            return File.ReadAllText($"{Table}/{id.ToString(CultureInfo.InvariantCulture)}/{name}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile.
            return "";
        }
    }
}
