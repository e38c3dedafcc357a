using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Text;

namespace Pipeline.Ocr.Recognition;

/// <summary>The characters that the model tells apart. Class 0 is none, then come those of the file, and a space at the end.</summary>
internal sealed class CharacterSet(ImmutableArray<string> characters)
{
    /// <summary>Share of what a letter leaves of the probability that a digit must have to be what the letter is like.</summary>
    private const double LeastOfRest = 0.5;

    public static CharacterSet Read(string file) => new([.. File.ReadAllLines(file), " "]);

    /// <param name="scores">Probabilities of the classes, step by step.</param>
    public Recognised Decode(ReadOnlySpan<float> scores, int classes)
    {
        var text = new StringBuilder();
        var (before, least, sum, last) = (0, 1.0, 0.0, 0);
        for (var start = 0; start < scores.Length; start += classes)
        {
            var step = scores.Slice(start, classes);
            var best = TensorPrimitives.IndexOfMax(step);
            // A character goes on until another or none comes.
            if (best != 0 && best != before && best <= characters.Length)
            {
                text.Append(characters[best - 1]);
                least = Math.Min(least, step[best]);
                sum += step[best];
                last = start;
            }
            before = best;
        }
        return text.Length == 0 ? new Recognised("", 0, 0) : new Recognised(text.ToString(), least, sum / text.Length)
        {
            Digit = text.Length == 1 && StandsForDigit(text[0]) ? Digit(scores.Slice(last, classes), least) : null,
        };
    }

    // Thin type has a 1 that is like an exclamation mark. Signs for a blank are what they are.
    private static bool StandsForDigit(char character) => char.IsAsciiLetter(character) || character is '!' or '|' or '[' or ']' or '(' or ')' or '?';

    private (string Text, double Confidence)? Digit(ReadOnlySpan<float> step, double letter)
    {
        var (text, probability) = ("", 0f);
        for (var i = 0; i < characters.Length; i++)
        {
            if (characters[i] is [>= '0' and <= '9'] digit && step[i + 1] > probability)
                (text, probability) = (digit, step[i + 1]);
        }
        return probability > LeastOfRest * (1 - letter) ? (text, probability) : null;
    }
}
