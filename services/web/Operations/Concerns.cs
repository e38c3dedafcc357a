using System.Globalization;
using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Operations;

/// <summary>What an operator should look at now, in words; nothing when all is well.</summary>
public static class Concerns
{
    // Of two sources both may fail by chance.
    private const int FewestForOurFault = 3;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <param name="say">Chooses between English and Chinese.</param>
    /// <returns>Each with the place of the page that tells more.</returns>
    public static IReadOnlyList<(string Text, string Address)> Of(OperationsModel model, DateTimeOffset now, Func<string, string, string> say)
    {
        var found = new List<(string, string)>();
        // What somebody knows of calls nobody.
        var calling = model.Overview.Sources.Where(source => !source.IsAcknowledged(model.Overview.LastNight, now)).ToList();
        var alarms = calling.ToLookup(source => source.Alarm(model.Overview.LastNight));
        if (OurFault(calling, alarms, say) is { } ours)
            found.Add((ours, "/operations/sources"));
        found.AddRange(model.Troubles.Select(Concern));
        foreach (var alarm in Enum.GetValues<SourceAlarm>().Where(alarm => alarm != SourceAlarm.None).Reverse())
            if (alarms[alarm].ToList() is { Count: > 0 } sources)
                found.Add((SourceLabels.Concern(alarm, say) + say(": ", "：") + Count(sources.Count) + Since(sources), $"/operations/sources?state={alarm}"));
        if (model.Overview.Failures.Values.Sum() is var failures and > 0)
            found.Add((say($"failures that stand: {Count(failures)}", $"未处理的失败：{Count(failures)}"), "#failures"));
        // The newest of a channel tells whether it works today.
        foreach (var notice in model.Notices.DistinctBy(notice => notice.Channel).Where(notice => notice is { SentAt: null, Problem: not null }))
            found.Add((say($"notices by {notice.Channel} do not arrive", $"通知（{notice.Channel}）未送达"), "#notices"));
        return found;

        (string, string) Concern(PipelineTrouble trouble) => trouble.Alarm switch
        {
            PipelineAlarm.CrawlMissed => (say($"the crawl due {Hours(now - trouble.Since!.Value)} ago did not begin", $"{Hours(now - trouble.Since!.Value)}前应开始的采集未开始"), "#crawl"),
            PipelineAlarm.DocumentsWait => (say($"documents wait since {Hours(now - trouble.Since!.Value)}", $"文件已等待{Hours(now - trouble.Since!.Value)}"), "#now"),
            PipelineAlarm.QueueUnattended => (say($"nobody works off: {trouble.Why}", $"无进程处理的队列：{trouble.Why}"), "#queues"),
            _ => (say("the broker's figures cannot be read", "无法读取消息队列状态"), "#queues"),
        };

        string Hours(TimeSpan time) => time.TotalHours >= 1 ? Count((long)time.TotalHours) + say(" h", "小时") : Count((long)time.TotalMinutes) + say(" min", "分钟");

        string Since(IEnumerable<SourceFigures> sources) => sources.Min(source => source.FailingSince) is { } since
            ? string.Create(CultureInfo.InvariantCulture, $"{say(", since ", "，自")}{since.ToOffset(China):yyyy-MM-dd HH:mm}{say("", "起")}") : "";
    }

    /// <summary>When most sources give no answer at once, the fault is seldom theirs.</summary>
    private static string? OurFault(List<SourceFigures> sources, ILookup<SourceAlarm, SourceFigures> alarms, Func<string, string, string> say)
    {
        var mute = alarms[SourceAlarm.Down].Concat(alarms[SourceAlarm.RobotsUnreachable]).Concat(alarms[SourceAlarm.NeverAnswered]).Count();
        return mute < FewestForOurFault || mute * 2 <= sources.Count ? null : say(
            $"{Count(mute)} of {Count(sources.Count)} sources give no answer: our network or theirs? Ask for one of them from this machine: curl -I ADDRESS",
            $"{Count(sources.Count)}个来源中{Count(mute)}个无响应：是本机网络的问题还是对方网站？请在本机试访问其中一个：curl -I 地址");
    }

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
