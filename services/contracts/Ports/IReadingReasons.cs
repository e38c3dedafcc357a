using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;

namespace Pipeline.Contracts.Ports;

/// <summary>Tells why a cell reads as it does, by reading its snapshot once more with today's extractor.</summary>
public interface IReadingReasons
{
    /// <param name="document">The snapshot that the record was read from.</param>
    /// <param name="year">Of the record; with the authority it tells several reports in one document apart.</param>
    Task<ReadingReasons> Of(DocumentReference document, string? authority, int? year, CellId cell, CancellationToken cancellation);
}

/// <param name="Extractor">Version of the extractor that gives these reasons.</param>
/// <param name="Value">What it reads; null for a blank.</param>
/// <param name="Confidence">0..1, what the weights amount to.</param>
/// <param name="Weights">What spoke for and against, the base first.</param>
/// <param name="Others">What other rules read for the cell.</param>
/// <param name="Problem">Why there are no reasons to give, in one line; null when there are.</param>
public sealed record ReadingReasons(
    string Extractor, decimal? Value, double Confidence, IReadOnlyList<EvidenceWeight> Weights, IReadOnlyList<OtherReading> Others, string? Problem)
{
    public static ReadingReasons None(string extractor, string problem) => new(extractor, null, 0, [], [], problem);
}

/// <param name="Feature">Name of the evidence, such as <c>label_doubt</c>; <c>base</c> is what every reading begins with.</param>
/// <param name="Value">How much of it there is, 0..1.</param>
/// <param name="Logit">What it adds to the logit of the confidence: above 0 it raises it.</param>
public sealed record EvidenceWeight(string Feature, double Value, double Logit);

/// <param name="Rule">Rule that lost the contest, such as <c>sequence.rows</c>.</param>
/// <param name="Raw">Text as printed where it reads.</param>
/// <param name="Source">Where it reads.</param>
/// <param name="Agrees">Whether that is the spot that was taken.</param>
public sealed record OtherReading(string Rule, string Raw, Locator Source, bool Agrees);
