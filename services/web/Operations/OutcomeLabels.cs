namespace Pipeline.Web.Operations;

/// <summary>What became of addresses and documents, in both languages; what is unknown is shown as it is.</summary>
public static class OutcomeLabels
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(string outcome, Func<string, string, string> say) => outcome switch
    {
        "fetched" => say("new or changed", "新增或变化"),
        "unchanged" => say("unchanged", "未变"),
        "gone" => say("gone", "已删除"),
        "refused_by_robots" => say("forbidden by robots.txt", "robots.txt 禁止"),
        "refused_by_policy" => say("not allowed", "不允许访问"),
        "blocked" => say("blocked", "受阻"),
        "soft_not_found" => say("not there", "页面不存在"),
        "login" => say("asks for a login", "需要登录"),
        "failed" => say("failed", "失败"),
        "reports" => say("with reports", "含年报"),
        "not_a_report" => say("no report", "非年报"),
        "pending" => say("waiting", "等待中"),
        _ => outcome.Replace('_', ' '),
    };
}
