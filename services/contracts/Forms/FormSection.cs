using System.Collections.Immutable;

namespace Pipeline.Contracts.Forms;

/// <summary>A section of the report's text.</summary>
/// <param name="Id">Key of its text in the record, such as <c>overview</c>.</param>
/// <param name="Number">Chinese numeral that the form gives it; null where it gives none.</param>
/// <param name="Title">Official heading without its number.</param>
/// <param name="Variants">Other headings in use that no likeness finds.</param>
public sealed record FormSection(string Id, string? Number, string Title, string EnglishTitle, ImmutableArray<string> Variants);
