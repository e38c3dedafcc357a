using AngleSharp.Css;
using AngleSharp.Css.Dom;

namespace Pipeline.Extractor.Readers.Html.Styles;

/// <summary>A rule as it takes part in the cascade; sorted by who wins, the last.</summary>
/// <param name="Part">The part of the element that it is about; empty for the element itself.</param>
/// <param name="LooksAround">Whether matching walks over the element's siblings.</param>
/// <param name="Layer">Rank among the layers of the page: what stands in none wins.</param>
/// <param name="Order">Place among the rules of the page.</param>
internal sealed record Rule(ISelector Selector, Priority Specificity, string Part, bool LooksAround, IReadOnlyDictionary<string, StyleValue> Declarations, int Layer, int Order) : IComparable<Rule>
{
    public int CompareTo(Rule? other) => other is null ? 1 : Layer != other.Layer ? Layer.CompareTo(other.Layer) : Specificity.CompareTo(other.Specificity) is not 0 and var order ? order : Order.CompareTo(other.Order);
}
