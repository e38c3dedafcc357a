using System.Globalization;
using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Layout.Forms;

/// <summary>Cells of the form in words.</summary>
public static class CellLabels
{
    /// <summary>The official labels, joined.</summary>
    public static string Official(FormCell cell) => string.Join(" › ", (cell.Group ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Append(cell.Row).Append(cell.Column).OfType<string>());

    /// <summary>English out of the cell's id: <c>applications.denied.state_secret.total</c> is "Applications, denied, state secret, total".</summary>
    public static string English(FormCell cell) => Sentence(string.Join(", ", cell.Id.ToString().Split('.').Select(Words)));

    /// <summary>English of the row alone.</summary>
    public static string EnglishRow(FormRow row)
    {
        var parts = row.Cells[0].Id.ToString().Split('.');
        return Sentence(string.Join(": ", parts[1..^1].Select(Words)));
    }

    /// <summary>English of a column.</summary>
    public static string EnglishColumn(FormCell cell) => Sentence(Words(cell.Id.ToString().Split('.')[^1]));

    private static string Words(string part) => part.Replace("10k_cny", "10,000 CNY", StringComparison.Ordinal).Replace('_', ' ');

    private static string Sentence(string text) => string.Concat(char.ToUpper(text[0], CultureInfo.InvariantCulture).ToString(), text.AsSpan(1));
}
