using AngleSharp.Css.Dom;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>A rule of a style sheet: one selector (lists are split) and its relevant declarations.</summary>
/// <param name="Pseudo">The part of the element that it is about (<c>before</c>, <c>after</c>, <c>first-letter</c>, <c>first-line</c>); empty for the element itself.</param>
/// <param name="Text">The selector as written.</param>
/// <param name="Layer">Rank among the layers of the page; the highest for what stands in none.</param>
internal sealed record StyleRule(ISelector Selector, string Text, string Pseudo, IReadOnlyDictionary<string, StyleValue> Declarations, int Layer);
