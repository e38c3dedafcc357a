using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers;
using Pipeline.Extractor.Readers.Ocr;

namespace Pipeline.Extractor.Tests.Readers.Ocr;

public sealed class OcrEngineTests : IDisposable
{
    private readonly DirectoryInfo _empty = Directory.CreateTempSubdirectory("pipeline-no-models-");

    public void Dispose() => _empty.Delete(recursive: true);

    [Fact]
    public async Task A_program_that_does_not_start_is_a_lack_of_the_machine_and_no_fault_of_the_picture()
    {
        Assert.SkipUnless(OcrInstallation.Missing().Count == 0, "Recognition is not installed: " + string.Join(", ", OcrInstallation.Missing()));
        using var engine = new OcrEngine(OcrInstallation.Find()! with { Models = _empty.FullName });

        var failure = await Assert.ThrowsAsync<UnreadableDocumentException>(
            () => engine.Read(_ => Task.FromResult<ReadOnlyMemory<byte>>(new byte[1]), OcrLimits.Default, TestContext.Current.CancellationToken));

        Assert.Equal(FailureReasons.NeedsOcr, failure.Reason);
        Assert.Contains(_empty.FullName, failure.Message, StringComparison.Ordinal);
        Assert.Contains("failures replay", failure.Message, StringComparison.Ordinal);
    }
}
