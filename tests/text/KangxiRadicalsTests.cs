namespace Pipeline.Text.Tests;

public sealed class KangxiRadicalsTests
{
    [Theory]
    [InlineData("⼯作⾏政⾃然⼈", "工作行政自然人")]
    [InlineData("门⼾⽹站", "门户网站")]
    [InlineData("⺠⽣⻓⻔⻅⻚", "民生长门见页")]
    [InlineData("⼀⿕", "一龠")]
    public void Radical_signs_become_the_ideographs_that_they_look_like(string raw, string expected) =>
        Assert.Equal(expected, KangxiRadicals.Normalize(raw));

    [Fact]
    public void No_radical_sign_of_the_kangxi_block_is_left()
    {
        var all = string.Concat(Enumerable.Range(0x2F00, 214).Select(code => (char)code));

        Assert.DoesNotContain(KangxiRadicals.Normalize(all), character => character is >= '\u2E80' and <= '\u2FD5');
    }

    [Fact]
    public void Normalising_twice_equals_once_and_other_text_stays_itself()
    {
        const string plain = "政府信息公开 2023 ABC 〔2023〕";

        Assert.Same(plain, KangxiRadicals.Normalize(plain));
        Assert.Equal(KangxiRadicals.Normalize("⼯"), KangxiRadicals.Normalize(KangxiRadicals.Normalize("⼯")));
    }
}
