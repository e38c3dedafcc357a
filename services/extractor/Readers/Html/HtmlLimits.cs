namespace Pipeline.Extractor.Readers.Html;

/// <summary>Bounds on a page. A report has some 5,000 elements in 200 KB; the bounds keep the worst page within seconds and half a gigabyte.</summary>
internal static class HtmlLimits
{
    /// <summary>Pages with pictures inlined as data addresses reach 10 MB.</summary>
    public const int Bytes = 24 << 20;

    public const int Elements = 300_000;

    /// <summary>Browsers stop nesting at 512; unclosed elements of sloppy pages get a little more room here.</summary>
    public const int Depth = 1_024;

    /// <summary>Memory that the parser may allocate in all, in bytes: it clones unclosed formatting elements without telling.</summary>
    public const long ParserAllocation = 768L << 20;

    public const int Columns = 20_000;

    /// <summary>Characters of all locator paths together.</summary>
    public const int PathCharacters = 100_000_000;
}
