using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Layout.Forms;

/// <summary>Cells of the form in words.</summary>
public static class CellLabels
{
    /// <summary>The official labels, joined.</summary>
    public static string Official(FormCell cell) => cell.Name.Chinese;

    /// <summary>The English names of table, row and column.</summary>
    public static string English(FormCell cell) => cell.Name.English;
}
