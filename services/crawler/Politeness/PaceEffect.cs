namespace Pipeline.Crawler.Politeness;

/// <summary>What an answer does to the gap of its host.</summary>
public enum PaceEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The host is well: one step of strain is taken back.</summary>
    Ease,

    /// <summary>The host is strained: the gap doubles.</summary>
    Strain,
}
