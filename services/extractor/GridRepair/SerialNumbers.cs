using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.GridRepair;

/// <summary>Recognises the numbers of columns or rows (行次, 栏次) that some forms print beside their values: 1, 2, 3, … or 0, 1, 2, … and nothing else.</summary>
internal static class SerialNumbers
{
    // Fewer ascending numbers may be a row of counts; more of them where the first is the common zero.
    public const int Fewest = 5;

    private const int FewestFromZero = 7;

    public static bool Are(IReadOnlyList<NumberText> numbers) => Count(numbers, 1, Fewest) || Count(numbers, 0, FewestFromZero);

    private static bool Count(IReadOnlyList<NumberText> numbers, int from, int fewest)
    {
        if (numbers.Count < fewest)
            return false;
        for (var i = 0; i < numbers.Count; i++)
        {
            if (numbers[i].Value != i + from)
                return false;
        }

        return true;
    }
}
