using System.Text;
using Pipeline.Text.Charsets;

namespace Pipeline.Text.Tests.Charsets;

public sealed class CharsetDecisionTests
{
    private const string Prose = "<p>本机关2023年政府信息公开工作年度报告，依据《中华人民共和国政府信息公开条例》编制。</p>";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    [Theory]
    [InlineData("gb2312")]
    [InlineData("GBK")]
    [InlineData("gb18030")]
    [InlineData("x-gbk")]
    public void Every_label_of_the_family_is_read_as_gb18030(string label)
    {
        // 㐀 lies outside GB2312 and GBK.
        var decoded = CharsetDecision.Decode(Gb18030.GetBytes(Prose + "㐀镕"), $"text/html; charset={label}");
        Assert.Equal((Prose + "㐀镕", "gb18030", "header", 0), (decoded.Text, decoded.Charset, decoded.Basis, decoded.ReplacementCount));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("windows-1252")]
    [InlineData("big5")]
    public void False_header_on_gbk_bytes_is_overruled(string label)
    {
        var decoded = CharsetDecision.Decode(Gb18030.GetBytes(Prose), $"text/html;charset={label}");
        Assert.Equal((Prose, "gb18030", "fallback"), (decoded.Text, decoded.Charset, decoded.Basis));
        Assert.Equal(("Content-Type header", label), Assert.Single(decoded.WrongLabels));
    }

    [Theory]
    [InlineData("gb2312")]
    [InlineData("iso-8859-1")]
    public void Valid_utf8_is_utf8_whatever_the_page_says(string label)
    {
        var page = $"<meta charset={label}>{Prose}";
        var decoded = CharsetDecision.Decode(Encoding.UTF8.GetBytes(page), $"text/html; charset={label}");
        Assert.Equal((page, "utf-8", "utf8-valid"), (decoded.Text, decoded.Charset, decoded.Basis));
    }

    [Fact]
    public void Meta_speaks_where_the_header_is_silent()
    {
        var page = new string(' ', 1500) + "<!-- <meta charset=big5> --><META http-equiv=Content-Type content=\"text/html; charset=gb2312\">" + Prose;
        Assert.Equal((page, "gb18030", "meta"), Parts(CharsetDecision.Decode(Gb18030.GetBytes(page), "text/html")));
    }

    [Fact]
    public void A_servers_default_is_no_statement_where_the_page_makes_one()
    {
        const string Page = "<meta charset=gb2312>年报";
        Assert.Equal((Page, "gb18030", "meta"), Parts(CharsetDecision.Decode(Gb18030.GetBytes(Page), "text/html; charset=ISO-8859-1")));
    }

    [Fact]
    public void Bytes_alone_decide_where_nothing_is_declared() =>
        Assert.Equal((Prose, "gb18030", "fallback"), Parts(CharsetDecision.Decode(Gb18030.GetBytes(Prose), null)));

    [Fact]
    public void Big5_is_believed_where_it_makes_sense()
    {
        const string traditional = "<p>本機關政府信息公開工作年度報告，依據條例編制，主動公開政府信息。</p>";
        Assert.Equal((traditional, "big5", "meta"), Parts(CharsetDecision.Decode([.. "<meta charset=big5>"u8, .. Big5.GetBytes(traditional)], null)) with { Item1 = traditional });
    }

    [Theory]
    [InlineData("utf-16le")]
    [InlineData("utf-16be")]
    public void Utf16_is_seen_without_a_mark(string label)
    {
        var encoding = label == "utf-16le" ? Encoding.Unicode : Encoding.BigEndianUnicode;
        var page = "<html><head><title>x</title></head><body>" + Prose + "</body></html>";
        Assert.Equal((page, label, "utf16-pattern"), Parts(CharsetDecision.Decode(encoding.GetBytes(page), null)));
        Assert.Equal((page, label, "bom"), Parts(CharsetDecision.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(page)], null)));
    }

    [Fact]
    public void Mark_wins_over_the_header() =>
        Assert.Equal((Prose, "utf-8", "bom"), Parts(CharsetDecision.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Prose)], "text/html; charset=gbk")));

    [Fact]
    public void Character_cut_at_the_end_is_counted_and_changes_nothing_else()
    {
        var decoded = CharsetDecision.Decode(Encoding.UTF8.GetBytes(Prose + "府").AsSpan()[..^1], null);
        Assert.Equal((Prose + "\uFFFD", "utf-8", "utf8-valid"), Parts(decoded));
        Assert.Equal((1, 0), (decoded.ReplacementCount, decoded.WrongLabels.Length));
    }

    [Fact]
    public void Declared_utf8_with_a_broken_character_stays_utf8()
    {
        byte[] page = [.. Encoding.UTF8.GetBytes(Prose + Prose + Prose), 0xE6, 0x94, .. Encoding.UTF8.GetBytes(Prose)];
        Assert.Equal("utf-8", CharsetDecision.Decode(page, "text/html; charset=utf-8").Charset);
        Assert.Equal("utf-8", CharsetDecision.Decode(page, null).Charset);
    }

    [Fact]
    public void Markup_after_half_a_gbk_character_survives()
    {
        byte[] page = [.. Gb18030.GetBytes(Prose), 0xB0, .. "<b>1</b>"u8];
        Assert.EndsWith("<b>1</b>", CharsetDecision.Decode(page, "text/html; charset=gbk").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Space_of_gbk_that_unicode_lacks_is_an_ideographic_space() =>
        Assert.StartsWith("总\u3000计", CharsetDecision.Decode([.. Gb18030.GetBytes("总"), 0xA3, 0xA0, .. Gb18030.GetBytes("计" + Prose)], "text/html; charset=gbk").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    public void Short_or_empty_input_is_utf8(string text) => Assert.Equal((text, "utf-8", "utf8-valid"), Parts(CharsetDecision.Decode(Encoding.UTF8.GetBytes(text), "text/html; charset=no-such")));

    private static (string, string, string) Parts(DecodedText decoded) => (decoded.Text, decoded.Charset, decoded.Basis);
}
