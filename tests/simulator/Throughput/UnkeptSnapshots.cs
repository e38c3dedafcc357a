using Pipeline.Contracts;
using Pipeline.Contracts.Ports;

namespace Pipeline.Simulator.Tests.Throughput;

/// <summary>Hashes bodies and keeps none, as Scrapy keeps none.</summary>
internal sealed class UnkeptSnapshots : ISnapshotStore
{
    public Task<SnapshotHash> Write(ReadOnlyMemory<byte> body, CancellationToken cancellation) => Task.FromResult(SnapshotHash.Of(body.Span));

    public Task<byte[]?> Read(SnapshotHash snapshot, CancellationToken cancellation) => Task.FromResult<byte[]?>(null);
}
