namespace Pipeline.Web.Explore.Regions;

/// <summary>How regions are drawn.</summary>
public enum RegionPlot
{
    /// <summary>Provinces as tiles, roughly where they lie.</summary>
    Map,

    /// <summary>Bars, the longest first.</summary>
    Rank,

    /// <summary>The compared regions over the years.</summary>
    Years,
}
