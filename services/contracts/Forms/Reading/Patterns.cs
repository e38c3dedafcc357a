using System.Text.RegularExpressions;
using Pipeline.Contracts.Declarations;

namespace Pipeline.Contracts.Forms.Reading;

/// <summary>Reads regular expressions of a declaration.</summary>
internal static class Patterns
{
    // Patterns come from files that a user may write: none may run away on a hostile page.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    public static Regex? Of(DeclarationFields fields, string name, RegexOptions options = RegexOptions.None)
    {
        Regex? read = null;
        fields.Text(name, pattern =>
        {
            try
            {
                read = new Regex(pattern, options | RegexOptions.CultureInvariant, Longest);
                return null;
            }
            catch (ArgumentException exception)
            {
                return $"This is no regular expression: {exception.Message.TrimEnd('.')}";
            }
        });
        return read;
    }

    public static Regex OrNever(DeclarationFields fields, string name) => Of(fields, name) ?? new Regex("(?!)", RegexOptions.CultureInvariant, Longest);

    public static Regex Required(DeclarationFields fields, string name, RegexOptions options = RegexOptions.None)
    {
        fields.Required(name);
        return Of(fields, name, options) ?? OrNever(fields, name);
    }
}
