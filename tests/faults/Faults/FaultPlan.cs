namespace Pipeline.Faults.Tests.Faults;

/// <summary>What is crawled and what goes wrong meanwhile, in an order that the seed decides.</summary>
internal sealed record FaultPlan
{
    public required int Hosts { get; init; }

    public required int DocumentsPerHost { get; init; }

    /// <summary>Gap between two requests to one site: makes the crawl last as long as the faults.</summary>
    public required TimeSpan Delay { get; init; }

    public required int Kills { get; init; }

    public required int BrokerRestarts { get; init; }

    public required int DatabaseRestarts { get; init; }

    public required int DiskFills { get; init; }

    public required int Holds { get; init; }

    /// <summary>Times that announcements are repeated, and garbage is sent.</summary>
    public required int Strays { get; init; }

    /// <summary>Pause between two faults.</summary>
    public required TimeSpan Pause { get; init; }

    /// <summary>How long the disk stays full and the line held.</summary>
    public required TimeSpan Stretch { get; init; }

    /// <summary>
    /// How long anything is awaited. Work that was lost comes back from the sweeper after its patience of seconds, doubled by every time that it was lost; many times
    /// longer, and it is lost for good.
    /// </summary>
    public required TimeSpan LongestWait { get; init; }

    public int Seed { get; init; } = 5;

    public static FaultPlan Short { get; } = new()
    {
        Hosts = 4, DocumentsPerHost = 13, Delay = TimeSpan.FromSeconds(1.5), Kills = 4, BrokerRestarts = 1, DatabaseRestarts = 1, DiskFills = 1, Holds = 1, Strays = 2,
        Pause = TimeSpan.FromSeconds(1), Stretch = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromMinutes(4),
    };

    public static FaultPlan Long { get; } = new()
    {
        Hosts = 20, DocumentsPerHost = 105, Delay = TimeSpan.FromSeconds(6), Kills = 100, BrokerRestarts = 10, DatabaseRestarts = 10, DiskFills = 5, Holds = 5, Strays = 10,
        Pause = TimeSpan.FromSeconds(3), Stretch = TimeSpan.FromSeconds(8), LongestWait = TimeSpan.FromMinutes(15),
    };
}
