using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Html;

/// <summary>Parses text into a tree as a browser with scripts would, but runs and loads nothing. Stops at <see cref="HtmlLimits"/>.</summary>
internal static class HtmlParsing
{
    private const int CheckEvery = 64;

    /// <param name="keepsPlaces">Whether elements know where in the text they begin.</param>
    /// <exception cref="UnreadableDocumentException">too-large or malformed.</exception>
    public static IHtmlDocument Parse(string text, CancellationToken cancellation, bool keepsPlaces = false)
    {
        var watch = new Watch(cancellation);
        try
        {
            // Scripting on: noscript then holds text that nobody sees, as in a browser.
            var options = new HtmlParserOptions { IsScripting = true, IsKeepingSourceReferences = keepsPlaces, OnCreated = (element, _) => watch.Created(element) };
            // With the settings that all contexts share: without one the parser makes settings of its own for every page.
            var parser = new HtmlParser(options, BrowsingContext.New());
            // As memory: a string is copied into a builder whose parts are searched for every character.
            var document = parser.ParseDocument(text.AsMemory());
            watch.Check();
            return document;
        }
        catch (DomException failure)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The HTML parser gave up: {failure.Message}", failure);
        }
    }

    /// <summary>Counts while the parser works: its own effort grows with the square of the nesting, so waiting for its result is no option.</summary>
    private sealed class Watch(CancellationToken cancellation)
    {
        private readonly long _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        private IElement? _last;
        private int _count;
        private int _deep;

        public void Created(IElement element)
        {
            _count++;
            if (_count % CheckEvery == 0)
            {
                Check();
            }

            _last = element;
        }

        public void Check()
        {
            cancellation.ThrowIfCancellationRequested();
            if (_count > HtmlLimits.Elements || GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore > HtmlLimits.ParserAllocation)
            {
                throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The page has more than {HtmlLimits.Elements} elements; no report has. Check the address.");
            }

            var depth = 0;
            for (INode? node = _last; node is not null; node = node.Parent)
            {
                depth++;
            }

            _deep += depth >= HtmlLimits.Depth ? CheckEvery : 0;
            if (_deep > HtmlLimits.DeepElements)
            {
                throw new UnreadableDocumentException(FailureReasons.Malformed, $"Thousands of elements are nested more than {HtmlLimits.Depth} deep; no browser shows such a page as meant. Check the snapshot.");
            }
        }
    }
}
