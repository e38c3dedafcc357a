using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pipeline.Store.Records;

/// <summary>
/// Lines of text that differ mostly in their numbers, kept column-wise: each distinct line without its numbers once, and per line its numbers as
/// differences to the line before. Two hundred CSS paths of one table shrink so to a few hundred bytes once they are compressed.
/// </summary>
/// <param name="Templates">Distinct lines with U+0001 in place of each number.</param>
/// <param name="Template">Per line the index of its template; -1 where there is no line.</param>
/// <param name="Numbers">Per template and place: the number of each of its lines, as the difference to the one before.</param>
internal sealed record NumberColumns(ImmutableArray<string> Templates, ImmutableArray<int> Template, ImmutableArray<ImmutableArray<ImmutableArray<int>>> Numbers)
{
    private const char Place = '\u0001';

    public static NumberColumns Of(IEnumerable<string?> lines)
    {
        var templates = new List<string>();
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new List<List<List<int>>>();
        var template = ImmutableArray.CreateBuilder<int>();
        foreach (var line in lines)
        {
            if (line is null)
            {
                template.Add(-1);
                continue;
            }

            var (text, values) = Split(line);
            if (!indexes.TryGetValue(text, out var index))
            {
                indexes[text] = index = templates.Count;
                templates.Add(text);
                numbers.Add([.. values.Select(_ => new List<int>())]);
            }

            template.Add(index);
            for (var i = 0; i < values.Count; i++)
                numbers[index][i].Add(values[i]);
        }

        return new NumberColumns([.. templates], template.ToImmutable(), [.. numbers.Select(columns => columns.Select(Differences).ToImmutableArray())]);
    }

    public IEnumerable<string?> Lines()
    {
        var columns = Numbers.Select(places => places.Select(Sums).ToArray()).ToArray();
        var next = new int[Templates.Length];
        foreach (var index in Template)
            yield return index < 0 ? null : Fill(Templates[index], columns[index], next[index]++);
    }

    private static (string Template, List<int> Numbers) Split(string line)
    {
        var template = new StringBuilder(line.Length);
        var numbers = new List<int>();
        for (var i = 0; i < line.Length;)
        {
            var end = i;
            while (end < line.Length && char.IsAsciiDigit(line[end]))
                end++;
            if (end == i)
            {
                // The placeholder in a hostile path would be read as a number.
                template.Append(line[i] == Place ? '\uFFFD' : line[i]);
                end++;
            }
            else if (end - i <= 9 && (line[i] != '0' || end - i == 1))
            {
                numbers.Add(int.Parse(line.AsSpan(i, end - i), CultureInfo.InvariantCulture));
                template.Append(Place);
            }
            else
            {
                // A number that would not print the same again.
                template.Append(line, i, end - i);
            }

            i = end;
        }

        return (template.ToString(), numbers);
    }

    private static ImmutableArray<int> Differences(List<int> column) => [.. column.Select((value, i) => i == 0 ? value : value - column[i - 1])];

    private static int[] Sums(ImmutableArray<int> differences)
    {
        var sum = 0;
        return [.. differences.Select(difference => sum += difference)];
    }

    private static string Fill(string template, int[][] columns, int row)
    {
        var line = new StringBuilder(template.Length + 16);
        var column = 0;
        foreach (var c in template)
        {
            if (c == Place)
                line.Append(CultureInfo.InvariantCulture, $"{columns[column++][row]}");
            else
                line.Append(c);
        }

        return line.ToString();
    }
}
