namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>What tells a page that only runs a script from one that people read.</summary>
internal static class ScriptedPage
{
    /// <summary>Readable characters below which a page says nothing: a sentence that asks to enable scripts has about twenty, the shortest real page a hundred.</summary>
    public const int LittleText = 60;
}
