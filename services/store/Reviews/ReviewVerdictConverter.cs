using System.Text.Json.Serialization;

namespace Pipeline.Store.Reviews;

/// <summary>Verdicts by their names alone: a number would pass for whichever verdict stands at its place.</summary>
internal sealed class ReviewVerdictConverter() : JsonStringEnumConverter<ReviewVerdict>(namingPolicy: null, allowIntegerValues: false);
