namespace Pipeline.Crawler.Fetching;

/// <summary>A request went out, and its connection ended before any answer.</summary>
internal sealed class NoAnswerException(Exception cause) : Exception(cause.Message, cause);
