using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>Which computed values a painted page tells: those that say which cells stand side by side, and what no picture tells.</summary>
public static class PaintedStyle
{
    public static ImmutableArray<string> Properties { get; } =
    [
        "display", "float", "position", "white-space", "flex-direction", "flex-wrap", "order", "grid-template-columns", "grid-template-areas", "grid-auto-flow", "grid-column-start", "grid-column-end",
        "grid-row-start", "grid-row-end", "direction", "unicode-bidi", "overflow-x", "overflow-y", "animation-name", "text-decoration-line", "text-decoration-color",
    ];
}
