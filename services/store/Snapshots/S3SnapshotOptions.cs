namespace Pipeline.Store.Snapshots;

/// <summary>Where an S3-compatible store keeps the snapshots.</summary>
public sealed class S3SnapshotOptions
{
    /// <summary>Address of the service, such as <c>http://minio:9000</c>; null for Amazon's own in <see cref="Region"/>.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>A bucket that exists.</summary>
    public required string Bucket { get; init; }

    /// <summary>What all names begin with, such as <c>pipeline/</c>; nothing by default.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Also part of every signature; <c>us-east-1</c> by default, which servers of one's own expect.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Null to take the machine's own credentials, as Amazon's tools find them.</summary>
    public string? AccessKey { get; init; }

    /// <summary>Better set as a variable than in a file.</summary>
    public string? SecretKey { get; init; }
}
