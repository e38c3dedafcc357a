namespace Pipeline.Web.Operations.Controls;

/// <summary>Why a crawl ran, in both languages.</summary>
public static class TriggerLabels
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(string trigger, Func<string, string, string> say) => trigger switch
    {
        "nightly" => say("nightly", "每夜"),
        "now" => say("at once", "立即"),
        _ => say("by hand", "手动"),
    };
}
