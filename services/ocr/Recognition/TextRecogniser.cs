using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using OpenCvSharp;

namespace Pipeline.Ocr.Recognition;

/// <summary>The recognition model: pictures of single lines → text. Crops of equal width are read together.</summary>
internal sealed class TextRecogniser : IDisposable
{
    /// <summary>Height that the model was trained on, in pixels.</summary>
    public const int Height = 48;

    /// <summary>The model looks at every eighth column; crops are widened to whole ones, never more: a lone digit on a wide picture is read wrong.</summary>
    public const int Step = 8;

    /// <summary>Columns read at once: what the network holds in between takes some 20 kB a column, and beyond the processor's cache reading takes up to six times as long.</summary>
    private const int BatchColumns = 1000;

    private readonly InferenceSession _session;
    private readonly CharacterSet _characters;
    private readonly RunOptions _options = new();

    private TextRecogniser(InferenceSession session, CharacterSet characters) => (_session, _characters) = (session, characters);

    public static TextRecogniser Load(string folder)
    {
        // One thread: as many processes run as there are processors to use. Without the arena memory is given back after a large page.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, EnableCpuMemArena = false };
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        return new TextRecogniser(
            new InferenceSession(FoldedNetwork.Of(Path.Combine(folder, "ch_PP-OCRv4_rec_infer.onnx")), options),
            CharacterSet.Read(Path.Combine(folder, "ppocr_keys_v1.txt")));
    }

    /// <param name="crops">Grey pictures of <see cref="Height"/> rows, each a multiple of <see cref="Step"/> wide.</param>
    /// <returns>One a crop, in their order.</returns>
    public Recognised[] Read(IReadOnlyList<Mat> crops)
    {
        var read = new Recognised[crops.Count];
        foreach (var same in Enumerable.Range(0, crops.Count).GroupBy(i => crops[i].Width))
        {
            foreach (var batch in same.Chunk(Math.Max(1, BatchColumns / same.Key)))
                Read(batch, same.Key, crops, read);
        }
        return read;
    }

    private void Read(int[] batch, int width, IReadOnlyList<Mat> crops, Recognised[] read)
    {
        var input = new float[batch.Length * 3 * Height * width];
        for (var i = 0; i < batch.Length; i++)
            Fill(input.AsSpan(i * 3 * Height * width, 3 * Height * width), crops[batch[i]]);
        using var tensor = OrtValue.CreateTensorValueFromMemory(input, [batch.Length, 3, Height, width]);
        using var output = _session.Run(_options, [_session.InputNames[0]], [tensor], [_session.OutputNames[0]]);
        var shape = output[0].GetTensorTypeAndShape().Shape;
        var (steps, classes) = ((int)shape[1], (int)shape[2]);
        var scores = output[0].GetTensorDataAsSpan<float>();
        for (var i = 0; i < batch.Length; i++)
            read[batch[i]] = _characters.Decode(scores.Slice(i * steps * classes, steps * classes), classes);
    }

    private static void Fill(Span<float> planes, Mat crop)
    {
        var plane = Height * crop.Width;
        for (var y = 0; y < Height; y++)
        {
            var row = MemoryMarshal.CreateReadOnlySpan(ref crop.At<byte>(y, 0), crop.Width);
            for (var x = 0; x < row.Length; x++)
                planes[(y * crop.Width) + x] = (row[x] / 127.5f) - 1;
        }
        planes[..plane].CopyTo(planes[plane..]);
        planes[..plane].CopyTo(planes[(2 * plane)..]);
    }

    public void Dispose()
    {
        _session.Dispose();
        _options.Dispose();
    }
}
