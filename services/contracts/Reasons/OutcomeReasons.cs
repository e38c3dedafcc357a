using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>What became of addresses and documents, as stored in the database and sent by the API.</summary>
public static class OutcomeReasons
{
    public static ImmutableArray<Reason> All { get; } =
    [
        new("fetched", new("new or changed", "新增或变化")),
        new("unchanged", new("unchanged", "未变")),
        new("gone", new("gone", "已删除")),
        new("refused_by_robots", new("forbidden by robots.txt", "robots.txt 禁止")),
        new("robots_unreachable", new("robots.txt cannot be reached", "robots.txt 无法访问"), ReasonTone.Bad, IsActionable: true),
        new("refused_by_policy", new("refused by a rule of ours", "本系统规则不允许")),
        new("blocked", new("the site declines programs", "网站拒绝程序访问"), ReasonTone.Doubtful),
        new("soft_not_found", new("not there", "页面不存在")),
        new("login", new("asks for a login", "需要登录"), ReasonTone.Doubtful),
        new("failed", new("no usable answer", "无有效响应"), ReasonTone.Bad, IsActionable: true),
        new("reports", new("with reports", "含年报"), ReasonTone.Good),
        new("not_a_report", new("no report", "非年报")),
        new("pending", new("waiting", "等待中")),
    ];
}
