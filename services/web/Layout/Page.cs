using System.Globalization;
using Microsoft.AspNetCore.Components;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Web.Layout;

/// <summary>What components of pages share: both languages side by side, numbers and times written one way.</summary>
public abstract class Page : ComponentBase
{
    // Both services and readers are in China; a time without its zone would be read as theirs.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    [CascadingParameter]
    public required PageRequest Context { get; set; }

    /// <summary>The text in the person's language.</summary>
    protected string Say(string english, string chinese) => Context.Language == Language.Chinese ? chinese : english;

    /// <summary>The text in the person's language.</summary>
    protected string Say(LocalizedText text) => Say(text.English, text.Chinese);

    /// <summary>The words of a stored code; the code itself where it is not known.</summary>
    protected string Label(string code) => Say(ReasonCatalog.TextOf(code));

    /// <summary>A class of the style sheet for a code: good, doubt, bad, or none where it says neither.</summary>
    protected static string ToneOf(string code) => ReasonCatalog.Find(code)?.Tone switch
    {
        ReasonTone.Good => "good",
        ReasonTone.Doubtful => "doubt",
        ReasonTone.Bad => "bad",
        _ => "",
    };

    protected static string Number(decimal? value) => value is { } number ? number.ToString("#,##0.######", CultureInfo.InvariantCulture) : "";

    protected static string Number(long value) => value.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>A probability to three decimals, rounded down: what is not certain never shows as 1.</summary>
    protected static string Probability(double value) => (Math.Floor(value * 1000) / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Time in China (UTC+8), which the pages say once at their foot.</summary>
    protected static string Time(DateTimeOffset instant) => instant.ToOffset(China).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    protected static string Iso(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
