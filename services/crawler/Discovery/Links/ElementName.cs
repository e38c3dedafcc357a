using HtmlAgilityPack;

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
            name = PageElements.Clean(node.Descendants("img").Select(image => image.GetAttributeValue("alt", "")).FirstOrDefault() ?? "");
        return name.Length > Longest ? name[..Longest] : name;
    }
}
