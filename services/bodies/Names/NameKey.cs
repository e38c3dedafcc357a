using System.Globalization;
using System.Text;

namespace Pipeline.Bodies.Names;

/// <summary>A body's name in the form that two printings of it share.</summary>
public static class NameKey
{
    /// <summary>The name without spaces and invisible characters, full-width forms folded, letters in lower case; null when nothing is left.</summary>
    public static string? Of(string? name)
    {
        if (name is null)
            return null;
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                key.Append(char.ToLowerInvariant(HalfWidth(c)));
        }

        return key.Length == 0 ? null : key.ToString();
    }

    // By hand, because .NET normalises nothing under invariant globalisation.
    private static char HalfWidth(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
}
