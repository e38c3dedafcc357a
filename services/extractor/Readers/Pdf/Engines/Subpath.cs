using System.Collections.Immutable;

namespace Pipeline.Extractor.Readers.Pdf.Engines;

/// <summary>A connected line of straight parts, in points as displayed.</summary>
internal readonly record struct Subpath(ImmutableArray<(double X, double Y)> Points, bool IsClosed);
