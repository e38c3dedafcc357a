using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Consumers;

namespace Pipeline.Extractor.Viewing;

/// <summary>Shows stored documents with the readers' own understanding of them.</summary>
internal sealed class SnapshotViews(ISnapshotStore snapshots) : ISnapshotViews
{
    public Task<SnapshotView> Show(DocumentReference document, Locator? spot, int page, CancellationToken cancellation) =>
        Of(document, bytes => DocumentViews.Show(bytes, SnapshotReading.HintsOf(document), spot, page, cancellation), cancellation);

    public Task<SnapshotView> ShowClose(DocumentReference document, Locator spot, CancellationToken cancellation) =>
        Of(document, bytes => DocumentViews.ShowClose(bytes, SnapshotReading.HintsOf(document), spot, cancellation), cancellation);

    private async Task<SnapshotView> Of(DocumentReference document, Func<ReadOnlyMemory<byte>, Task<SnapshotView>> show, CancellationToken cancellation) =>
        await snapshots.Read(document.Snapshot, cancellation) is { } bytes
            ? await show(bytes)
            : new SnapshotView(null, $"The snapshot {document.Snapshot} is not in the data folder. Fetch the document anew with: pipeline reextract {document.Url} --refetch");
}
