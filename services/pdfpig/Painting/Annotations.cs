using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Pdf.Engines;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Content;

namespace Pipeline.PdfPig.Painting;

/// <summary>Annotations and form fields are painted over the page and are not read: what lies under them is in doubt.</summary>
internal static class Annotations
{
    public static IEnumerable<PdfDoubt> Doubts(Page page) => page.GetAnnotations()
        .Where(annotation => Shows(annotation) && annotation.Rectangle is { Width: > 0, Height: > 0 })
        .Select(annotation => new PdfDoubt(AppearanceReasons.Covered,
            new PdfBox(annotation.Rectangle.Left, page.Height - annotation.Rectangle.Top, annotation.Rectangle.Right, page.Height - annotation.Rectangle.Bottom)));

    // Links show nothing, pop-ups only when a person clicks, highlights are seen through, unless they bring a look of their own.
    private static bool Shows(Annotation annotation) =>
        (annotation.Type is not (AnnotationType.Link or AnnotationType.Popup or AnnotationType.Text or AnnotationType.Highlight or AnnotationType.Underline or AnnotationType.FileAttachment)
            || (annotation.HasNormalAppearance && annotation.Type != AnnotationType.Popup))
        && (annotation.Flags & (AnnotationFlags.Hidden | AnnotationFlags.NoView)) == 0;
}
