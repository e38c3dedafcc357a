using System.Collections.Frozen;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Which coordinates make a cell of one of the official forms.</summary>
internal static class FormCells
{
    private static readonly FrozenSet<string> Ids = OfficialForm.All.SelectMany(form => form.Cells).Select(cell => cell.Id.ToString()).ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(FormTable table, string row, string column) => Ids.Contains($"{Prefix(table)}.{row}.{column}");

    public static string Prefix(FormTable table) => table switch
    {
        FormTable.Disclosure => "disclosure",
        FormTable.Applications => "applications",
        _ => "remedies",
    };
}
