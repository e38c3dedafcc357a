using Pipeline.Contracts.Ports;
using Pipeline.Extractor;
using Pipeline.Extractor.Consumers;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Requests;

namespace Pipeline.Host.Explaining;

/// <summary>The bytes to be explained: of a file, or of the snapshot that is stored for an address.</summary>
internal sealed record ExplainedSource(byte[] Bytes, DocumentHints Hints)
{
    /// <exception cref="CommandFailedException">There is no such file, or nothing is stored of the address.</exception>
    public static Task<ExplainedSource> Load(string source, PipelineSettings settings, CancellationToken cancellation) =>
        !File.Exists(source) && Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? OfSnapshot(address, settings, cancellation)
            : OfFile(source, cancellation);

    private static async Task<ExplainedSource> OfFile(string file, CancellationToken cancellation)
    {
        try
        {
            return new ExplainedSource(await File.ReadAllBytesAsync(file, cancellation), new DocumentHints { FileName = Path.GetFileName(file) });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{file} cannot be read ({error.Message}): name a file, or the address (http…) of a document that was crawled.", ExitCode.WrongUse);
        }
    }

    private static async Task<ExplainedSource> OfSnapshot(Uri address, PipelineSettings settings, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        var known = await store.Get<KnownDocuments>().Find(address, cancellation);
        if (known.Document is not { } document)
            throw new CommandFailedException(known.Problem!);
        return new ExplainedSource(await Snapshot(store.Get<ISnapshotStore>(), document, cancellation), SnapshotReading.HintsOf(document));
    }

    private static async Task<byte[]> Snapshot(ISnapshotStore snapshots, Contracts.Messages.DocumentReference document, CancellationToken cancellation)
    {
        try
        {
            return await snapshots.Read(document.Snapshot, cancellation)
                ?? throw new CommandFailedException($"The snapshot {document.Snapshot} is not in the data folder. Fetch the document anew with: pipeline reextract {document.Url} --refetch");
        }
        catch (InvalidDataException error)
        {
            throw new CommandFailedException($"{error.Message} Fetch the document anew with: pipeline reextract {document.Url} --refetch");
        }
    }
}
