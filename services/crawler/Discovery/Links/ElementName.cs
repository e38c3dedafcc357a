using HtmlAgilityPack;
using Pipeline.Crawler.Discovery.Scoring;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>What a page calls an element: its title where that is longer (lists cut their text), else its text, else that of its picture.</summary>
internal static class ElementName
{
    // A whole list item inside one anchor is no name.
    private const int Longest = 300;

    public static string Of(HtmlNode node)
    {
        var text = PageElements.Clean(node.FirstChild is HtmlTextNode { NextSibling: null } only ? only.Text : node.InnerText);
        var title = PageElements.Clean(node.GetAttributeValue("title", ""));
        var name = title.Length > text.Length ? title : text;
        if (name.Length == 0)
            name = PageElements.Clean(node.Name is "input" or "button" ? node.GetAttributeValue("value", "") : node.GetAttributeValue("alt", ""));
        if (name.Length == 0)
            name = node.Descendants("img").Select(Picture).FirstOrDefault(said => said.Length > 0) ?? "";
        return name.Length > Longest ? name[..Longest] : name;
    }

    // Without a text for it, a picture's file says what it shows where it is called as pagers and columns are: next.gif, zfxxgknb.png.
    private static string Picture(HtmlNode image)
    {
        if (PageElements.Clean(image.GetAttributeValue("alt", "")) is { Length: > 0 } said)
            return said;
        var source = image.GetAttributeValue("src", "").Split('?')[0];
        var file = source[(source.LastIndexOf('/') + 1)..].Split('.')[0];
        return PagerText.IsNext(file) || ReportWords.InPath($"/{file}/") || ReportWords.DisclosureInPath($"/{file}/") ? file : "";
    }
}
