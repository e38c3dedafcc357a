namespace Pipeline.Web.Answers;

/// <summary>Where to go after a step, as an address carries it: only ever a page of ours.</summary>
internal static class LocalAddress
{
    /// <summary>The path and query; "/" for whatever could lead elsewhere.</summary>
    public static string Of(string? next) =>
        next is { Length: > 0 } && next[0] == '/' && !next.StartsWith("//", StringComparison.Ordinal) && !next.Contains('\\', StringComparison.Ordinal) && !next.Any(char.IsControl) ? next : "/";
}
