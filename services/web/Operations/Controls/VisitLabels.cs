namespace Pipeline.Web.Operations.Controls;

/// <summary>What visits of a crawl came to, in both languages.</summary>
internal static class VisitLabels
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(string outcome, Func<string, string, string> say) => outcome switch
    {
        "read" => say("read", "已读"),
        "new" => say("new", "新增"),
        "changed" => say("changed", "变化"),
        "unchanged" => say("unchanged", "未变"),
        "redirected" => say("sends on", "跳转"),
        "gone" => say("gone", "已删除"),
        "dead_link" => say("dead link", "死链"),
        "left_alone" => say("left alone", "未访问"),
        "failed" => say("failed", "失败"),
        "blocked" => say("blocked", "被拦截"),
        "login" => say("login", "需登录"),
        "soft_not_found" => say("not there", "页面不存在"),
        "refused_by_robots" => say("forbidden by robots.txt", "robots.txt禁止"),
        "refused_by_policy" => say("refused by our rules", "规则拒绝"),
        "robots_unreachable" => say("robots.txt unreachable", "robots.txt不可达"),
        _ => outcome,
    };

    /// <summary>Class of its badge.</summary>
    public static string Kind(string outcome) => outcome switch
    {
        "new" or "changed" => "good",
        "failed" or "blocked" or "robots_unreachable" => "bad",
        "gone" or "soft_not_found" or "login" => "doubt",
        _ => "",
    };
}
