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
        var shown = FormLayout.Of(form).SelectMany(block => block.Rows).SelectMany(row => row.Cells);

        Assert.Equal(OfficialForm.Get(form).Cells, shown);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void Applications_are_one_table_of_seven_columns_and_remedies_one_of_five(string form)
    {
        var applications = Assert.Single(FormLayout.Of(form), block => block.Section == "三");
        var remedies = Assert.Single(FormLayout.Of(form), block => block.Section == "四");

        Assert.Equal((7, 5), (applications.Columns.Length, remedies.Columns.Length));
        Assert.Equal(["行政复议", "未经复议直接起诉", "复议后起诉"], remedies.Rows.Select(row => row.Label));
        Assert.All(FormLayout.Of(form).SelectMany(block => block.Rows, (block, row) => (block, row)), pair => Assert.Equal(pair.block.Columns.Length, pair.row.Cells.Length));
    }
}
