namespace Pipeline.Web.Layout.Forms;

/// <summary>Checks of the form in both languages.</summary>
public static class CheckLabels
{
    /// <param name="check">Name and instance, such as <c>row_total:granted</c>.</param>
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(string check, Func<string, string, string> say)
    {
        var (name, instance) = check.Split(':', 2) is [var first, var second] ? (first, second) : (check, "");
        var where = instance.Replace('_', ' ').Replace(".", ": ", StringComparison.Ordinal);
        return name switch
        {
            "row_total" => say($"total of the row “{where}” and its parts", $"行合计（{where}）与各列之和"),
            "balance" => say($"new and carried over against handled and carried forward, column “{where}”", $"新收＋上年结转 与 办理＋结转下年（{where}列）"),
            "handled_total" => say($"total handled and its results, column “{where}”", $"办理总计与各结果之和（{where}列）"),
            "remedy_total" => say($"total and outcomes of “{where}”", $"合计与各结果之和（{where}）"),
            "year_to_year" => say($"carried forward the year before against carried over, column “{where}”", $"上年“结转下年度”与本年“上年结转”（{where}列）"),
            _ => check,
        };
    }
}
