namespace Pipeline.Contracts.Ports;

/// <summary>Keeps response bodies under their SHA-256, once and for ever.</summary>
public interface ISnapshotStore
{
    /// <summary>Stores the body durably before it returns; storing the same body again changes nothing.</summary>
    /// <exception cref="IOException">The body could not be written: the message says where and why.</exception>
    Task<SnapshotHash> Write(ReadOnlyMemory<byte> body, CancellationToken cancellation);

    /// <summary>The stored body; null when there is none under that hash.</summary>
    /// <exception cref="IOException">The store cannot be read now: the message says where and why.</exception>
    /// <exception cref="InvalidDataException">The stored bytes no longer match their hash.</exception>
    Task<byte[]?> Read(SnapshotHash snapshot, CancellationToken cancellation);
}
