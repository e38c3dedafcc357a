namespace Pipeline.Crawler.Sources;

/// <summary>What a source follows beyond its own hosts.</summary>
public enum FollowRule
{
    /// <summary>Columns of reports and their documents on neighbouring hosts, and nothing else there.</summary>
    Reports,

    /// <summary>Nothing.</summary>
    Nothing,
}
