namespace Pipeline.Web.Explore.Regions;

/// <summary>By what regions are compared.</summary>
public enum RegionMeasure
{
    /// <summary>The sum over the bodies that state the number.</summary>
    Sum,

    /// <summary>The sum over the bodies that state it, divided by how many they are.</summary>
    Mean,

    /// <summary>Of the bodies expected to report, the share that did: 0 to 1.</summary>
    Reported,
}
