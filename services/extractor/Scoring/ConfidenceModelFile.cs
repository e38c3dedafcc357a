using System.Collections.Immutable;
using System.Text.Json;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Scoring;

/// <summary>The model as JSON: base and named weights of cell and record, and the threshold of acceptance.</summary>
public static class ConfidenceModelFile
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    /// <exception cref="InvalidDataException">A weight is missing, unknown, or has the sign that its feature forbids.</exception>
    public static ConfidenceModel Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new ConfidenceModel(
            Part(root.GetProperty("cell"), CellEvidence.Features),
            Part(root.GetProperty("record"), RecordEvidence.Features),
            root.GetProperty("threshold").GetDouble());
    }

    public static void Write(ConfidenceModel model, Stream target)
    {
        using var json = new Utf8JsonWriter(target, Indented);
        json.WriteStartObject();
        Write(json, "cell", model.Cell);
        Write(json, "record", model.Record);
        json.WriteNumber("threshold", model.Threshold);
        json.WriteEndObject();
    }

    private static LogisticModel<T> Part<T>(JsonElement part, ImmutableArray<EvidenceFeature<T>> features)
    {
        var weights = part.GetProperty("weights").EnumerateObject().ToDictionary(weight => weight.Name, weight => weight.Value.GetDouble(), StringComparer.Ordinal);
        if (!weights.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(features.Select(feature => feature.Name)))
            throw new InvalidDataException($"The weights must be of {string.Join(", ", features.Select(feature => feature.Name))}; they are of {string.Join(", ", weights.Keys)}.");
        if (features.FirstOrDefault(feature => feature.Supports ? weights[feature.Name] < 0 : weights[feature.Name] > 0) is { } wrong)
            throw new InvalidDataException($"The weight of {wrong.Name} must not be {(wrong.Supports ? "negative" : "positive")}.");
        return new LogisticModel<T>(features, part.GetProperty(EvidenceFeatures.Base).GetDouble(), [.. features.Select(feature => weights[feature.Name])]);
    }

    private static void Write<T>(Utf8JsonWriter json, string name, LogisticModel<T> model)
    {
        json.WriteStartObject(name);
        json.WriteNumber(EvidenceFeatures.Base, model.Base);
        json.WriteStartObject("weights");
        for (var i = 0; i < model.Features.Length; i++)
            json.WriteNumber(model.Features[i].Name, model.Weights[i]);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
