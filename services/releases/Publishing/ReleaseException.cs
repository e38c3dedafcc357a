namespace Pipeline.Releases.Publishing;

/// <summary>A release cannot be written. The message tells a person why and what to do.</summary>
public sealed class ReleaseException(string message) : Exception(message);
