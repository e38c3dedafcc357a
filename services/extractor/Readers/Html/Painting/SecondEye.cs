using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Blocks;
using Pipeline.Extractor.Readers.Html.Boxes;

namespace Pipeline.Extractor.Readers.Html.Painting;

/// <summary>
/// Reads a page as a browser paints it: a second reading beside that of its markup, or the only one where scripts draw what the markup does not say.
/// What it cannot tell (pictures, fonts of the page's own, other documents) stays in doubt.
/// </summary>
internal sealed partial class SecondEye(IPagePainter painter)
{
    /// <summary>Doubts that a painted page answers.</summary>
    private static readonly ImmutableArray<string> Answers =
    [
        AppearanceReasons.Covered, AppearanceReasons.Cut, AppearanceReasons.Faint, AppearanceReasons.Generated, AppearanceReasons.Hidden, AppearanceReasons.Moved, AppearanceReasons.Order,
        AppearanceReasons.Styles,
    ];

    /// <returns>The document with what was painted beside it, or what was painted alone; the document as it is where nothing could be painted.</returns>
    public async Task<SourceDocument> Look(SourceDocument document, ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellation)
    {
        if (painter.Version is null)
        {
            return document;
        }

        var markup = HtmlText.Decode(bytes.Span, hints.ContentType).Text;
        if (await painter.Paint(markup, cancellation) is not { } page || painter.Version is not { } version)
        {
            return document;
        }

        var written = PaintedMarkup.Of(page);
        using var plain = written.Document;
        var painted = Read(document, plain, page.IsSettled && !Later().IsMatch(markup));
        if (HtmlReader.FiguresIn(painted.Blocks) == 0)
        {
            return document;
        }

        return document.Look!.IsDrawn && HtmlReader.FiguresIn(painted.Blocks) > HtmlReader.FiguresIn(document.Blocks)
            ? PaintedPlaces.In(painted with { Reader = $"{document.Reader}, painted by {version}" }, written, plain, HtmlParsing.Parse(markup, cancellation))
            : document with { Reader = $"{document.Reader} and {version}", SecondReading = painted };
    }

    private static SourceDocument Read(SourceDocument document, IHtmlDocument plain, bool isSettled)
    {
        var paths = new ElementPaths();
        var blocks = new PageBlocks(paths);
        var root = BoxTree.Build(plain);
        if (root is not null)
        {
            Mark(root);
            blocks.Flow(root);
        }

        return document with
        {
            Blocks = PageBody.Mark(blocks.Blocks, document.Title),
            Issues =
            [
                .. document.Issues.Where(issue => !issue.Code.StartsWith(AppearanceReasons.Prefix, StringComparison.Ordinal)),
                .. AppearanceIssues.Of(root, blocks.Blocks, paths),
                .. isSettled ? [] : new[] { Appearance.Doubt(AppearanceReasons.Script, null) },
            ],
            IsPlain = false,
            Answers = isSettled ? [.. Answers, AppearanceReasons.Script] : Answers,
        };
    }

    /// <summary>What makes a script write later, or otherwise next time.</summary>
    [GeneratedRegex(@"setTimeout|setInterval|requestAnimationFrame|requestIdleCallback|Math\.random|\bDate\b|performance\.now|localStorage|sessionStorage|\.cookie|IntersectionObserver|scroll", RegexOptions.CultureInvariant)]
    private static partial Regex Later();

    private static void Mark(Box root)
    {
        var waiting = new Stack<Box>([root]);
        while (waiting.TryPop(out var box))
        {
            if (box.IsElement && box.Element.HasAttribute(PaintedMarkup.Doubt))
            {
                box.Doubt ??= AppearanceReasons.Covered;
            }

            foreach (var child in box.Children)
            {
                waiting.Push(child);
            }
        }
    }
}
