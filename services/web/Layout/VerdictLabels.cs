using Pipeline.Store.Reviews;

namespace Pipeline.Web.Layout;

/// <summary>Verdicts in both languages.</summary>
public static class VerdictLabels
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(ReviewVerdict verdict, Func<string, string, string> say) => verdict switch
    {
        ReviewVerdict.Confirmed => say("confirmed", "已确认"),
        ReviewVerdict.Corrected => say("corrected", "已更正"),
        ReviewVerdict.PublisherMistake => say("publisher's mistake", "原文有误"),
        _ => say("reopened", "已撤回"),
    };
}
