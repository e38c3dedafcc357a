using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Checks;

namespace Pipeline.Extractor.Tests.Checks;

public sealed class FormArithmeticTests
{
    [Fact]
    public void A_form_of_zeros_holds_every_check_and_proves_little()
    {
        var checks = FormArithmetic.Evaluate(FormCatalog.Current.Form("2021"), _ => 0);

        Assert.All(checks, check => Assert.True(check.Holds && !check.IsTelling));
        // 25 row totals, seven balances, seven handled totals, three groups of remedies.
        Assert.Equal(25 + 7 + 7 + 3, checks.Length);
    }

    [Fact]
    public void Blank_addends_count_as_zero_and_blank_totals_are_not_evaluated()
    {
        var checks = FormArithmetic.Evaluate(FormCatalog.Current.Form("2021"), cell => cell.Id.ToString() switch
        {
            "applications.granted.total" => 3,
            "applications.granted.natural_person" => 2,
            _ => null,
        });

        Assert.Equal(["row_total:granted"], checks.Select(check => check.Check));
        Assert.Equal((3m, 2m), (checks[0].Left, checks[0].Right));
    }

    [Fact]
    public void What_was_not_found_is_no_zero_in_a_balance()
    {
        var checks = FormArithmetic.Evaluate(FormCatalog.Current.Form("2021"), cell => cell.Row.Id == "new" ? 4 : null, cell => cell.Row.Id is "new" or "carried_over");

        Assert.DoesNotContain(checks, check => check.Check.StartsWith("balance", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_balance_names_its_four_cells()
    {
        var balance = FormArithmetic.Evaluate(FormCatalog.Current.Form("2019"), cell => cell.Id.ToString() == "applications.new.total" ? 5 : null).Single(check => !check.Holds && check.Check == "balance:total");

        Assert.Equal(
            ["applications.new.total", "applications.carried_over.total", "applications.handled_total.total", "applications.carried_forward.total"],
            balance.Cells.Select(cell => cell.ToString()));
    }
}
