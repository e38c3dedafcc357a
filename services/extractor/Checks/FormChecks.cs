using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Ports;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Checks;

/// <summary>The extractor's own arithmetic.</summary>
internal sealed class FormChecks : IFormChecks
{
    public IReadOnlyList<FormCheck> Of(AnnualReport report)
    {
        var values = report.Cells.ToDictionary(cell => cell.Cell, cell => cell.Value);
        return [.. FormArithmetic.Evaluate(FormCatalog.Current.Form(report.Form), cell => values.GetValueOrDefault(cell.Id)).Select(check => new FormCheck(check.Check, check.Left, check.Right, check.Cells))];
    }
}
