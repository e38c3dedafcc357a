using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.GridRepair;

/// <summary>Recognises the numbers of columns or rows (行次, 栏次) that some forms print beside their values: 1, 2, 3, … or 0, 1, 2, … and nothing else.</summary>
internal static class SerialNumbers
{
    // Fewer ascending numbers may be a row of counts; more of them where the first is the common zero.
    private const int Fewest = 5;

    private const int FewestFromZero = 7;

    public static bool Are(IEnumerable<NumberText> numbers)
    {
        var (first, count) = (1m, 0);
        foreach (var number in numbers)
        {
            if (count == 0 && number.Value == 0)
                first = 0;
            if (number.Value != first + count)
                return false;
            count++;
        }

        return count >= (first == 0 ? FewestFromZero : Fewest);
    }
}
