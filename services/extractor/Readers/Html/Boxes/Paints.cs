using System.Runtime.CompilerServices;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>How text is painted within each style, found out once for all elements of a page that are styled alike within the same paint.</summary>
internal sealed class Paints(PageStyles styles)
{
    private readonly Dictionary<(Paint Outer, ComputedStyle Style), Paint> _known = new(new SameObjects());

    public PageStyles Styles => styles;

    public Paint Within(Paint outer, ComputedStyle style)
    {
        if (style.Count == 0)
        {
            return outer;
        }

        return _known.TryGetValue((outer, style), out var known) ? known : _known[(outer, style)] = outer.Within(style, styles);
    }

    private sealed class SameObjects : IEqualityComparer<(Paint Outer, ComputedStyle Style)>
    {
        public bool Equals((Paint Outer, ComputedStyle Style) x, (Paint Outer, ComputedStyle Style) y) => ReferenceEquals(x.Outer, y.Outer) && ReferenceEquals(x.Style, y.Style);

        public int GetHashCode((Paint Outer, ComputedStyle Style) pair) => HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Outer), RuntimeHelpers.GetHashCode(pair.Style));
    }
}
