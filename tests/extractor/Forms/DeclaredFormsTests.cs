using System.Text.Json;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Docx;
using Pipeline.Extractor.Readers.Html;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.TextDumps;
using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Forms;

/// <summary>Forms and genres for which there is no code: their declarations alone lead to every cell.</summary>
public sealed class DeclaredFormsTests
{
    private static readonly string Samples = Path.Combine(RepositoryRoot.Path, "tests/samples");

    [Theory]
    [InlineData("statistics-2014/table.html", "statistics-2014/truth.json")]
    [InlineData("statistics-2014/dump.txt", "statistics-2014/truth.json")]
    public Task The_statistics_table_of_2014_to_2018_is_a_record_of_its_own_form(string file, string truth) => Reads(FormCatalog.Current, file, truth);

    [Theory]
    [InlineData("three-public-expenses/in-yuan.html", "three-public-expenses/in-yuan.truth.json")]
    [InlineData("three-public-expenses/in-yuan.pdf", "three-public-expenses/in-yuan.truth.json")]
    [InlineData("three-public-expenses/items-down.html", "three-public-expenses/items-down.truth.json")]
    [InlineData("three-public-expenses/items-down.docx", "three-public-expenses/items-down.truth.json")]
    public Task A_genre_of_a_users_own_needs_no_code(string file, string truth) =>
        Reads(FormReader.With(Path.Combine(RepositoryRoot.Path, "samples/forms")), file, truth);

    private static async Task Reads(FormCatalog forms, string file, string truth)
    {
        var extractor = new ReportExtractor([new HtmlReader(), PdfReaders.Default, new DocxReader(), new PlainTextReader()], forms);
        using var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Samples, truth)));

        var result = await extractor.Extract(await File.ReadAllBytesAsync(Path.Combine(Samples, file)), new DocumentHints { FileName = file }, default);

        var report = Assert.Single(result.Reports);
        Assert.Equal(
            (expected.RootElement.GetProperty("form").GetString(), expected.RootElement.GetProperty("year").GetInt32(), expected.RootElement.GetProperty("authority").GetString()),
            (report.Form, report.Year, report.Authority));
        Assert.All(report.Cells, cell => Assert.Equal(expected.RootElement.GetProperty("cells").GetProperty(cell.Cell.ToString()).GetDecimal(), cell.Value));
        Assert.Equal(ReviewStatus.Accepted, report.Status);
    }
}
