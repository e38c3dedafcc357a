using Pipeline.Contracts.Reports;

namespace Pipeline.Store.Records;

/// <summary>Which records to list or export; what is null does not matter.</summary>
public sealed record RecordFilter
{
    public long? Id { get; init; }

    /// <summary>Body, compared without spaces; part of the name is enough.</summary>
    public string? Authority { get; init; }

    public int? Year { get; init; }

    /// <summary>Accepted means accepted, or reviewed by a person.</summary>
    public ReviewStatus? Status { get; init; }

    public string? Form { get; init; }

    /// <summary>Id of a genre: records on any of its forms.</summary>
    public string? Genre { get; init; }

    /// <summary>Start of the region code: two digits are a province, four a prefecture.</summary>
    public string? Region { get; init; }

    /// <summary>Name of a source in the sources file: records that a document of it shows.</summary>
    public string? Source { get; init; }

    /// <summary>Only what is new, read anew or decided about since then.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Address of a document that shows the record.</summary>
    public string? Url { get; init; }

    /// <summary>Run that fetched a document of the record.</summary>
    public Guid? Run { get; init; }

    /// <summary>Also records whose reading was withdrawn and records that only repeat another site's.</summary>
    public bool Everything { get; init; }
}
