using System.Collections.Frozen;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Recognisers;

namespace Pipeline.Extractor.Alignment;

/// <summary>Which coordinates make a cell of one of the official forms.</summary>
internal static class FormCells
{
    private static readonly FrozenSet<string> Ids = FormCatalog.Current.Forms.Where(form => form.Id != "2014").SelectMany(form => form.Cells).Select(cell => cell.Id.ToString()).ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(TableName table, string row, string column) => Ids.Contains($"{Prefix(table)}.{row}.{column}");

    public static string Prefix(TableName table) => table switch
    {
        TableName.Disclosure => "disclosure",
        TableName.Applications => "applications",
        _ => "remedies",
    };
}
