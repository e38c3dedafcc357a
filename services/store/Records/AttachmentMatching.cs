namespace Pipeline.Store.Records;

/// <summary>
/// Tells whether a page and its attachment carry one report although they name its body differently: the page in full, the attachment in short, or not
/// at all where a PDF's heading cannot be decoded.
/// </summary>
internal static class AttachmentMatching
{
    /// <param name="one">Reading of the page or of the attachment.</param>
    /// <param name="other">Reading of the other one.</param>
    public static bool ShareReport(AttachmentReading one, AttachmentReading other)
    {
        if (one.Values != other.Values || (one.Year is not null && other.Year is not null && one.Year != other.Year))
            return false;
        // Empty tables look alike: then only the name tells.
        return one.AuthorityKey is { } a && other.AuthorityKey is { } b ? NamesAgree(a, b) : one.HasNumbers;
    }

    /// <summary>Whether two readings of one document mean one body and year, named in full by one and in short by the other.</summary>
    public static bool SameBody(RecordIdentity one, string? otherAuthorityKey, int? otherYear) =>
        one.AuthorityKey is { } a && otherAuthorityKey is { } b && one.Year == otherYear && NamesAgree(a, b);

    /// <summary>The identity that says more: with a body and a year before one without, then the longer name.</summary>
    public static bool SaysMore(RecordIdentity one, string? otherAuthorityKey, int? otherYear) =>
        (one.AuthorityKey is not null && one.Year is not null)
        && (otherAuthorityKey is null || otherYear is null || one.AuthorityKey.Length > otherAuthorityKey.Length);

    private static bool NamesAgree(string a, string b) => a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal);
}

/// <param name="AuthorityKey">Null when the document names no body.</param>
/// <param name="Values">Hash of form and cell values.</param>
/// <param name="HasNumbers">Whether any cell holds a number other than zero.</param>
internal sealed record AttachmentReading(string? AuthorityKey, int? Year, string Values, bool HasNumbers);
