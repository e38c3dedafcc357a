using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace Pipeline.Ocr.Recognition;

/// <summary>
/// A network as exported → the same in fewer passes. The exporter writes one activation as four operations and scales what goes into a convolution and
/// comes out of it by single numbers; each is a pass over memory, together more than half of the time. Numbers go into the weights, where they change
/// the results by rounding alone, and the activation gets the name that the runtime has a kernel for. What does not look so stays as it is.
/// </summary>
internal sealed class FoldedNetwork
{
    private readonly List<NodeProto> _nodes;
    private readonly Dictionary<string, TensorProto> _constants;
    private readonly HashSet<string> _outputs;

    private FoldedNetwork(GraphProto graph)
    {
        _nodes = [.. graph.Node];
        _constants = _nodes.Where(node => node.OpType == "Constant").ToDictionary(node => node.Output[0], node => node.Attribute[0].T);
        _outputs = [.. graph.Output.Select(output => output.Name)];
    }

    /// <param name="file">Of a model in the ONNX format.</param>
    /// <returns>A model in that format.</returns>
    public static byte[] Of(string file)
    {
        // Opened for reading only: who runs this seldom may write where programs are installed.
        using var stream = File.OpenRead(file);
        var model = ModelProto.Parser.ParseFrom(stream);
        var network = new FoldedNetwork(model.Graph);
        network.Fold();
        model.Graph.Node.Clear();
        model.Graph.Node.AddRange(network._nodes);
        return model.ToByteArray();
    }

    private void Fold()
    {
        var convolutions = _nodes.FindAll(node => node.OpType == "Conv" && node.Input.Count == 3 && node.Input.Skip(1).All(name => _constants.ContainsKey(name) && Readers(name).Count == 1));
        convolutions.ForEach(FoldBehind);
        foreach (var sum in _nodes.Where(node => By(node, "Add")?.Number == 3).ToList())
            NameActivation(sum);
        convolutions.ForEach(FoldBefore);
        _nodes.RemoveAll(node => node.OpType == "Constant" && Readers(node.Output[0]).Count == 0);
    }

    // s(Wx + b) + t = (sW)x + (sb + t)
    private void FoldBehind(NodeProto convolution)
    {
        while (Reader(convolution.Output[0]) is { } next && !IsActivation(next))
        {
            if (By(next, "Mul") is { } scale)
            {
                Change(convolution.Input[1], weight => weight * scale.Number);
                Change(convolution.Input[2], bias => bias * scale.Number);
            }
            else if (By(next, "Add") is { } shift)
            {
                Change(convolution.Input[2], bias => bias + shift.Number);
            }
            else
            {
                return;
            }
            Remove(next, convolution.Output[0]);
        }
    }

    // W(sx + t) + b = (sW)x + (b + Wt) where nothing is padded; elsewhere s(x + t/s).
    private void FoldBefore(NodeProto convolution)
    {
        if (Only(convolution.Input[0]) is not { } shifting || By(shifting, "Add") is not { } shift || Only(shift.Value) is not { } scaling || By(scaling, "Mul") is not { Number: not 0 } scale)
            return;
        if (convolution.Attribute.Any(attribute => attribute.Name == "pads" && attribute.Ints.All(pad => pad == 0)))
        {
            var (weights, biases) = (Floats(convolution.Input[1]).ToArray(), Floats(convolution.Input[2]).Length);
            var channel = 0;
            Change(convolution.Input[2], bias => bias + (shift.Number * weights.AsSpan(weights.Length / biases * channel++, weights.Length / biases).ToArray().Sum()));
            Remove(shifting, shift.Value);
        }
        else
        {
            Change(shifting.Input.First(_constants.ContainsKey), _ => shift.Number / scale.Number);
        }
        Change(convolution.Input[1], weight => weight * scale.Number);
        Remove(scaling, scale.Value);
    }

    // x · clip(x + 3, 0, 6) / 6
    private void NameActivation(NodeProto sum)
    {
        if (!IsActivation(sum) || Reader(Reader(sum.Output[0])!.Output[0]) is not { OpType: "Mul" } product || Reader(product.Output[0]) is not { OpType: "Div" } quotient || Number(quotient.Input[1]) != 6)
            return;
        var (place, clip, value) = (_nodes.IndexOf(sum), Reader(sum.Output[0])!, By(sum, "Add")!.Value.Value);
        if (!product.Input.Contains(value))
            return;
        _nodes.RemoveAll(node => node == sum || node == clip || node == product || node == quotient);
        var gate = new NodeProto { OpType = "HardSigmoid", Name = sum.Name, Input = { value }, Output = { sum.Output[0] }, Attribute = { Setting("alpha", 1f / 6), Setting("beta", 0.5f) } };
        var gated = new NodeProto { OpType = "Mul", Name = product.Name, Input = { value, gate.Output[0] }, Output = { quotient.Output[0] } };
        _nodes.InsertRange(place, [gate, gated]);
    }

    private static AttributeProto Setting(string name, float value) => new() { Name = name, F = value, Type = AttributeProto.Types.AttributeType.Float };

    private bool IsActivation(NodeProto sum) => By(sum, "Add")?.Number == 3 && Reader(sum.Output[0]) is { OpType: "Clip" } clip
        && clip.Attribute.Any(bound => bound is { Name: "min", F: 0 }) && clip.Attribute.Any(bound => bound is { Name: "max", F: 6 });

    /// <returns>The value and the single number that the operation puts together; null where it is another one.</returns>
    private (string Value, float Number)? By(NodeProto node, string operation) =>
        node.OpType != operation ? null : Number(node.Input[0]) is { } first ? (node.Input[1], first) : Number(node.Input[1]) is { } second ? (node.Input[0], second) : null;

    private float? Number(string name) => _constants.TryGetValue(name, out var constant) && constant.DataType == (int)TensorProto.Types.DataType.Float && Floats(name) is { Length: 1 } floats ? floats[0] : null;

    private ReadOnlySpan<float> Floats(string constant) => MemoryMarshal.Cast<byte, float>(_constants[constant].RawData.Span);

    private void Change(string constant, Func<float, float> change) =>
        _constants[constant].RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(Array.ConvertAll(Floats(constant).ToArray(), value => change(value)).AsSpan()));

    private List<NodeProto> Readers(string value) => _nodes.FindAll(node => node.Input.Contains(value));

    /// <returns>The one node that reads the value; null where others read it too.</returns>
    private NodeProto? Reader(string value) => !_outputs.Contains(value) && Readers(value) is [var only] ? only : null;

    /// <returns>The node that gives the value to one reader alone; null otherwise.</returns>
    private NodeProto? Only(string value) => Reader(value) is null ? null : _nodes.Find(node => node.Output.Contains(value));

    private void Remove(NodeProto node, string instead)
    {
        _nodes.Remove(node);
        foreach (var reader in Readers(node.Output[0]))
            reader.Input[reader.Input.IndexOf(node.Output[0])] = instead;
    }
}
