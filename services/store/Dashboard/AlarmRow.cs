using System.Data.Common;
using Dapper;
using Pipeline.Database;

namespace Pipeline.Store.Dashboard;

/// <summary>A row of <c>source_alarms</c>.</summary>
internal sealed class AlarmRow
{
    public required string Source { get; init; }

    public required string Alarm { get; init; }

    public required string Since { get; init; }

    public string? AcknowledgedAlarm { get; init; }

    public string? Reason { get; init; }

    public string? Who { get; init; }

    public string? At { get; init; }

    public string? Until { get; init; }

    public static async Task<IReadOnlyDictionary<string, StandingAlarm>> All(DbConnection connection) => (await connection.QueryAsync<AlarmRow>(
        """
        SELECT source AS Source, alarm AS Alarm, since AS Since, acknowledged_alarm AS AcknowledgedAlarm, acknowledged_reason AS Reason, acknowledged_by AS Who,
               acknowledged_at AS At, acknowledged_until AS Until
        FROM source_alarms
        """)).ToDictionary(row => row.Source, row => row.ToAlarm(), StringComparer.Ordinal);

    private StandingAlarm ToAlarm() => new(
        StoredName.Read<SourceAlarm>(Alarm), StoredTime.Instant(Since),
        AcknowledgedAlarm is null ? null : new Acknowledgement(StoredName.Read<SourceAlarm>(AcknowledgedAlarm), Reason!, Who!, StoredTime.Instant(At!), StoredTime.Instant(Until!)));
}
