using Pipeline.Contracts.Forms;

namespace Pipeline.Contracts.Tests.Forms;

public sealed class OfficialFormTests
{
    [Theory]
    [InlineData("2021", 200, 21)]
    [InlineData("2019", 198, 19)]
    public void Forms_have_the_cells_of_the_schema(string id, int cells, int resultRows)
    {
        var form = OfficialForm.Get(id);

        Assert.Equal(cells, form.Cells.Length);
        Assert.Equal(resultRows, form.ResultRows.Length);
        Assert.Equal(cells, form.Cells.Select(cell => cell.Id).Distinct().Count());
    }

    [Fact]
    public void An_unknown_form_says_which_are_known()
    {
        var error = Assert.Throws<ArgumentException>(() => OfficialForm.Get("2008"));

        Assert.Contains("2021", error.Message, StringComparison.Ordinal);
    }
}
