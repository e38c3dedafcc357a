using System.Globalization;
using Pipeline.Store.Dashboard;

namespace Pipeline.Web.Operations;

/// <summary>How sources do, in both languages.</summary>
public static class SourceLabels
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(SourceAlarm alarm, Func<string, string, string> say) => alarm switch
    {
        SourceAlarm.Down => say("down", "全部失败"),
        SourceAlarm.NeverAnswered => say("never answered", "从未响应"),
        SourceAlarm.RobotsUnreachable => say("robots.txt unreachable", "robots.txt 无法访问"),
        SourceAlarm.Silent => say("silent", "未访问"),
        SourceAlarm.Empty => say("yields nothing", "无收获"),
        SourceAlarm.Refused => say("refused", "被拒绝"),
        SourceAlarm.Failing => say("failing", "部分失败"),
        SourceAlarm.Noticed => say("to look at", "需查看"),
        _ => say("well", "正常"),
    };

    /// <summary>The same of several sources, to begin a count with.</summary>
    public static string Concern(SourceAlarm alarm, Func<string, string, string> say) => alarm switch
    {
        SourceAlarm.Down => say("sources down", "全部失败的来源"),
        SourceAlarm.NeverAnswered => say("sources that never answered", "从未响应的来源"),
        SourceAlarm.RobotsUnreachable => say("sources whose robots.txt cannot be reached", "robots.txt 无法访问的来源"),
        SourceAlarm.Silent => say("sources that the last crawl did not visit", "上次未访问的来源"),
        SourceAlarm.Empty => say("sources that used to yield documents and yield none", "以往有文件、本次没有的来源"),
        SourceAlarm.Refused => say("sources that decline, or that a rule of ours forbids", "拒绝访问或不允许访问的来源"),
        SourceAlarm.Failing => say("sources failing in part", "部分失败的来源"),
        _ => say("sources about which the last crawl noticed something", "上次采集有提示的来源"),
    };

    /// <summary>What to do next; null where nothing is to be done.</summary>
    public static string? Step(SourceAlarm alarm, Func<string, string, string> say) => alarm switch
    {
        SourceAlarm.Down => say("Ask for it from this machine: if it answers, try the failures again; if not, it is theirs.", "请在本机试访问：能打开则重试失败项，打不开则为对方故障。"),
        SourceAlarm.NeverAnswered => say("Look at its start addresses: pipeline sources check FILE.", "请检查起始地址：pipeline sources check 文件。"),
        SourceAlarm.RobotsUnreachable => say("Without its rules nothing may be asked; the next crawl asks for them again.", "无法取得规则时不得访问；下次采集将再次尝试。"),
        SourceAlarm.Silent => say("The last crawl did not come to it: is it still in the sources file?", "上次采集未访问：是否仍在来源文件中？"),
        SourceAlarm.Empty => say("Look at its start addresses: its list may have moved.", "请检查起始地址：栏目可能已迁移。"),
        SourceAlarm.Refused => say("The site's word is respected: ask the body for its reports in another way.", "尊重网站的规定：请通过其他途径向该机关索取。"),
        SourceAlarm.Failing => say("See which addresses fail.", "请查看失败的地址。"),
        _ => null,
    };

    /// <summary>A class of the style sheet.</summary>
    public static string Kind(SourceAlarm alarm) => alarm switch { SourceAlarm.None => "good", < SourceAlarm.Empty => "doubt", _ => "bad" };

    /// <summary>Such as "2,850 sources: 3 down, 41 failing, 2,806 well".</summary>
    public static string Summary(IReadOnlyList<SourceFigures> sources, DateTimeOffset? lastNight, Func<string, string, string> say)
    {
        var paused = sources.Count(source => source.IsPaused);
        var counts = sources.Where(source => !source.IsPaused).GroupBy(source => source.Alarm(lastNight)).OrderByDescending(group => group.Key).Select(group => Count(group.Count()) + say(" ", "个") + Of(group.Key, say))
            .Concat(paused > 0 ? [Count(paused) + say(" paused", "个已暂停")] : []);
        return sources.Count == 0 ? say("No source was crawled yet.", "尚未采集任何来源。") : say(sources.Count == 1 ? "1 source: " : $"{Count(sources.Count)} sources: ", $"共{Count(sources.Count)}个来源：") + string.Join(say(", ", "，"), counts);
    }

    private static string Count(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
