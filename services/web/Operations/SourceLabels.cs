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
        SourceAlarm.Silent => say("silent", "未访问"),
        SourceAlarm.Failing => say("failing", "部分失败"),
        _ => say("well", "正常"),
    };

    /// <summary>A class of the style sheet.</summary>
    public static string Kind(SourceAlarm alarm) => alarm switch { SourceAlarm.None => "good", SourceAlarm.Failing => "doubt", _ => "bad" };

    /// <summary>Such as "2,850 sources: 3 down, 41 failing, 2,806 well".</summary>
    public static string Summary(IReadOnlyList<SourceFigures> sources, DateTimeOffset? lastNight, Func<string, string, string> say)
    {
        var counts = sources.GroupBy(source => source.Alarm(lastNight)).OrderByDescending(group => group.Key).Select(group => Count(group.Count()) + say(" ", "个") + Of(group.Key, say));
        return sources.Count == 0 ? say("No source was crawled yet.", "尚未采集任何来源。") : say(sources.Count == 1 ? "1 source: " : $"{Count(sources.Count)} sources: ", $"共{Count(sources.Count)}个来源：") + string.Join(say(", ", "，"), counts);
    }

    private static string Count(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);
}
