using System.Diagnostics;
using System.Globalization;
using Pipeline.Extractor.Readers;

namespace Pipeline.Extractor.Tests.Readers;

public sealed class OwnedFolderTests
{
    // Prefix of this test alone: others may make folders at the same time.
    private const string Kind = "pipeline-folder-test";

    [Fact]
    public void Folders_of_processes_that_are_gone_are_swept_and_those_of_others_stay()
    {
        using var own = OwnedFolder.Create(Kind);
        var left = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"{Kind}-{Ended()}-x")));

        OwnedFolder.Sweep(Kind);

        Assert.False(Directory.Exists(left.FullName));
        Assert.True(Directory.Exists(own.Path));
    }

    private static int Ended()
    {
        using var process = Process.Start("/bin/true");
        process.WaitForExit();
        return process.Id;
    }
}
