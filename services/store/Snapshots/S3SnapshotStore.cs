using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Pipeline.Contracts;
using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Snapshots;

/// <summary>Snapshots as objects of one bucket, under the names that files would have. The service answers a write when it is durable.</summary>
public sealed class S3SnapshotStore : ISnapshotStore, IDisposable
{
    private readonly S3SnapshotOptions _options;
    private readonly AmazonS3Client _client;

    public S3SnapshotStore(S3SnapshotOptions options)
    {
        _options = options;
        var config = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            // Services of one's own seldom have a name for each bucket, and few know the newer checksums.
            ForcePathStyle = options.Endpoint is not null,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            Timeout = TimeSpan.FromSeconds(30),
            MaxErrorRetry = 2,
        };
        if (options.Endpoint is not null)
            config.ServiceURL = options.Endpoint.AbsoluteUri;
        else
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        _client = options.AccessKey is null ? new AmazonS3Client(config) : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    private string Place => $"The snapshot bucket {_options.Bucket} at {_options.Endpoint?.AbsoluteUri ?? "Amazon S3, " + _options.Region}";

    public async Task<SnapshotHash> Write(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var snapshot = SnapshotHash.Of(body.Span);
        try
        {
            if (await Exists(NameOf(snapshot), cancellation))
                return snapshot;
            await Put(NameOf(snapshot), PackedBody.Pack(body.Span), cancellation);
            return snapshot;
        }
        catch (Exception error) when (IsOutage(error, cancellation))
        {
            throw Unusable("written", error);
        }
    }

    public async Task<byte[]?> Read(SnapshotHash snapshot, CancellationToken cancellation)
    {
        try
        {
            if (await Packed(NameOf(snapshot), cancellation) is not { } packed)
                return null;
            return PackedBody.Unpack(packed, snapshot) ?? throw await Damaged(NameOf(snapshot), packed, cancellation);
        }
        catch (Exception error) when (IsOutage(error, cancellation))
        {
            throw Unusable("read", error);
        }
    }

    /// <summary>Asks for the bucket, so that a wrong setting is told at start and not with the first snapshot.</summary>
    /// <exception cref="IOException">The service cannot be reached, refuses us, or has no such bucket.</exception>
    public async Task Check(CancellationToken cancellation)
    {
        try
        {
            await _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = _options.Prefix, MaxKeys = 1 }, cancellation);
        }
        catch (Exception error) when (IsOutage(error, cancellation))
        {
            throw Unusable("used", error);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<byte[]?> Packed(string name, CancellationToken cancellation)
    {
        try
        {
            using var answer = await _client.GetObjectAsync(_options.Bucket, name, cancellation);
            using var packed = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(packed, cancellation);
            return packed.ToArray();
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchKey")
        {
            return null;
        }
    }

    private async Task<bool> Exists(string name, CancellationToken cancellation)
    {
        try
        {
            await _client.GetObjectMetadataAsync(_options.Bucket, name, cancellation);
            return true;
        }
        catch (AmazonS3Exception error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async Task Put(string name, byte[] bytes, CancellationToken cancellation)
    {
        using var content = new MemoryStream(bytes, writable: false);
        // In one piece: many services store the frames of the chunked form as if they were content.
        var put = new PutObjectRequest { BucketName = _options.Bucket, Key = name, InputStream = content, ContentType = "application/octet-stream", UseChunkEncoding = false };
        await _client.PutObjectAsync(put, cancellation);
    }

    // Moved aside, so that the next fetch of the same content stores it anew.
    private async Task<InvalidDataException> Damaged(string name, byte[] bytes, CancellationToken cancellation)
    {
        await Put(name + ".damaged", bytes, cancellation);
        await _client.DeleteObjectAsync(_options.Bucket, name, cancellation);
        return new InvalidDataException($"{Place} held other bytes under {name} than were stored there. They were renamed to end in .damaged.");
    }

    private static bool IsOutage(Exception error, CancellationToken cancellation) =>
        error is AmazonServiceException or AmazonClientException or HttpRequestException or IOException || (error is OperationCanceledException && !cancellation.IsCancellationRequested);

    private IOException Unusable(string how, Exception error)
    {
        var advice = (error as AmazonS3Exception)?.StatusCode switch
        {
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => "check the settings snapshots.accessKey and snapshots.secretKey, and what they may do",
            HttpStatusCode.NotFound => "create the bucket, or check the setting snapshots.bucket",
            _ => "start the service, or check the setting snapshots.endpoint",
        };
        return new IOException($"{Place} cannot be {how} ({(error is AmazonServiceException { Message: var said } && said.Length > 0 ? said : error.GetBaseException().Message).TrimEnd('.')}): {advice}.", error);
    }

    private string NameOf(SnapshotHash snapshot) => _options.Prefix + PackedBody.Place(snapshot);
}
