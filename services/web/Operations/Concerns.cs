using System.Globalization;
using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Operations;

/// <summary>What an operator should look at now, in words; nothing when all is well.</summary>
public static class Concerns
{
    // A document is read within seconds; what waits so long is stuck, or the workers are too few.
    private static readonly TimeSpan LongWait = TimeSpan.FromMinutes(30);

    // A nightly crawl and a night's grace.
    private static readonly TimeSpan LongSilence = TimeSpan.FromHours(48);

    /// <param name="say">Chooses between English and Chinese.</param>
    /// <returns>Each with the place of the page that tells more.</returns>
    public static IReadOnlyList<(string Text, string Address)> Of(OperationsModel model, DateTimeOffset now, Func<string, string, string> say)
    {
        var found = new List<(string, string)>();
        var alarms = model.Overview.Sources.GroupBy(source => source.Alarm(model.Overview.LastNight)).ToDictionary(group => group.Key, group => group.Count());
        if (model.Queues.Problem is not null)
            found.Add((say("the broker's figures cannot be read", "无法读取消息队列状态"), "#queues"));
        if (model.Stages.OldestWaiting is { } oldest && now - oldest > LongWait)
            found.Add((say($"documents wait since {Hours(now - oldest)}", $"文件已等待{Hours(now - oldest)}"), "#now"));
        if (model.Overview.Nights.Count > 0 && model.Overview.Running.Count == 0 && model.Overview.LastNight is { } night && now - night > LongSilence)
            found.Add((say($"the last crawl began {Hours(now - night)} ago", $"上次采集在{Hours(now - night)}前"), "#nights"));
        Sources(SourceAlarm.Down, say("sources down", "全部失败的来源"));
        Sources(SourceAlarm.Silent, say("sources that the last crawl did not visit", "上次未访问的来源"));
        Sources(SourceAlarm.Failing, say("sources failing in part", "部分失败的来源"));
        if (model.Overview.Failures.Values.Sum() is var failures and > 0)
            found.Add((say($"failures that stand: {Count(failures)}", $"未处理的失败：{Count(failures)}"), "#failures"));
        return found;

        void Sources(SourceAlarm alarm, string what)
        {
            if (alarms.GetValueOrDefault(alarm) is var count and > 0)
                found.Add((what + say(": ", "：") + Count(count), $"/operations/sources?state={alarm}"));
        }

        string Hours(TimeSpan time) => time.TotalHours >= 1 ? Count((long)time.TotalHours) + say(" h", "小时") : Count((long)time.TotalMinutes) + say(" min", "分钟");
    }

    private static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
