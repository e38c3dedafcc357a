using Pipeline.Contracts.Reports;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Review;

/// <summary>Why a record waits for a person, in both languages: the first thing that the desk and the queue say.</summary>
public static class WaitReasons
{
    /// <param name="say">Chooses between English and Chinese.</param>
    public static string Of(AnnualReport report, Func<string, string, string> say) => Text(
        report.Authority is null, report.Year is null, report.Violations.Count(violation => violation.Cause != ViolationCause.Publisher),
        report.Cells.Count(cell => cell.Confidence < DoubtfulCells.Threshold), say);

    /// <param name="doubtful">Cells that are doubtful in themselves; null where nobody has counted them.</param>
    public static string Text(bool noBody, bool noYear, int brokenSums, int? doubtful, Func<string, string, string> say)
    {
        string?[] reasons =
        [
            noBody ? say("the body is unknown", "机关不详") : null,
            noYear ? say("the year is unknown", "年度不详") : null,
            brokenSums > 0 ? say(brokenSums == 1 ? "1 sum does not add up" : $"{brokenSums} sums do not add up", $"{brokenSums}处勾稽不符") : null,
            doubtful > 0 ? say(doubtful == 1 ? "1 cell is doubtful" : $"{doubtful} cells are doubtful", $"{doubtful}个数据项存疑") : null,
        ];
        var given = string.Join(say(", ", "，"), reasons.OfType<string>());
        return given.Length > 0 ? given : say("not sure enough as a whole", "整体置信度不足");
    }
}
