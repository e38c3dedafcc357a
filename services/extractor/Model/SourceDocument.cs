using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Text.Json;

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

    /// <summary>Pictures within the content whose bytes are there, in reading order.</summary>
    public ImmutableArray<EmbeddedPicture> Pictures { get; init; } = [];

    public ImmutableArray<Issue> Issues { get; init; } = [];

    /// <summary>The same bytes as an independent second reader delivers them; null where none took part. Nothing is taken from it: it confirms or it casts doubt.</summary>
    public SourceDocument? SecondReading { get; init; }

    /// <summary>As a second reading: the doubts about looks (codes of <see cref="Pipeline.Contracts.Reasons.AppearanceReasons"/>) that go where it agrees.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];

    /// <summary>What of a web page only a browser can tell; null for other documents, and where no look would help.</summary>
    public PageLook? Look { get; init; }

    /// <summary>Pages that a web page holds and does not show itself, such as the content of an article in its script.</summary>
    public ImmutableArray<HeldPage> Held { get; init; } = [];

    /// <summary>Whether the tables are written so plainly that they cannot look otherwise than they read; false also where the reader does not look.</summary>
    public bool IsPlain { get; init; }

    public string? Charset { get; init; }

    /// <summary>How the charset was decided: bom, utf8-valid, header, meta, fallback.</summary>
    public string? CharsetBasis { get; init; }
}

/// <param name="IsUnsure">Whether styles or scripts reach text in its tables, so that it could look otherwise than it reads.</param>
/// <param name="IsDrawn">Whether scripts or shadow trees may show tables that the markup does not.</param>
/// <param name="Undrawn">Text of those, in which labels of a form may stand.</param>
public sealed record PageLook(bool IsUnsure, bool IsDrawn, string Undrawn);

public sealed record MetadataEntry(string Name, string Value);
