namespace Pipeline.Store.Warc;

/// <summary>What a WARC export wrote.</summary>
/// <param name="Responses">Answers with their bodies.</param>
/// <param name="Revisits">Answers whose body an earlier record of the file holds.</param>
/// <param name="Missing">Answers left out because their snapshot is not in the store or is damaged.</param>
public sealed record WarcTally(long Responses, long Revisits, long Missing);
