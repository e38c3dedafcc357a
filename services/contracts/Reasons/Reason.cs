using Pipeline.Contracts.Forms;

namespace Pipeline.Contracts.Reasons;

/// <summary>Something that the pipeline says by a stable code: why there is no record, what was noticed, what a value rests on.</summary>
/// <param name="Code">As it is stored and sent; it never changes its meaning.</param>
/// <param name="Text">A few words for the pages.</param>
/// <param name="Tone">How it speaks for the reading.</param>
/// <param name="IsActionable">Whether a person can do something about it: fetch anew, convert, look at the page.</param>
public sealed record Reason(string Code, LocalizedText Text, ReasonTone Tone = ReasonTone.Neutral, bool IsActionable = false);

public enum ReasonTone
{
    Neutral,
    Good,
    Doubtful,
    Bad,
}
