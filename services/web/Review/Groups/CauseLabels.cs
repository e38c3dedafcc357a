using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;
using Pipeline.Store.Reviews;
using Pipeline.Store.Reviews.Groups;
using Pipeline.Web.Layout.Forms;

namespace Pipeline.Web.Review.Groups;

/// <summary>Causes of doubts in both languages.</summary>
public static class CauseLabels
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(string cause, Func<string, string, string> say)
    {
        var (rule, signs) = DoubtCause.Parts(cause);
        if (rule is null)
            return say($"sums that do not add up ({string.Join(' ', signs)})", $"勾稽不符（{string.Join(' ', signs)}）");
        var against = string.Join(say(", ", "，"), signs.Select(Words));
        return against.Length == 0 ? say($"not sure enough, read {Words(rule)}", $"置信度不足，{Words(rule)}") : against + say($" – read {Words(rule)}", $"——{Words(rule)}");

        string Words(string code) => ReasonCatalog.TextOf(code) is var text ? say(text.English, text.Chinese) : code;
    }

    /// <summary>The site, or the cell by its official labels.</summary>
    public static string Scope(GroupKey key) => key.By == GroupedBy.Site ? key.Scope
        : FormCatalog.Current.Forms.SelectMany(form => form.Cells).FirstOrDefault(cell => cell.Id.ToString() == key.Scope) is { } known ? CellLabels.Official(known) : key.Scope;

    public static string Address(GroupKey key) => $"/review/groups/one?by={key.By}&cause={Uri.EscapeDataString(key.Cause)}&scope={Uri.EscapeDataString(key.Scope)}";
}
