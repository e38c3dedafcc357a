using System.Collections.Immutable;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Model;

/// <summary>A document as every reader delivers it, whatever its format was. Later stages know nothing else.</summary>
public sealed record SourceDocument
{
    /// <summary>Reader and library version, such as <c>html/AngleSharp 1.10.3</c>.</summary>
    public required string Reader { get; init; }

    /// <summary>Title of the file or page as its metadata gives it, such as the HTML title element; null when absent.</summary>
    public string? Title { get; init; }

    /// <summary>Metadata in document order, names as written: HTML meta tags, document properties.</summary>
    public ImmutableArray<MetadataEntry> Metadata { get; init; } = [];

    /// <summary>Content in reading order.</summary>
    public required ImmutableArray<Block> Blocks { get; init; }

    public ImmutableArray<Issue> Issues { get; init; } = [];

    /// <summary>The same bytes as an independent second reader delivers them; null where none took part. Nothing is taken from it: it confirms or it casts doubt.</summary>
    public SourceDocument? SecondReading { get; init; }

    /// <summary>Whether the tables are written so plainly that they cannot look otherwise than they read; false also where the reader does not look.</summary>
    public bool IsPlain { get; init; }

    public string? Charset { get; init; }

    /// <summary>How the charset was decided: bom, utf8-valid, header, meta, fallback.</summary>
    public string? CharsetBasis { get; init; }
}

public sealed record MetadataEntry(string Name, string Value);
