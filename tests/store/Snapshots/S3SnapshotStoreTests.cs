using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Pipeline.Contracts;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Snapshots;

namespace Pipeline.Store.Tests.Snapshots;

public sealed class S3SnapshotStoreTests : SnapshotStoreTests, IDisposable
{
    private readonly S3SnapshotOptions _options = S3Server.Options($"{Guid.NewGuid():N}/");
    private readonly AmazonS3Client _client;

    public S3SnapshotStoreTests()
    {
        Store = new S3SnapshotStore(_options);
        _client = new AmazonS3Client(
            new BasicAWSCredentials(_options.AccessKey, _options.SecretKey),
            new AmazonS3Config
            {
                ServiceURL = _options.Endpoint!.AbsoluteUri, ForcePathStyle = true, AuthenticationRegion = _options.Region,
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            });
    }

    protected override ISnapshotStore Store { get; }

    public void Dispose()
    {
        ((IDisposable)Store).Dispose();
        _client.Dispose();
    }

    [Fact]
    public Task A_bucket_that_can_be_used_passes_the_check() => ((S3SnapshotStore)Store).Check(default);

    [Fact]
    public Task A_missing_bucket_is_told_with_what_to_do() => Refuses(With(bucket: "nowhere"), "create the bucket, or check the setting snapshots.bucket");

    [Fact]
    public Task A_wrong_key_is_told_with_what_to_do() => Refuses(With(accessKey: "wrong"), "check the settings snapshots.accessKey and snapshots.secretKey");

    [Fact]
    public async Task A_service_that_is_away_is_told_with_what_to_do_and_is_no_missing_snapshot()
    {
        var away = With(endpoint: new Uri("http://127.0.0.1:1"));
        await Refuses(away, "start the service, or check the setting snapshots.endpoint");
        using var store = new S3SnapshotStore(away);

        await Assert.ThrowsAsync<IOException>(() => store.Read(SnapshotHash.Of(Body), default));
        await Assert.ThrowsAsync<IOException>(() => store.Write(Body, default));
    }

    protected override async Task<string> Damage(SnapshotHash snapshot, int keep)
    {
        var name = (await List()).Single();
        using var answer = await _client.GetObjectAsync(_options.Bucket, name);
        using var bytes = new MemoryStream();
        await answer.ResponseStream.CopyToAsync(bytes);
        using var cut = new MemoryStream(bytes.ToArray()[..keep]);
        await _client.PutObjectAsync(new PutObjectRequest { BucketName = _options.Bucket, Key = name, InputStream = cut, UseChunkEncoding = false });
        return name;
    }

    protected override async Task<int> Count() => (await List()).Count;

    private async Task<IReadOnlyList<string>> List() =>
        [.. ((await _client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = _options.Bucket, Prefix = _options.Prefix })).S3Objects ?? []).Select(stored => stored.Key)];

    private static async Task Refuses(S3SnapshotOptions options, string advice)
    {
        using var store = new S3SnapshotStore(options);
        var error = await Assert.ThrowsAsync<IOException>(() => store.Check(default));
        Assert.True(error.Message.Contains(advice, StringComparison.Ordinal), error.ToString());
    }

    private S3SnapshotOptions With(string? bucket = null, string? accessKey = null, Uri? endpoint = null) => new()
    {
        Endpoint = endpoint ?? _options.Endpoint,
        Bucket = bucket ?? _options.Bucket,
        AccessKey = accessKey ?? _options.AccessKey,
        SecretKey = _options.SecretKey,
    };
}
