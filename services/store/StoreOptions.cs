using System.ComponentModel.DataAnnotations;
using Pipeline.Store.Alarms;
using Pipeline.Store.Snapshots;
using Pipeline.Store.Sweeping;

namespace Pipeline.Store;

/// <summary>Settings of the store. The database itself is registered by the host, because the crawler shares it.</summary>
public sealed class StoreOptions
{
    /// <summary>Folder of the snapshots; created when it does not exist.</summary>
    [Required]
    public string SnapshotFolder { get; set; } = "";

    /// <summary>When set, snapshots are kept there and not in the folder.</summary>
    public S3SnapshotOptions? S3 { get; set; }

    public SweepOptions Sweep { get; set; } = new();

    public AlarmOptions Alarms { get; set; } = new();
}
