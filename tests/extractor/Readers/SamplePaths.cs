namespace Pipeline.Extractor.Tests.Readers;

/// <summary>Finds <c>tests/samples</c> from wherever the tests run.</summary>
internal static class SamplePaths
{
    public static string Root { get; } = FindRoot();

    public static string Of(string name) => Path.Combine(Root, "tests", "samples", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Of(name));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"Pipeline.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
