using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Recognisers;

/// <summary>Recognises the line of column numbers (行次, 栏次) that some forms print above their values: 1, 2, 3, … and nothing else.</summary>
internal static class SerialNumbers
{
    // Fewer ascending numbers may be a row of counts.
    private const int Fewest = 5;

    public static bool Are(IReadOnlyCollection<NumberText> numbers) =>
        numbers.Count >= Fewest && numbers.Select((number, i) => number.Value == i + 1).All(isNext => isNext);
}
