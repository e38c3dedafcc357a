namespace Pipeline.Extractor.Metadata;

/// <summary>Where the name of a publishing body comes from.</summary>
public enum AuthorityBasis
{
    /// <summary>Title, signature, byline or text of the report.</summary>
    Report,

    /// <summary>Only the site around it, which may carry the reports of many bodies.</summary>
    Site,
}
