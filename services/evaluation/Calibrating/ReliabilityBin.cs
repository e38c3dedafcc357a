namespace Pipeline.Evaluation.Calibrating;

/// <summary>Readings whose stated probability lies from <paramref name="From"/> to below <paramref name="To"/>.</summary>
/// <param name="Stated">Mean of the stated probabilities.</param>
public sealed record ReliabilityBin(double From, double To, int Count, int Right, double Stated)
{
    public double Observed => (double)Right / Count;
}
