namespace Pipeline.Crawler.Fetching;

/// <summary>What undoing a content encoding gave.</summary>
/// <param name="Bytes">The output, no more than was wanted; what there was of it when it failed.</param>
/// <param name="Failure">Null when the output is whole; <see cref="FetchFailure.TooLarge"/> when there is more than was wanted.</param>
internal readonly record struct DecodedBody(ReadOnlyMemory<byte> Bytes, FetchFailure? Failure);
