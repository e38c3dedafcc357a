namespace Pipeline.Host.Storing;

/// <summary>Where an export goes.</summary>
/// <param name="File">Null for standard output.</param>
/// <param name="Gzip">Whether it was asked to be compressed.</param>
internal sealed record ExportTarget(string? File, bool Gzip)
{
    public bool Compressed => Gzip || File?.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) == true;
}
