using System.Collections.Immutable;
using Pipeline.Contracts.Locators;
using Pipeline.Extractor.Readers.Containers;

namespace Pipeline.Extractor.Viewing;

/// <summary>The files of a container, and the one that a spot lies in.</summary>
internal static class ContainerView
{
    public static string Of(ImmutableArray<ContainerEntry> entries)
    {
        var page = new InertHtml().Open("ul");
        foreach (var entry in entries)
            page.Open("li").Text(entry.Name).Close("li");
        return page.Close("ul").ToString();
    }

    /// <returns>The entry, and the spot in it; no entry where the spot names none.</returns>
    public static (ContainerEntry? Entry, Locator? Inner) Find(ImmutableArray<ContainerEntry> entries, EntryLocator? spot)
    {
        if (spot is null)
            return (null, null);
        var (outer, inner) = EntryName.Divided(spot.Entry);
        return (entries.FirstOrDefault(entry => entry.Name == outer), inner is null ? spot.Inner : new EntryLocator(inner, spot.Inner));
    }
}
