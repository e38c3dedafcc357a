using Pipeline.Contracts;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>What an accepted reading of a mutant must still say. Nothing is promised of records that wait for a person.</summary>
internal abstract record Promise
{
    /// <summary>The mutation may have changed anything.</summary>
    public static Promise None { get; } = new Nothing();

    /// <summary>The mutation left every cell where and as it was.</summary>
    public static Promise Same { get; } = new Unshifted(0);

    /// <summary>The mutation took cells away or moved them off their places: values may be lost, none may turn up in another cell.</summary>
    /// <param name="mostLost">Values that may be lost at most.</param>
    public static Promise NoneShifted(int mostLost) => new Unshifted(mostLost);

    /// <summary>The mutation printed another number in one cell.</summary>
    public static Promise OneChanged(CellId cell, decimal value) => new Changed(cell, value);

    /// <returns>What breaks the promise; null when it is kept.</returns>
    public abstract string? Breach(AnnualReport original, AnnualReport mutant);

    private static IEnumerable<(CellReading Was, decimal? Is)> Differences(AnnualReport original, AnnualReport mutant)
    {
        var values = mutant.Cells.ToDictionary(cell => cell.Cell, cell => cell.Value);
        return original.Cells.Select(cell => (Was: cell, Is: values.GetValueOrDefault(cell.Cell))).Where(pair => pair.Was.Value != pair.Is);
    }

    private static string Say(IEnumerable<(CellReading Was, decimal? Is)> differences) =>
        string.Join(", ", differences.Take(5).Select(pair => $"{pair.Was.Cell} {pair.Was.Value?.ToString() ?? "null"} -> {pair.Is?.ToString() ?? "null"}"));

    private sealed record Nothing : Promise
    {
        public override string? Breach(AnnualReport original, AnnualReport mutant) => null;
    }

    private sealed record Unshifted(int MostLost) : Promise
    {
        public override string? Breach(AnnualReport original, AnnualReport mutant)
        {
            var differences = Differences(original, mutant).ToList();
            var shifted = differences.Where(pair => pair.Is is not null).ToList();
            return shifted.Count > 0 ? $"accepted with other values: {Say(shifted)}"
                : differences.Count > MostLost ? $"accepted without {differences.Count} values, {MostLost} expected at most: {Say(differences)}"
                : null;
        }
    }

    private sealed record Changed(CellId Cell, decimal Value) : Promise
    {
        public override string? Breach(AnnualReport original, AnnualReport mutant)
        {
            var wrong = Differences(original, mutant).Where(pair => pair.Was.Cell != Cell).ToList();
            var read = mutant.Cells.Single(cell => cell.Cell == Cell).Value;
            return read != Value ? $"accepted {Cell} as {read?.ToString() ?? "null"} where {Value} is printed"
                : wrong.Count > 0 ? $"accepted a change of {Cell} with others: {Say(wrong)}"
                : null;
        }
    }
}
