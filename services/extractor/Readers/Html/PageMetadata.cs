using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>What a page says about itself outside its text.</summary>
internal static class PageMetadata
{
    /// <summary>
    /// Meta elements in document order, wherever they stand, with their names as written. Comments before the body that hold an address come under
    /// the name <c>#comment</c>: copies say there where they were saved from.
    /// </summary>
    public static ImmutableArray<MetadataEntry> Of(IHtmlDocument document, PageElements elements)
    {
        var comments = document.ChildNodes.Concat(document.DocumentElement?.ChildNodes.AsEnumerable() ?? []).Concat(document.Head?.ChildNodes.AsEnumerable() ?? [])
            .OfType<IComment>()
            .Where(comment => comment.Data.Contains("://", StringComparison.Ordinal) && comment.Data.Length < 1000)
            .Select(comment => new MetadataEntry("#comment", comment.Data.Trim()));
        return [.. comments, .. elements.Metas.Select(Entry).OfType<MetadataEntry>()];
    }

    private static MetadataEntry? Entry(IElement meta)
    {
        var name = meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
        return name is null || meta.GetAttribute("content") is not { } content ? null : new MetadataEntry(name.Trim(), content.Trim());
    }
}
