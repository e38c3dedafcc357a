using System.Globalization;

namespace Pipeline.Web.Review;

/// <summary>Numbers as people type them.</summary>
internal static class TypedNumber
{
    /// <summary>A blank and a dash are a blank cell; full-width digits and thousands separators are read as people type them. False for what is no number.</summary>
    public static bool TryRead(string? text, out decimal? number)
    {
        number = null;
        // The runtime's own folding is switched off with its culture data.
        var typed = string.Concat((text ?? "").Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c)).Trim();
        if (typed is "" or "-" or "—" or "/" or "无")
            return true;
        if (!decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var read))
            return false;
        number = read;
        return true;
    }
}
