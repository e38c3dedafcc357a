using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Text;

namespace Pipeline.Ocr.Recognition;

/// <summary>The characters that the model tells apart. Class 0 is none, then come those of the file, and a space at the end.</summary>
internal sealed class CharacterSet(ImmutableArray<string> characters)
{
    public static CharacterSet Read(string file) => new([.. File.ReadAllLines(file), " "]);

    /// <param name="scores">Probabilities of the classes, step by step.</param>
    public Recognised Decode(ReadOnlySpan<float> scores, int classes)
    {
        var text = new StringBuilder();
        var (before, least, sum) = (0, 1.0, 0.0);
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
            }
            before = best;
        }
        return text.Length == 0 ? new Recognised("", 0, 0) : new Recognised(text.ToString(), least, sum / text.Length);
    }
}
