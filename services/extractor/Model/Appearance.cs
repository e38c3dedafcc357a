using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reasons;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Model;

/// <summary>Doubts of readers whether a spot looks as it reads, under the codes of <see cref="AppearanceReasons"/>.</summary>
internal static class Appearance
{
    /// <param name="where">Locator of the cell or line; null where every cell is concerned.</param>
    public static Issue Doubt(string code, Locator? where) =>
        new(code, IssueSeverity.Warning, $"{AppearanceReasons.All.First(reason => reason.Code == code).Text.English}: compare with the document.", where);
}
