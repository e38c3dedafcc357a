namespace Pipeline.Ocr.Recognition;

/// <param name="Text">Empty where no character was seen.</param>
/// <param name="Confidence">Of the least sure character, 0..1.</param>
/// <param name="Mean">Of all characters, 0..1.</param>
internal readonly record struct Recognised(string Text, double Confidence, double Mean)
{
    /// <summary>Of a lone letter, or a mark that thin type is taken for, the digit that it is most like, and how sure that is; null where it is like none, and of all other text.</summary>
    public (string Text, double Confidence)? Digit { get; init; }

    /// <summary>Whether the text is what a letter is like, and not what was read.</summary>
    public bool IsLikeness { get; private init; }

    /// <summary>As it is to be read among figures, where no letter stands alone: a lone 2 of some typefaces is taken for an N.</summary>
    public Recognised AmongFigures => Digit is { } digit ? new Recognised(digit.Text, digit.Confidence, digit.Confidence) { IsLikeness = true } : this;
}
