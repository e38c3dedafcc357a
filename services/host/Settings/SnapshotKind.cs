namespace Pipeline.Host.Settings;

/// <summary>What keeps the snapshots.</summary>
public enum SnapshotKind
{
    Folder,
    S3,
}
