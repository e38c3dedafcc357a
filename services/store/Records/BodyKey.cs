using Pipeline.Bodies.Names;

namespace Pipeline.Store.Records;

/// <summary>A body's name in the form that two printings of it share, as the database can hold it.</summary>
internal static class BodyKey
{
    /// <summary>The name without spaces and invisible characters, full-width forms folded, letters in lower case; null when nothing is left.</summary>
    public static string? Of(string? name) => NameKey.Of(StoredText.Clean(name));
}
