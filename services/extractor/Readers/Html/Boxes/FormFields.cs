using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Extractor.Readers.Html.Styles;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>What form fields show.</summary>
internal static class FormFields
{
    /// <summary>Text of the field; null for other elements.</summary>
    public static string? Value(IElement element) => element switch
    {
        IHtmlInputElement input => input.Type is "text" or "number" or "tel" or "search" or "url" or "email" or "date" or "month" or "button" or "submit" or "reset" ? input.DefaultValue ?? "" : "",
        IHtmlTextAreaElement area => area.DefaultValue,
        IHtmlSelectElement select => (select.Options.FirstOrDefault(option => option.IsDefaultSelected) ?? (select.Options.Length > 0 ? select.Options[0] : null))?.Text ?? "",
        _ => null,
    };

    /// <summary>Whether a person sees something else than the text, or not all of it: hints, dots, sliders, lists, fields that are shorter than what they hold.</summary>
    /// <param name="em">Size of the font in pixels.</param>
    public static bool IsUnclear(IElement element, ComputedStyle style, double em)
    {
        var value = Value(element) ?? "";
        return (value.Length == 0 && Digits.Any(element.GetAttribute("placeholder") ?? ""))
            || CssLength.Pixels(style.GetValueOrDefault("width"), em) < value.Length * em / 2
            || element switch
            {
                IHtmlInputElement input => input.Type is "password" or "range" or "color" or "file" or "image" or "time" or "week" or "datetime-local" || Size(element, "size") < value.Length || Size(element, "width") < value.Length * em / 2,
                IHtmlTextAreaElement => value.Contains('\n', StringComparison.Ordinal) || Size(element, "cols") < value.Length,
                IHtmlSelectElement select => select.IsMultiple || Size(element, "size") > 1 || select.Options.Any(option => option.HasAttribute("label") || option.HasAttribute("hidden") || option.IsDisabled),
                _ => false,
            };
    }

    private static int? Size(IElement element, string name) => int.TryParse(element.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;
}
