namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>Very long texts of one short piece. Each piece begins what some pattern of the recognisers looks for, and never ends it.</summary>
internal static class Filling
{
    private static readonly string[] Pieces = ["9", "政", "a", "0 ", "1.", "(", "《", "报告", "年报", "20", "规章 ", "来源：", "局", "一、", "镇", "-", "|", "<", "&", "\t"];

    /// <param name="length">In UTF-16 units, about.</param>
    public static string Of(Random random, int length)
    {
        var piece = Pieces[random.Next(Pieces.Length)];
        return string.Concat(Enumerable.Repeat(piece, length / piece.Length));
    }
}
