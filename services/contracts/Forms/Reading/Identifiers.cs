namespace Pipeline.Contracts.Forms.Reading;

/// <summary>Names of forms, sections, tables, rows and columns.</summary>
internal static class Identifiers
{
    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Fault(string id) => id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-')
        ? null
        : $"'{id}' is no id: write small letters, digits, dots, dashes and underscores, such as carried_over";
}
