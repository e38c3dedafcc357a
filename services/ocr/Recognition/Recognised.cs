namespace Pipeline.Ocr.Recognition;

/// <param name="Text">Empty where no character was seen.</param>
/// <param name="Confidence">Of the least sure character, 0..1.</param>
/// <param name="Mean">Of all characters, 0..1.</param>
internal readonly record struct Recognised(string Text, double Confidence, double Mean);
