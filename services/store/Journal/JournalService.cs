using Microsoft.Extensions.Logging;

namespace Pipeline.Store.Journal;

/// <summary>Keeps the journal up with the database while the process lives, and once more at its end.</summary>
internal sealed class JournalService(JournalWriter journal, TimeProvider clock, ILogger<JournalService> log) : RepeatedWork(TimeSpan.FromMinutes(1), clock, log)
{
    protected override string Told => "bring the journal beside the snapshots up to date, from which 'pipeline rebuild' takes the newest fetches and decisions";

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await OneTurn(cancellationToken);
    }

    protected override Task Turn(CancellationToken cancellation) => journal.CatchUp(cancellation);
}
