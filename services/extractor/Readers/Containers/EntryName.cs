namespace Pipeline.Extractor.Readers.Containers;

/// <summary>The name of an entry in a container that is itself an entry.</summary>
internal static class EntryName
{
    private const string Mark = "!/";

    private const string Beside = Mark + "../";

    /// <summary>The name, within an entry, of a file that lies beside it.</summary>
    public static string Sibling(string name) => Beside + name;

    public static string Joined(string outer, string inner) => inner.StartsWith(Beside, StringComparison.Ordinal) ? inner[Beside.Length..] : outer + Mark + inner;

    /// <returns>The outermost entry's name, and what is left for the containers within; null where nothing is.</returns>
    public static (string Outer, string? Inner) Divided(string name) =>
        name.IndexOf(Mark, StringComparison.Ordinal) is > 0 and var at ? (name[..at], name[(at + Mark.Length)..]) : (name, null);
}
