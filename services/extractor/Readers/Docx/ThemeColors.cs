using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Extractor.Readers.Html.Styles;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The colours of a theme under the names that runs use. It is loaded when the first is asked for: most files name none.</summary>
internal sealed class ThemeColors(MainDocumentPart main, PartBounds bounds)
{
    private readonly Lazy<OpenXmlElement?> _scheme = new(() => bounds.Root<Theme>(main.ThemePart)?.ThemeElements?.ColorScheme);

    // Which colours of the theme the document means by text and background; null for the usual ones.
    private readonly Lazy<OpenXmlElement?> _mapping = new(() => bounds.Root<Settings>(main.DocumentSettingsPart)?.GetFirstChild<ColorSchemeMapping>());

    /// <summary>Null where the theme has no such colour.</summary>
    public CssColor? Of(string name)
    {
        var place = name switch { "background1" => "bg1", "text1" or "tx1" => "t1", "background2" => "bg2", "text2" or "tx2" => "t2", _ => name };
        var meant = _mapping.Value is { } mapping ? RunFormat.Attribute(mapping, place) : null;
        var wanted = (meant ?? name) switch { "background1" or "bg1" or "light1" => "lt1", "text1" or "tx1" or "dark1" => "dk1", "background2" or "bg2" or "light2" => "lt2", "text2" or "tx2" or "dark2" => "dk2", _ => name };
        var color = _scheme.Value?.ChildElements.FirstOrDefault(child => child.LocalName == wanted)?.FirstChild;
        var value = color is null ? null : RunFormat.Attribute(color, "lastClr") ?? RunFormat.Attribute(color, "val");
        return value is not null ? CssColor.Of("#" + value) : wanted switch { "lt1" => CssColor.White, "dk1" => CssColor.Black, _ => null };
    }
}
