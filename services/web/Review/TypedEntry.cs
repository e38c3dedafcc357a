namespace Pipeline.Web.Review;

/// <summary>What a person typed and could not be taken: it is kept, so that only the mistake in it is mended.</summary>
public sealed record TypedEntry(string? Value, string? Reason);
