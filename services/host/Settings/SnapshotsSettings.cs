using System.ComponentModel.DataAnnotations;
using Pipeline.Store.Snapshots;

namespace Pipeline.Host.Settings;

/// <summary>Where the bytes of documents are kept.</summary>
public sealed class SnapshotsSettings : IValidatableObject
{
    /// <summary>A folder below the data folder by default; many machines share it as a volume, or use S3.</summary>
    public SnapshotKind Kind { get; set; } = SnapshotKind.Folder;

    /// <summary>S3 only: address of the service, such as <c>http://minio:9000</c>; Amazon's own by default.</summary>
    public string? Endpoint { get; set; }

    /// <summary>S3 only: a bucket that exists.</summary>
    public string? Bucket { get; set; }

    /// <summary>S3 only: what all names begin with; nothing by default.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>S3 only; "us-east-1" by default.</summary>
    [Required]
    public string Region { get; set; } = "us-east-1";

    /// <summary>S3 only; by default the machine's own credentials, as Amazon's tools find them.</summary>
    public string? AccessKey { get; set; }

    /// <summary>Better set as the variable <c>PIPELINE_SNAPSHOTS__SECRETKEY</c> than in a file.</summary>
    public string? SecretKey { get; set; }

    /// <summary>Null when the snapshots are files.</summary>
    public S3SnapshotOptions? S3() => Kind == SnapshotKind.Folder ? null : new S3SnapshotOptions
    {
        Endpoint = Endpoint is null ? null : new Uri(Endpoint),
        Bucket = Bucket!,
        Prefix = Prefix,
        Region = Region,
        AccessKey = AccessKey,
        SecretKey = SecretKey,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == SnapshotKind.S3 && string.IsNullOrWhiteSpace(Bucket))
            yield return new ValidationResult("is needed with S3: name a bucket that exists", [nameof(Bucket)]);
        if (Kind == SnapshotKind.Folder && Bucket is not null)
            yield return new ValidationResult("is for S3 only: set snapshots.kind to s3, or take it out", [nameof(Bucket)]);
        if (Endpoint is not null && !(Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return new ValidationResult($"'{Endpoint}' is no address; one looks like http://minio:9000", [nameof(Endpoint)]);
        if (AccessKey is null != SecretKey is null)
            yield return new ValidationResult("is needed together with snapshots.accessKey: set both or neither", [nameof(SecretKey)]);
    }
}
