using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Reviews;

/// <summary>
/// Why a cell is in doubt, as a code that cells of other records share: the rule that read it with the signs against it, such as <c>grid.label-header readings:differ</c>,
/// or the broken sum that it stands for, such as <c>sum row_total</c>.
/// </summary>
public static class DoubtCause
{
    private const string Sum = "sum";

    public static string Of(CellReading cell) => string.Join(' ', cell.Evidence.Where(IsDoubt).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Prepend(cell.Rule));

    /// <summary>Sums of one kind break for one cause, whichever row they are of.</summary>
    public static string Of(Violation violation) => $"{Sum} {violation.Check.Split(':')[0]}";

    /// <summary>The codes that a cause is made of: the rule and the signs, or null and the kind of the sum.</summary>
    public static (string? Rule, IReadOnlyList<string> Signs) Parts(string cause)
    {
        var parts = cause.Split(' ');
        return parts[0] == Sum ? (null, parts[1..]) : (parts[0], parts[1..]);
    }

    private static bool IsDoubt(string sign) => ReasonCatalog.Find(sign)?.Tone is ReasonTone.Doubtful or ReasonTone.Bad;
}
