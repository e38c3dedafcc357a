using System.Collections.Immutable;
using Pipeline.Text;

namespace Pipeline.Extractor.Readers.TextDumps.Boxes;

/// <summary>Lines of a drawn table as the places of a screen: a wide character takes two of them.</summary>
internal sealed class BoxCanvas
{
    private readonly ImmutableArray<ImmutableArray<(char Sign, int Index)>> _lines;

    private BoxCanvas(ImmutableArray<ImmutableArray<(char Sign, int Index)>> lines) => _lines = lines;

    public int Height => _lines.Length;

    public int Width => _lines.Max(line => line.Length);

    /// <summary>Whether all lines end at one place, as those of a box do.</summary>
    public bool IsEven => _lines.All(line => line.Length == Width);

    /// <param name="lines">From the outermost left sign on; white space behind the last one is cut.</param>
    /// <param name="quotesAreWide">Quotes, dashes and signs of that kind take one place or two, as the program counted.</param>
    public static BoxCanvas Of(IEnumerable<string> lines, bool quotesAreWide) => new([.. lines.Select(line => Places(line.TrimEnd(), quotesAreWide))]);

    /// <summary>The sign at a place; a space beyond the end of the line.</summary>
    public char At(int line, int place) => place < _lines[line].Length ? _lines[line][place].Sign : ' ';

    /// <summary>Text of the line between two places, the second excluded, and the index in the line of its first character.</summary>
    public (string Text, int Index) Between(int line, int from, int to)
    {
        var places = _lines[line].Skip(from).Take(to - from).ToList();
        return (string.Concat(places.Where((place, i) => i == 0 || place.Index != places[i - 1].Index).Select(place => place.Sign)), places.Count == 0 ? 0 : places[0].Index);
    }

    private static ImmutableArray<(char, int)> Places(string line, bool quotesAreWide)
    {
        var start = line.Length - line.TrimStart().Length;
        var places = ImmutableArray.CreateBuilder<(char, int)>(line.Length * 2);
        for (var i = start; i < line.Length; i++)
        {
            places.Add((line[i], i));
            if (DisplayWidth.IsWide(line[i]) || (quotesAreWide && DisplayWidth.IsWideOrNot(line[i])))
                places.Add((line[i], i));
        }

        return places.ToImmutable();
    }
}
