using System.ComponentModel.DataAnnotations;
using Pipeline.Crawler.Crawling;
using Pipeline.Store.Sweeping;
using Pipeline.Web.Settings;

namespace Pipeline.Host.Settings;

/// <summary>
/// Everything that an operator may set, as <c>--config FILE</c> (JSON) or as environment variables such as <c>PIPELINE_TRANSPORT__HOST</c>.
/// An option of the command line goes before a variable, a variable before the file.
/// </summary>
public sealed class PipelineSettings
{
    public const string StandardData = "data";

    /// <summary>Folder of the SQLite database, the snapshots and the exports; "data" by default.</summary>
    [Required]
    public string Data { get; set; } = StandardData;

    /// <summary>The sources file; "sources.json" by default.</summary>
    [Required]
    public string Sources { get; set; } = "sources.json";

    /// <summary>Roles of <c>pipeline run</c>, separated by commas; all by default.</summary>
    [Required]
    public string Roles { get; set; } = "crawler,extractor,store,web";

    /// <summary>Loopback or private addresses that may be visited, as HOST:PORT; none by default.</summary>
    public List<string> AllowPrivate { get; } = [];

    /// <summary>How this process crawls: gaps, connections, hosts at a time.</summary>
    public CrawlOptions Crawl { get; set; } = new();

    public TransportSettings Transport { get; } = new();

    public DatabaseSettings Database { get; } = new();

    public SnapshotsSettings Snapshots { get; } = new();

    /// <summary>When work that stalled is sent again.</summary>
    public SweepOptions Sweep { get; } = new();

    public ScheduleSettings Schedule { get; } = new();

    public OperationsSettings Operations { get; } = new();

    public LogSettings Log { get; } = new();

    /// <summary>Who is told when the alarm of a source opens and closes.</summary>
    public NotificationsSettings Notifications { get; } = new();

    /// <summary>The pages and the HTTP API: where they listen and who may come in.</summary>
    public WebSettings Web { get; } = new();
}
