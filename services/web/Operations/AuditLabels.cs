namespace Pipeline.Web.Operations;

/// <summary>What people did, in both languages.</summary>
public static class AuditLabels
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(string action, Func<string, string, string> say) => action switch
    {
        "key.refused" => say("sent a wrong key from", "密钥错误，来自"),
        "cell.confirmed" => say("confirmed", "确认"),
        "cell.corrected" => say("corrected", "更正"),
        "cell.publisher-mistake" => say("marked as the publisher's mistake", "标记原文有误"),
        "cell.reopened" => say("reopened", "撤回"),
        "cells.confirmed" => say("confirmed cells of", "批量确认"),
        "cells.reopened" => say("took back a step at", "撤销上一步"),
        "group.decided" => say("decided about a group:", "成组处理："),
        "group.undone" => say("took back a decision about a group:", "撤销成组处理："),
        "record.skipped" => say("passed by", "跳过"),
        "record.assigned" => say("gave away", "分配"),
        "audit.right" => say("audited, right:", "抽查正确："),
        "audit.wrong" => say("audited, wrong:", "抽查有误："),
        "record.put-back" => say("put back into the queue", "放回复核队列"),
        "record.finished" => say("finished", "完成复核"),
        "bodies.same" => say("joined two names to one body:", "判定为同一机关："),
        "bodies.different" => say("kept two bodies apart:", "判定为不同机关："),
        "bodies.reopened" => say("took back what was said of two names:", "撤销机关判定："),
        "failures.replayed" => say("tried again failures:", "重试失败："),
        "failures.given-up" => say("gave up failures:", "放弃失败："),
        "failures.taken-back" => say("let failures stand again that were given up by", "恢复已放弃的失败，原操作人："),
        "alarms.acknowledged" => say("acknowledged the alarm of", "确认知悉告警："),
        "alarms.withdrawn" => say("wants to hear again of", "撤回知悉："),
        "crawl.requested" => say("asked for a crawl of", "请求采集："),
        "source.paused" => say("paused", "暂停来源："),
        "source.resumed" => say("resumed", "恢复来源："),
        "source.added" => say("added the source", "添加来源："),
        "document.reextract" => say("had read again", "重新读取"),
        "document.refetch" => say("had fetched and read again", "重新下载并读取"),
        _ => "",
    };
}
