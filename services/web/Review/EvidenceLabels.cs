namespace Pipeline.Web.Review;

/// <summary>Evidence and rules in both languages; what is unknown is shown as it is.</summary>
public static class EvidenceLabels
{
    /// <param name="code">Of a reading (<c>readings:agree</c>) or of a weight (<c>agreement</c>).</param>
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(string code, Func<string, string, string> say) => code switch
    {
        "base" => say("every reading begins with", "基础值"),
        "label_doubt" or "label:similar" => say("a label is only similar", "表头文字不完全一致"),
        "agreement" or "readings:agree" => say("another rule reads the same", "其他规则读取一致"),
        "dispute" or "readings:differ" => say("another rule reads something else", "其他规则读取不一致"),
        "contest" or "spots:several" => say("several spots claim the cell", "多处可对应此项"),
        "decoration" or "number:decorated" => say("more than digits stands there", "数字外另有文字"),
        "other_text" or "number:none" => say("what stands there is no number", "此处不是数字"),
        "checks_held" or "checks:hold" => say("its sums hold", "勾稽相符"),
        "checks_broken" or "checks:broken" => say("its sums are broken", "勾稽不符"),
        "absence" or "not-on-page" => say("not found on the page", "原文未找到"),
        "doubtful_absence" or "absence:doubtful" => say("not found, yet its table is there", "未找到，但表格存在"),
        "gap" or "absence:gap" => say("not found, yet the totals say all was read", "未找到，但合计表明已读全"),
        "readers_agree" or "readers:agree" => say("a second reader agrees", "第二读取器一致"),
        "readers_differ" or "readers:differ" => say("a second reader differs", "第二读取器不一致"),
        "leftovers" or "numbers:left-over" => say("numbers were left over", "有未归位的数字"),
        _ => code,
    };

    /// <summary>How a rule finds a value.</summary>
    public static string Rule(string rule, Func<string, string, string> say) => rule switch
    {
        "grid.headers" => say("by the labels left of it and above it", "按行列表头定位"),
        "sequence.behind-label" => say("by the order of numbers behind a label", "按标签后数字的顺序"),
        "sequence.line-end" => say("by the order of numbers at the end of a line", "按行末数字的顺序"),
        "sequence.rows" => say("by the order of the form's rows", "按表格行的顺序"),
        _ => rule,
    };

    /// <summary>A class of the style sheet: good, bad, or none where it says neither.</summary>
    public static string Kind(string code) => code switch
    {
        "readings:agree" or "checks:hold" or "readers:agree" => "good",
        "readings:differ" or "checks:broken" or "readers:differ" or "absence:doubtful" or "absence:gap" or "number:none" => "bad",
        "label:similar" or "spots:several" or "number:decorated" or "numbers:left-over" => "doubt",
        _ => "",
    };
}
