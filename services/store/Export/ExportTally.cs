namespace Pipeline.Store.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Damaged">Records left out because what is stored of them cannot be read.</param>
public sealed record ExportTally(long Written, IReadOnlyList<DamagedRecord> Damaged);

/// <param name="Url">Where the record was read from: read again, it is whole again.</param>
/// <param name="Problem">What cannot be read, in one line.</param>
public sealed record DamagedRecord(long RecordId, string Url, string Problem);
