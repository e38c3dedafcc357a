using System.Globalization;
using Pipeline.Store.Failures;

namespace Pipeline.Web.Operations;

/// <summary>A step of giving up as it stands in an address, so that the next page can offer to take it back.</summary>
internal static class GivenUpStep
{
    public static string Text(GivenUp step) => $"{step.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)} {step.Who}";

    public static bool TryRead(string? text, out GivenUp step)
    {
        step = new GivenUp("", default);
        if (text?.Split(' ', 2) is not [var at, var who] || !DateTimeOffset.TryParseExact(at, "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return false;
        step = new GivenUp(who, instant);
        return true;
    }
}
