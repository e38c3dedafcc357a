namespace Pipeline.Tests;

/// <summary>The folder of the solution, from wherever the tests run. Compiled into every test project.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Pipeline.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"Pipeline.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
