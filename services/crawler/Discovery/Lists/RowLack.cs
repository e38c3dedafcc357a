namespace Pipeline.Crawler.Discovery.Lists;

/// <summary>Rows of a list that its page does not show without its scripts.</summary>
public enum RowLack
{
    None,

    /// <summary>It shows some, and says that there are more.</summary>
    Some,

    All,
}
