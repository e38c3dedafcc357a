using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Ports;
using Pipeline.Extractor.Consumers;

namespace Pipeline.Extractor.Viewing;

/// <summary>Shows stored documents with the readers' own understanding of them.</summary>
internal sealed class SnapshotViews(ISnapshotStore snapshots) : ISnapshotViews, IDisposable
{
    // Drawing a page takes a processor for a while: more at once only make all of them slow.
    private readonly SemaphoreSlim _places = new(2);

    public async Task<SnapshotView> Show(DocumentReference document, Locator? spot, int page, CancellationToken cancellation)
    {
        if (await snapshots.Read(document.Snapshot, cancellation) is not { } bytes)
            return new SnapshotView(null, $"The snapshot {document.Snapshot} is not in the data folder. Fetch the document anew with: pipeline reextract {document.Url} --refetch");
        await _places.WaitAsync(cancellation);
        try
        {
            return await DocumentViews.Show(bytes, SnapshotReading.HintsOf(document), spot, page, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
