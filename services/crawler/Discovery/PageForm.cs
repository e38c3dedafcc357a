using HtmlAgilityPack;

namespace Pipeline.Crawler.Discovery;

/// <summary>A form and the fields that follow it, up to the next form: tolerant parsers do not nest them.</summary>
/// <param name="Choices">Its select elements.</param>
public sealed record PageForm(HtmlNode Form, IReadOnlyList<HtmlNode> Inputs, IReadOnlyList<HtmlNode> Choices);
