using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Consumers;

namespace Pipeline.Extractor.Viewing;

/// <summary>Shows stored documents with the readers' own understanding of them.</summary>
internal sealed class SnapshotViews(ISnapshotStore snapshots) : ISnapshotViews
{
    public async Task<SnapshotView> Show(DocumentReference document, Locator? spot, int page, CancellationToken cancellation)
    {
        if (await snapshots.Read(document.Snapshot, cancellation) is not { } bytes)
            return new SnapshotView(null, $"The snapshot {document.Snapshot} is not in the data folder. Fetch the document anew with: pipeline reextract {document.Url} --refetch");
        return await DocumentViews.Show(bytes, SnapshotReading.HintsOf(document), spot, page, cancellation);
    }
}
