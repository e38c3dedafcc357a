namespace Pipeline.Host.Tests.Forms;

public sealed class FormsCommandTests
{
    [Fact]
    public async Task What_is_declared_is_listed()
    {
        var (exitCode, output, _) = await CapturedTerminal.Run("forms");

        Assert.Equal(0, exitCode);
        Assert.Contains("goi-annual-report", output, StringComparison.Ordinal);
        Assert.Matches(@"│ 2021 +│", output);
    }

    [Fact]
    public async Task A_wrong_form_is_told_by_file_line_and_column_and_nothing_starts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.json", "{\n  \"id\": \"mine\",\n  \"colour\": \"red\"\n}");

        var (exitCode, output, error) = await CapturedTerminal.Run("forms", "--forms", folder.Path);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Matches(@"mine\.json:3:\d+: .*colour", error);
    }

    [Fact]
    public async Task A_folder_of_forms_that_is_not_there_is_told()
    {
        var (exitCode, _, error) = await CapturedTerminal.Run("extract", "a.html", "--forms", "/nowhere/forms");

        Assert.Equal(2, exitCode);
        Assert.Contains("check --forms DIR", error, StringComparison.Ordinal);
    }
}
