using System.Diagnostics;
using Pipeline.Tests;

namespace Pipeline.Releases.Tests.Describing;

/// <summary>What the reference implementation of Data Packages says of a release.</summary>
public sealed class DataPackageTests : ReleaseTest
{
    private static readonly string? Validator = Environment.GetEnvironmentVariable("PIPELINE_DATAPACKAGE");

    [Fact]
    public async Task The_description_and_every_row_are_valid_for_others()
    {
        await Two();
        Assert.Equal((0, ""), await Judged((await Release("release")).Folder));
    }

    [Theory]
    [InlineData("records.csv", ",accepted,", ",perhaps,")]
    [InlineData("records.csv", "2023-01-20", "20 January")]
    [InlineData("records.csv", ",county,", ",duchy,")]
    public async Task A_value_that_its_description_does_not_allow_is_told(string file, string value, string other)
    {
        await Two();
        var path = Path.Combine((await Release("release")).Folder, file);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace(value, other, StringComparison.Ordinal));

        var (exit, problems) = await Judged(Path.GetDirectoryName(path)!);

        Assert.Equal(1, exit);
        Assert.Contains(other.Trim(','), problems, StringComparison.Ordinal);
    }

    private async Task Two()
    {
        await Report("清河县民政局", 2022);
        await Report("=清河县财政局", 2022, (Applications, null));
        await Correct("清河县民政局", Applications, 12);
    }

    private static async Task<(int Exit, string Problems)> Judged(string folder)
    {
        Assert.SkipWhen(Validator is null || !Directory.Exists(Validator), "The reference implementation is not there: ./test fetches it from the npm registry.");
        var start = new ProcessStartInfo("node", [Path.Combine(RepositoryRoot.Path, "scripts", "lib", "validate-package.js"), folder]) { RedirectStandardError = true, Environment = { ["NODE_PATH"] = Validator } };
        using var node = Process.Start(start)!;
        var problems = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, problems.Trim());
    }
}
