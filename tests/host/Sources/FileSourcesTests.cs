using Pipeline.Host.Settings;
using Pipeline.Host.Sources;

namespace Pipeline.Host.Tests.Sources;

public sealed class FileSourcesTests : IDisposable
{
    private const string Text = """{ "sources": [{ "name": "清河县", "start": ["https://www.qinghe.gov.cn/"] }] }""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_that_was_edited_meanwhile_is_left_as_it_is_and_told()
    {
        var sources = Sources(Text);
        var seen = sources.Look().Seal;
        var edited = Text.Replace("www", "new", StringComparison.Ordinal);
        File.WriteAllText(PathOf(), edited);

        Assert.Contains("edited meanwhile", sources.Pause("清河县", true, "why", "wang", seen), StringComparison.Ordinal);
        Assert.Equal(edited, File.ReadAllText(PathOf()));
    }

    [Fact]
    public void A_change_that_the_file_cannot_take_is_refused_with_the_reason()
    {
        var sources = Sources(Text);

        Assert.Contains("two sources named", sources.Add("清河县", "https://www.qinghe.gov.cn/", "wang", sources.Look().Seal), StringComparison.Ordinal);
        Assert.Contains("no source 'x'", sources.Pause("x", true, "why", "wang", sources.Look().Seal), StringComparison.Ordinal);
        Assert.Equal(Text, File.ReadAllText(PathOf()));
    }

    [Fact]
    public void Lines_in_a_reason_stay_in_the_comment()
    {
        var sources = Sources(Text);

        Assert.Null(sources.Pause("清河县", true, "why\n\"start\": []", "wang", sources.Look().Seal));

        Assert.True(Assert.Single(sources.Look().Sources).IsPaused);
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_file_that_is_missing_or_wrong_says_so()
    {
        Assert.Contains("cannot be read here", new FileSources(new PipelineSettings { Sources = PathOf() }, null!, TimeProvider.System).Look().Problem, StringComparison.Ordinal);
        Assert.Contains("This is no JSON", Sources("{").Look().Problem, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private FileSources Sources(string text)
    {
        File.WriteAllText(PathOf(), text);
        return new FileSources(new PipelineSettings { Sources = PathOf() }, null!, TimeProvider.System);
    }

    private string PathOf() => Path.Combine(_folder.Path, "sources.json");
}
