namespace Pipeline.Extractor.Readers.Html;

/// <summary>Bounds on a page. A report has some 5,000 elements in 200 KB; the bounds keep the worst page within seconds and half a gigabyte.</summary>
internal static class HtmlLimits
{
    /// <summary>Pages with pictures inlined as data addresses reach 10 MB.</summary>
    public const int Bytes = 24 << 20;

    public const int Elements = 300_000;

    /// <summary>Where the parser, as browsers do, stops nesting and puts children beside their parents.</summary>
    public const int Depth = 512;

    /// <summary>Elements below <see cref="Depth"/>: each costs the parser a walk over all that are open.</summary>
    public const int DeepElements = 4_096;

    /// <summary>Memory that the parser may allocate in all, in bytes: it clones unclosed formatting elements without telling.</summary>
    public const long ParserAllocation = 512L << 20;

    public const int Columns = 20_000;

    /// <summary>Characters of all locator paths together.</summary>
    public const int PathCharacters = 100_000_000;
}
