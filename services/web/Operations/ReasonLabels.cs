namespace Pipeline.Web.Operations;

/// <summary>Reasons of failures in both languages; an unknown one is shown as it is.</summary>
public static class ReasonLabels
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(string reason, Func<string, string, string> say) => reason switch
    {
        "failed" => say("no usable answer", "无有效响应"),
        "blocked" => say("the site declines programs", "网站拒绝程序访问"),
        "login" => say("asks for a login", "需要登录"),
        "soft_not_found" => say("says that there is no such page", "页面提示不存在"),
        "refused_by_policy" => say("the address may not be visited", "地址不允许访问"),
        "failed.encrypted" => say("encrypted", "文件已加密"),
        "failed.empty" => say("empty", "空文件"),
        "failed.truncated" => say("cut off", "文件不完整"),
        "failed.too-large" => say("too large", "文件过大"),
        "failed.timeout" => say("took too long to read", "读取超时"),
        "failed.scanned" => say("a scan without text", "扫描件无文字"),
        "failed.unsupported" => say("no reader for this format", "格式不支持"),
        "failed.malformed" => say("damaged", "文件损坏"),
        "failed.dead-letter" => say("killed its worker again and again", "多次导致进程中断"),
        "failed.snapshot-missing" or "failed.snapshot-damaged" => say("its snapshot is lost or damaged", "快照缺失或损坏"),
        _ => reason,
    };
}
