using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Pdf;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines;

/// <summary>What every PDF engine does. A test class for an engine names it and adds nothing.</summary>
public abstract class PdfEngineContract
{
    protected abstract IPdfEngine Engine { get; }

    [Theory]
    [InlineData("printed-forms/pdf-of-chromium")]
    [InlineData("printed-forms/pdf-2019-dashes-for-blanks")]
    [InlineData("printed-forms/pdf-of-writer-printed-mistake")]
    public async Task Grids_hold_the_printed_figures_in_the_order_of_the_form(string sample)
    {
        var document = await new PdfReader(Engine).Read(SamplePaths.Bytes(sample + ".pdf"), new DocumentHints(), default);

        Assert.Empty(PrintedForm.Differences(document, SamplePaths.Of(sample + ".json")));
        Assert.Empty(document.Issues);
    }

    [Theory]
    [InlineData("unruled")]
    [InlineData("horizontal-rules")]
    [InlineData("repeated-header")]
    [InlineData("separate-cells")]
    [InlineData("double-rules")]
    [InlineData("dotted-rules")]
    [InlineData("landscape")]
    [InlineData("turned-by-dictionary")]
    [InlineData("encrypted-empty-password")]
    [InlineData("sideways")]
    [InlineData("kangxi")]
    public async Task Troubled_tables_hold_the_printed_figures_beside_their_labels(string sample)
    {
        var document = await new PdfReader(Engine).Read(SamplePaths.Bytes($"pdf-troubles/{sample}.pdf"), new DocumentHints(), default);

        Assert.Empty(PrintedForm.Differences(document, SamplePaths.Of("pdf-troubles/truth.json")));
        Assert.Empty(document.Issues);
        Assert.Equal("5.要求行政机关确认或重新出具已获取信息", PrintedForm.LabelOf(document, "0 0 2 2 2 0 6"));
        Assert.Equal("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", PrintedForm.LabelOf(document, "108 1 1 2 47 0 159"));
    }

    [Theory]
    [InlineData("", "failed.empty")]
    [InlineData("\u0089PNG\r\n\u001a\n and more", "failed.malformed")]
    [InlineData("%PDF-1.7\n", "failed.truncated")]
    [InlineData("%PDF-1.7\nnothing in here\n%%EOF", "failed.malformed")]
    public async Task What_is_no_whole_pdf_is_refused_with_the_reason(string content, string reason)
    {
        var error = await Assert.ThrowsAsync<UnreadableDocumentException>(() =>
            new PdfReader(Engine).Read(System.Text.Encoding.Latin1.GetBytes(content), new DocumentHints(), default));

        Assert.Equal(reason, error.Reason);
    }

    [Theory]
    [InlineData("encrypted", "failed.encrypted")]
    [InlineData("truncated", "failed.truncated")]
    [InlineData("no-to-unicode", "failed.unsupported")]
    public async Task A_file_that_cannot_be_opened_says_why(string sample, string reason)
    {
        var error = await Assert.ThrowsAsync<UnreadableDocumentException>(() =>
            new PdfReader(Engine).Read(SamplePaths.Bytes($"pdf-troubles/{sample}.pdf"), new DocumentHints(), default));

        Assert.Equal(reason, error.Reason);
    }

    [Fact]
    public async Task A_font_without_character_table_is_noticed()
    {
        var content = await Engine.Read(SamplePaths.Bytes("pdf-troubles/no-to-unicode.pdf"), PdfLimits.Default, default);

        Assert.Contains(content.Issues, issue => issue.Code == "pdf.to-unicode-missing");
    }

    [Theory]
    [MemberData(nameof(HandmadePdf.Hostile), MemberType = typeof(HandmadePdf))]
    public async Task A_hostile_file_ends_within_the_bounds(string trouble, string file)
    {
        var limits = PdfLimits.Default with { Time = TimeSpan.FromSeconds(5) };
        var reading = new PdfReader(Engine, limits).Read(System.Text.Encoding.Latin1.GetBytes(file), new DocumentHints(), default);

        var error = await Record.ExceptionAsync(() => reading.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.True(error is null or UnreadableDocumentException, $"{trouble}: {error}");
        Assert.NotEmpty((await Engine.Read(SamplePaths.Bytes("pdf-troubles/unruled.pdf"), PdfLimits.Default, default)).Pages);
    }

    [Theory]
    [InlineData("forms that draw each other in a circle")]
    [InlineData("impossible widths in the table of objects")]
    public async Task What_breaks_a_library_is_read_all_the_same_or_refused_with_the_reason(string trouble)
    {
        var file = HandmadePdf.Hostile.First(row => row.Data.Item1 == trouble).Data.Item2;

        var error = await Record.ExceptionAsync(() => Engine.Read(System.Text.Encoding.Latin1.GetBytes(file), PdfLimits.Default, default));

        Assert.True(error is null or UnreadableDocumentException { Reason: FailureReasons.Malformed or FailureReasons.TooLarge or FailureReasons.Timeout }, $"{trouble}: {error}");
    }

    [Fact]
    public async Task What_is_set_at_an_odd_angle_is_no_word_of_the_page()
    {
        var page = (await Engine.Read(System.Text.Encoding.Latin1.GetBytes(HandmadePdf.Stamped), PdfLimits.Default, default)).Pages.Single();

        Assert.Equal("Some words that are long enough to be text", string.Join(' ', page.Words.Select(word => word.Text)));
    }

    [Fact]
    public async Task Short_words_in_high_lines_still_stand_upright()
    {
        var page = (await Engine.Read(System.Text.Encoding.Latin1.GetBytes(HandmadePdf.TallLines), PdfLimits.Default, default)).Pages.Single();

        Assert.Equal(["结果", "维持", "尚未", "总计", "0", "12", "7"], page.Words.Select(word => word.Text));
        Assert.All(page.Words, word => Assert.Equal(QuarterTurn.None, word.Turn));
    }

    [Fact]
    public async Task A_page_without_text_counts_as_scanned()
    {
        var error = await Assert.ThrowsAsync<UnreadableDocumentException>(() =>
            new PdfReader(Engine).Read(System.Text.Encoding.Latin1.GetBytes(HandmadePdf.Blank), new DocumentHints(), default));

        Assert.Equal("failed.scanned", error.Reason);
    }
}
