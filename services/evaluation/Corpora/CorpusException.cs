namespace Pipeline.Evaluation.Corpora;

/// <summary>A corpus or a saved result is not what it should be: the message says what is wrong and what to do.</summary>
public sealed class CorpusException(string message) : Exception(message);
