namespace Pipeline.Host.Tests.Doctor;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task Every_piece_is_listed_and_a_missing_one_says_what_it_costs_and_how_to_get_it()
    {
        var (exitCode, output, error) = await CapturedTerminal.Run("doctor");

        Assert.All(["poppler", "LibreOffice Writer", "recognition of scans", "models of recognition", "libgtk-3-0"], piece => Assert.Contains(piece, output, StringComparison.Ordinal));
        var isMissing = output.Contains("│ missing", StringComparison.Ordinal);
        Assert.Equal((isMissing ? 1 : 0, isMissing), (exitCode, error.Contains("pipeline failures replay", StringComparison.Ordinal)));
    }
}
