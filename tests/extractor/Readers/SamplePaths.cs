using Pipeline.Tests;

namespace Pipeline.Extractor.Tests.Readers;

/// <summary>Finds <c>tests/samples</c> from wherever the tests run.</summary>
internal static class SamplePaths
{
    public static string Root => RepositoryRoot.Path;

    public static string Of(string name) => Path.Combine(Root, "tests", "samples", name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Of(name));
}
