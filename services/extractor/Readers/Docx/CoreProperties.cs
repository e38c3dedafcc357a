using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Pipeline.Extractor.Model;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>The core properties of a package that are filled in, under their names in the format.</summary>
internal static class CoreProperties
{
    public static ImmutableArray<MetadataEntry> Of(WordprocessingDocument package)
    {
        var properties = package.PackageProperties;
        (string Name, string? Value)[] all =
        [
            ("title", properties.Title), ("subject", properties.Subject), ("creator", properties.Creator), ("keywords", properties.Keywords),
            ("created", Text(properties.Created)), ("modified", Text(properties.Modified)),
        ];
        return [.. all.Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).Select(entry => new MetadataEntry(entry.Name, entry.Value!))];
    }

    private static string? Text(DateTime? time) => time?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
