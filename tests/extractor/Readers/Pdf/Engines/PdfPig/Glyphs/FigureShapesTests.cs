namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines.PdfPig.Glyphs;

public sealed class FigureShapesTests(ITestOutputHelper output)
{
    /// <summary>Names a PDF whose first page shows all digits in each font that <c>figure-shapes.txt</c> is to know; prints that file's lines.</summary>
    private const string Page = "FIGURE_PAGE";

    [Fact(Explicit = true)]
    public void The_lines_of_the_known_shapes()
    {
        var file = Environment.GetEnvironmentVariable(Page) ?? throw new InvalidOperationException($"{Page} names no PDF.");
        foreach (var line in PageOutlines.Digits(file).Select(digit => $"{digit.Digit} {digit.Shape}").Distinct().Order(StringComparer.Ordinal))
            output.WriteLine(line);
    }
}
