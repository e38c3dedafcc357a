using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace Pipeline.Host.CommandLine;

/// <summary>Options whose mistakes are told in words of the command line, not of the program.</summary>
internal static class CheckedOption
{
    public static Option<T?> Number<T>(string name, T least, T most)
        where T : struct, INumber<T> => new(name)
        {
            CustomParser = result =>
                T.TryParse(Text(result), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                    ? number
                    : Refuse<T>(result, string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not '{Text(result)}'.")),
        };

    /// <summary>A length of time as a person writes it: <c>90m</c>, <c>12h</c>, <c>7d</c>.</summary>
    public static Option<TimeSpan?> Age(string name) => new(name)
    {
        HelpName = "AGE",
        CustomParser = result => AgeOf(Text(result)) ?? Refuse<TimeSpan>(result, $"{name} takes a length of time such as 90m, 12h or 7d, not '{Text(result)}'."),
    };

    public static Option<T?> Choice<T>(string name)
        where T : struct, Enum => new(name)
        {
            HelpName = string.Join('|', Choices<T>()),
            CustomParser = result => Choices<T>().Contains(Text(result))
                ? Enum.Parse<T>(Text(result), ignoreCase: true)
                : Refuse<T>(result, $"{name} takes {string.Join(" or ", Choices<T>())}, not '{Text(result)}'."),
        };

    private static IEnumerable<string> Choices<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(choice => choice.ToLowerInvariant());

    private static TimeSpan? AgeOf(string text) =>
        text.Length is < 2 or > 6 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? null
            : text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                _ => null,
            };

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T? Refuse<T>(ArgumentResult result, string message)
        where T : struct
    {
        result.AddError(message);
        return null;
    }
}
