namespace Pipeline.Crawler.Discovery;

/// <summary>One way in which pages lead on. Pure: the same page gives the same links; it reports and neither scores nor chooses.</summary>
internal interface ILinkFinder
{
    IEnumerable<FoundLink> Find(PageView page);
}
