using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Containers;

namespace Pipeline.Extractor.Containers;

/// <summary>What became of one entry of a container.</summary>
internal sealed record EntryResult(ContainerEntry Entry, ExplainedExtraction Explained)
{
    public ExtractionResult Result => Explained.Result;

    /// <summary>An entry that there was no time left for.</summary>
    public static EntryResult NotReached(ContainerEntry entry, ReadingFacts reading) => new(entry, new ExplainedExtraction(
        new ExtractionResult { Outcome = ExtractionOutcome.Failed, Reason = "failed.timeout", Detail = "There was no time left for this file: unpack the container and read it alone.", Reading = reading }, null, []));
}
