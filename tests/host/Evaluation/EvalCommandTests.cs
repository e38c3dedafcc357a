namespace Pipeline.Host.Tests.Evaluation;

public sealed class EvalCommandTests
{
    [Fact]
    public async Task A_corpus_is_scored_saved_and_compared_with_itself()
    {
        using var folder = Corpus();
        var saved = Path.Combine(folder.Path, "saved.json");

        var (exitCode, output, _) = await CapturedTerminal.Run("eval", folder.Path, "--save", saved);
        var (_, compared, _) = await CapturedTerminal.Run("eval", folder.Path, "--compare", saved);

        Assert.Equal(0, exitCode);
        Assert.Matches(@"(?m)^dump\s+1\s+-\s+0\.000\s+0\.667", output);
        Assert.Matches(@"(?m)^= overall\s+2\s", output);
        Assert.Contains("Nothing changed.", compared, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_manifest_is_no_corpus()
    {
        using var folder = new TemporaryFolder();

        var (exitCode, _, error) = await CapturedTerminal.Run("eval", folder.Path);

        Assert.Equal(2, exitCode);
        Assert.Contains("has no manifest.csv", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_saved_result_is_told_before_the_work_begins()
    {
        using var folder = Corpus();

        var (exitCode, _, error) = await CapturedTerminal.Run("eval", folder.Path, "--compare", folder.Write("other.json", "{"));

        Assert.Equal(2, exitCode);
        Assert.Contains("is no saved result", error, StringComparison.Ordinal);
    }

    // A report that is not found: of its three cells the one that is not blank is missed.
    private static TemporaryFolder Corpus()
    {
        var folder = new TemporaryFolder();
        folder.Write("manifest.csv", "id,file,layout,notes\na,a.txt,dump,\"one, quoted\"\nb,b.txt,negative,\n");
        folder.Write("a.txt", "关于召开会议的通知\n请准时参加。\n");
        folder.Write("b.txt", "关于召开会议的通知\n请准时参加。\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "truth"));
        folder.Write("truth/a.json", """{"id":"a","is_report":true,"form":"2021","year":2023,"authority":"甲局","cells":{"applications.new.total":0,"applications.granted.total":null,"applications.partial.total":null}}""");
        folder.Write("truth/b.json", """{"id":"b","is_report":false}""");
        return folder;
    }
}
