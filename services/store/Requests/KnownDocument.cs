using Pipeline.Contracts.Messages;

namespace Pipeline.Store.Requests;

/// <summary>The document that a person means by an address.</summary>
/// <param name="Document">Null when nothing of that address is stored.</param>
/// <param name="Problem">Why there is none and what to do; null when there is one.</param>
public sealed record KnownDocument(DocumentReference? Document, string? Problem);
