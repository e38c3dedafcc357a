using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Spreadsheets.Formats;

internal enum FormatKind
{
    /// <summary>Shown as it is.</summary>
    Literal,

    /// <summary>Places of digits, point and commas.</summary>
    Digits,
    Percent,

    /// <summary>A part of a date or time, such as <c>yyyy</c>.</summary>
    Date,

    /// <summary>The place of a text.</summary>
    Text,
    General,

    /// <summary>Which numbers the section is for, such as <c>=0</c>; shows nothing.</summary>
    Condition,
}

/// <summary>A piece of a format code.</summary>
internal readonly record struct FormatToken(FormatKind Kind, string Text)
{
    /// <summary>The tokens of each section of a code. Colours, fills and gaps show nothing; a currency sign shows itself.</summary>
    public static IEnumerable<ImmutableArray<FormatToken>> Sections(string code)
    {
        var tokens = ImmutableArray.CreateBuilder<FormatToken>();
        for (var i = 0; i < code.Length;)
        {
            if (code[i] == ';')
            {
                yield return tokens.ToImmutable();
                tokens.Clear();
                i++;
                continue;
            }
            var (token, length) = At(code, i);
            if (token is { } found)
                tokens.Add(found);
            i += length;
        }
        yield return tokens.ToImmutable();
    }

    private static (FormatToken? Token, int Length) At(string code, int i) => code[i] switch
    {
        '"' => Quoted(code, i),
        '\\' => (i + 1 < code.Length ? new FormatToken(FormatKind.Literal, code[i + 1].ToString()) : null, 2),
        '_' => (new FormatToken(FormatKind.Literal, " "), 2),
        '*' => (null, 2),
        '[' => Bracketed(code, i),
        '%' => (new FormatToken(FormatKind.Percent, "%"), 1),
        '@' => (new FormatToken(FormatKind.Text, "@"), 1),
        '0' or '#' or '?' or '.' or ',' => Run(code, i, FormatKind.Digits, "0#?.,"),
        'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase) => (new FormatToken(FormatKind.General, "General"), 7),
        'A' or 'a' when code.AsSpan(i).StartsWith("AM/PM", StringComparison.OrdinalIgnoreCase) => (null, 5),
        'E' or 'e' when i + 1 < code.Length && code[i + 1] is '+' or '-' => (new FormatToken(FormatKind.General, "General"), code.Length - i),
        'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S' => Run(code, i, FormatKind.Date, code[i].ToString()),
        _ => (new FormatToken(FormatKind.Literal, code[i].ToString()), 1),
    };

    private static (FormatToken? Token, int Length) Quoted(string code, int i)
    {
        var end = code.IndexOf('"', i + 1);
        end = end < 0 ? code.Length : end;
        return (new FormatToken(FormatKind.Literal, code[(i + 1)..end]), end + 1 - i);
    }

    private static (FormatToken? Token, int Length) Bracketed(string code, int i)
    {
        var end = code.IndexOf(']', i + 1);
        end = end < 0 ? code.Length : end;
        var content = code[(i + 1)..end];
        if (FormatCondition.Of(content) is not null)
            return (new FormatToken(FormatKind.Condition, content), end + 1 - i);
        var sign = content.StartsWith('$') ? content[1..].Split('-')[0] : string.Empty;
        return (sign.Length > 0 ? new FormatToken(FormatKind.Literal, sign) : null, end + 1 - i);
    }

    private static (FormatToken? Token, int Length) Run(string code, int i, FormatKind kind, string signs)
    {
        var length = code.AsSpan(i).IndexOfAnyExcept(signs + signs.ToUpperInvariant() + signs.ToLowerInvariant());
        length = length < 0 ? code.Length - i : length;
        return (new FormatToken(kind, code.Substring(i, length)), length);
    }
}
