using System.Globalization;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Reextraction;

/// <summary>Says now and then how far a reading in bulk is.</summary>
/// <param name="total">Documents to be read.</param>
internal sealed class BulkProgress(BulkReextraction work, long total, Terminal terminal, TimeProvider clock)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly long _begun = clock.GetTimestamp();
    private long _said = clock.GetTimestamp();

    public void Look()
    {
        lock (_lock)
        {
            if (clock.GetElapsedTime(_said) < Every)
                return;
            _said = clock.GetTimestamp();
            terminal.Say(Line());
        }
    }

    private string Line()
    {
        var rate = work.Read / clock.GetElapsedTime(_begun).TotalSeconds;
        var left = TimeSpan.FromSeconds(rate > 0 ? (total - work.Read) / rate : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{work.Read} of {total} documents read ({rate:0.0} a second), {work.Tally.Changed + work.Tally.New + work.Tally.Gone} records changed, {work.Failed} failed; about {left:h\\:mm\\:ss} left");
    }
}
