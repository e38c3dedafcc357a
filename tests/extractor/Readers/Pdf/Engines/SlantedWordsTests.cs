using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Engines.Poppler;

namespace Pipeline.Extractor.Tests.Readers.Pdf.Engines;

public sealed class SlantedWordsTests
{
    [Theory]
    // Headers of three neighbouring cells, each in the middle of another number of lines, rise by a step; so do the characters of a watermark.
    [InlineData("审结 总计 结果", 3)]
    [InlineData("样 本 稿", 0)]
    public void Characters_along_a_slanted_line_are_a_watermark_and_words_are_none(string words, int left) =>
        Assert.Equal(left, SlantedWords.Removed([.. words.Split(' ').Select((text, i) => new PdfWord(text, new PdfBox(100 + (27 * i), 200 - (9 * i), 124 + (27 * i), 212 - (9 * i))))]).Length);
}
