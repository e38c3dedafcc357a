namespace Pipeline.Releases.Questions;

/// <summary>A question that gets no answer. The message is one line that tells why and what to do.</summary>
public sealed class QuestionException(string message) : Exception(message);
