using System.Globalization;

namespace Pipeline.Browser.Tests.Speed;

/// <summary>How long visits of one kind of page took, in milliseconds.</summary>
/// <param name="Painted">Until the browser first painted content; empty for what is no page.</param>
/// <param name="Answered">From the request to the last byte of the answer.</param>
internal sealed record Visits(string Name, IReadOnlyList<double> Painted, IReadOnlyList<double> Answered, long Bytes)
{
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-34} {(Painted.Count == 0 ? "" : Text(Painted)),-34} answer {Text(Answered),-28} {Bytes / 1024.0,6:0} KiB");

    private static string Text(IReadOnlyList<double> times) => string.Create(CultureInfo.InvariantCulture, $"median {At(times, 0.5),5:0} ms, p95 {At(times, 0.95),5:0} ms");

    private static double At(IReadOnlyList<double> times, double share) => times.Order().ElementAt((int)Math.Min(times.Count - 1, times.Count * share));
}
