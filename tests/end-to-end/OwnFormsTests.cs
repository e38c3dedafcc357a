using Pipeline.Tests;

namespace Pipeline.EndToEnd.Tests;

/// <summary>A person's own forms are in use before anything reads those built in: a process of its own, since a process sets its forms once.</summary>
public sealed class OwnFormsTests
{
    private static readonly string Forms = Path.Combine(RepositoryRoot.Path, "samples/forms");

    [Fact]
    public async Task A_folder_of_forms_is_listed_beside_those_built_in()
    {
        var run = await PipelineProcess.Run("forms", "--forms", Forms);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("goi-annual-report", run.Output, StringComparison.Ordinal);
        Assert.Contains("three-public-expenses", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_a_persons_own_genre_is_read()
    {
        var run = await PipelineProcess.Run("extract", "--forms", Forms, Path.Combine(RepositoryRoot.Path, "tests/samples/three-public-expenses/in-yuan.html"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\"form\":\"three-public\"", run.Output, StringComparison.Ordinal);
    }
}
