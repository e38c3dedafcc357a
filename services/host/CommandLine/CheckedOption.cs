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

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T? Refuse<T>(ArgumentResult result, string message)
        where T : struct
    {
        result.AddError(message);
        return null;
    }
}
