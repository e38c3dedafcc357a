namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>A rule of a style sheet: one selector (lists are split) and its relevant declarations.</summary>
/// <param name="Pseudo">The part of the element that it is about (<c>before</c>, <c>after</c>, <c>first-letter</c>, <c>first-line</c>); empty for the element itself.</param>
internal sealed record StyleRule(string Selector, string Pseudo, IReadOnlyDictionary<string, StyleValue> Declarations);
