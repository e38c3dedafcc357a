namespace Pipeline.Text;

/// <summary>
/// Replaces radical signs by the ideographs that they look like. Some producers write ⼯ (U+2F2F, a radical) where the page shows 工, so that
/// no label matches. The replacement looks the same on the page, so it counts as what is printed.
/// </summary>
public static class KangxiRadicals
{
    private const char FirstKangxi = '\u2F00';
    private const char FirstSupplement = '\u2E80';

    /// <summary>
    /// NFKC of U+2F00–U+2FD5 in order, but 户 and not 戶 for ⼾: fonts of the mainland draw it so. Written out because the invariant
    /// globalization mode does not normalise.
    /// </summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴" +
        "廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿" +
        "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵" +
        "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>Look-alikes of U+2E80–U+2EF3 in order; a sign without one stands for itself. NFKC knows only two of them.</summary>
    private const string Supplement =
        "⺀厂⺂⺃⺄⺅⺆几刀⺉卜⺋⺌⺍兀尣尢⺑巳幺彐⺕⺖心手攵⺚旡⺜月歹母民水水火爪爪丬牛犬王疋目示示竹糸纟网罒网网⺵羊羊羊老" +
        "肀⺻肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门⻕阝雨青韦页风飞食食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    /// <returns>The same text, character for character, without radical signs; the same instance when there are none.</returns>
    public static string Normalize(string text) =>
        text.AsSpan().ContainsAnyInRange(FirstSupplement, '\u2FD5') ? string.Create(text.Length, text, Fill) : text;

    private static void Fill(Span<char> target, string text)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = Ideograph(text[i]);
    }

    private static char Ideograph(char sign) => sign switch
    {
        >= FirstKangxi and <= '\u2FD5' => Kangxi[sign - FirstKangxi],
        >= FirstSupplement and <= '\u2EF3' => Supplement[sign - FirstSupplement],
        _ => sign,
    };
}
