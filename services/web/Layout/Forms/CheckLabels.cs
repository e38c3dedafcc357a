using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Layout.Forms;

/// <summary>Checks of a form, as it declares them; one that it does not declare is shown by its name.</summary>
public static class CheckLabels
{
    /// <param name="check">Name and instance, such as <c>row_total:granted</c>.</param>
    public static LocalizedText Of(string check, string form) =>
        FormCatalog.Current.Find(form) is { } known && known.Equations.Concat(known.YearEquations).FirstOrDefault(equation => equation.Name == check) is { } equation
            ? equation.Text
            : new LocalizedText(check, check);
}
