namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>Knows one kind of answer that is not content. Pure; says nothing without evidence.</summary>
internal interface IErrorPageDetector
{
    /// <summary>Null when the page is not, or not surely, of that kind.</summary>
    ErrorPage? Detect(PagePreview page);
}
