using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Containers;

namespace Pipeline.Extractor.Containers;

/// <summary>Puts the name of a container's entry before every place that was found in it.</summary>
internal static class EntryPlaces
{
    public static AnnualReport Within(string entry, AnnualReport report) => Places.Of(report, place => Within(entry, place));

    public static SourceDocument Within(string entry, SourceDocument document) => Places.Of(document, place => Within(entry, place));

    /// <summary>An entry of a container within the container: one name with both.</summary>
    private static EntryLocator Within(string entry, Locator place) =>
        place is EntryLocator nested ? new EntryLocator(EntryName.Joined(entry, nested.Entry), nested.Inner) : new EntryLocator(entry, place);
}
