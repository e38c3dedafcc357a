namespace Pipeline.Extractor.Sniffing;

/// <summary>Tells the files that old Office programs keep in compound files apart, by the names of their streams. WPS writes the same.</summary>
internal static class OldOfficeKind
{
    private static readonly (string Stream, string MediaType)[] Kinds =
    [
        ("EncryptedPackage", MediaTypes.EncryptedOffice),
        ("WordDocument", MediaTypes.OldWord),
        ("Workbook", MediaTypes.OldExcel),
        ("Book", MediaTypes.OldExcel),
        ("PowerPoint Document", "application/vnd.ms-powerpoint"),
        ("__properties_version1.0", "application/vnd.ms-outlook"),
        ("MatOST", MediaTypes.Works),
        ("MM", MediaTypes.Works),
    ];

    /// <returns>Old Word where no stream tells: a cut-off file shows none.</returns>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var names = CompoundFile.Entries(bytes).Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        return Array.Find(Kinds, kind => names.Contains(kind.Stream)).MediaType ?? MediaTypes.OldWord;
    }
}
