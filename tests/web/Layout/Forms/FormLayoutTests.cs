using Pipeline.Contracts.Forms;
using Pipeline.Web.Layout.Forms;

namespace Pipeline.Web.Tests.Layout.Forms;

public sealed class FormLayoutTests
{
    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void Every_cell_of_a_form_is_shown_once_and_in_order(string form)
    {
        var shown = FormLayout.Of(FormCatalog.Current.Form(form)).SelectMany(block => block.Rows).SelectMany(row => row.Cells);

        Assert.Equal(FormCatalog.Current.Form(form).Cells, shown);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void Applications_are_one_table_of_seven_columns_and_remedies_one_of_five(string form)
    {
        var applications = Assert.Single(FormLayout.Of(FormCatalog.Current.Form(form)), block => block.Section.Id == "applications");
        var remedies = Assert.Single(FormLayout.Of(FormCatalog.Current.Form(form)), block => block.Section.Id == "remedies");

        Assert.Equal((7, 5), (applications.Columns.Length, remedies.Columns.Length));
        Assert.Equal(["行政复议", "未经复议直接起诉", "复议后起诉"], remedies.Rows.Select(row => row.Row.Label));
        Assert.All(FormLayout.Of(FormCatalog.Current.Form(form)).SelectMany(block => block.Rows, (block, row) => (block, row)), pair => Assert.Equal(pair.block.Columns.Length, pair.row.Cells.Length));
    }
}
