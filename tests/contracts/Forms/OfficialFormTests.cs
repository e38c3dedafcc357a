using Pipeline.Contracts.Forms;

namespace Pipeline.Contracts.Tests.Forms;

public sealed class OfficialFormTests
{
    [Theory]
    [InlineData("2021", 200, 42)]
    [InlineData("2019", 198, 40)]
    [InlineData("2014", 58, 10)]
    public void Forms_have_the_cells_of_the_schema(string id, int cells, int equations)
    {
        var form = FormCatalog.Current.Form(id);

        Assert.Equal(cells, form.Cells.Length);
        Assert.Equal(equations, form.Equations.Length);
        Assert.Equal(cells, form.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Fact]
    public void An_unknown_form_says_which_are_known()
    {
        var error = Assert.Throws<ArgumentException>(() => FormCatalog.Current.Form("2008"));

        Assert.Contains("2021", error.Message, StringComparison.Ordinal);
    }
}
