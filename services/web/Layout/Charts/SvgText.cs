using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Pipeline.Web.Layout.Charts;

/// <summary>A text in an SVG: Razor keeps the element's name for itself.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter]
    public string? Class { get; set; }

    [Parameter]
    public double X { get; set; }

    [Parameter]
    public double Y { get; set; }

    /// <summary>Which end of the text stands at X: start, middle or end.</summary>
    [Parameter]
    public string Anchor { get; set; } = "middle";

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X.ToString("0.##", CultureInfo.InvariantCulture));
        builder.AddAttribute(3, "y", Y.ToString("0.##", CultureInfo.InvariantCulture));
        builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, Value);
        builder.CloseElement();
    }
}
