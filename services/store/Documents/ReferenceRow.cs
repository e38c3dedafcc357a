using Pipeline.Contracts;
using Pipeline.Contracts.Messages;

namespace Pipeline.Store.Documents;

/// <summary>A fetch with content, joined with all that a message about it says.</summary>
internal class ReferenceRow
{
    public const string Columns =
        "f.id AS Id, d.url AS Url, d.source AS Source, d.listed_host AS ListedHost, c.run_key AS RunKey, f.fetch_key AS FetchKey, s.sha256 AS Sha256, f.facts AS Facts, f.attempts AS Attempts";

    public const string Tables =
        "fetches f JOIN documents d ON d.id = f.document_id JOIN crawl_runs c ON c.id = f.run_id JOIN snapshots s ON s.id = f.snapshot_id";

    public long Id { get; init; }

    public required string Url { get; init; }

    public required string Source { get; init; }

    public long ListedHost { get; init; }

    public required string RunKey { get; init; }

    public required string FetchKey { get; init; }

    public required byte[] Sha256 { get; init; }

    public required byte[] Facts { get; init; }

    public int Attempts { get; init; }

    public DocumentReference ToReference() => new()
    {
        Url = Url,
        Source = Source,
        ListedHost = ListedHost != 0,
        RunId = Guid.Parse(RunKey),
        FetchId = Guid.Parse(FetchKey),
        Snapshot = new SnapshotHash(Convert.ToHexStringLower(Sha256)),
        Facts = StoredFacts.Unpack(Facts),
    };
}
