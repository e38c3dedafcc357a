namespace Pipeline.Crawler.Discovery.Addresses;

/// <summary>What the end of an address says about the file behind it. The answer's own bytes decide later.</summary>
internal static class FileAddress
{
    private static readonly HashSet<string> Documents = new(StringComparer.OrdinalIgnoreCase)
    {
        "pdf", "ofd", "doc", "docx", "docm", "wps", "rtf", "txt", "odt", "fodt", "uot", "xls", "xlsx", "xlsm", "xlsb", "et", "ods", "fods", "uos",
        "mht", "mhtml", "eml", "zip", "rar", "7z", "tar", "tgz", "gz", "bz2", "xz",
    };

    // Seldom a report: requested only where they are named as one.
    private static readonly HashSet<string> Pictures = new(StringComparer.OrdinalIgnoreCase) { "jpg", "jpeg", "png", "gif", "bmp", "webp", "tif", "tiff" };

    // Never a report and often large: not requested at all.
    private static readonly HashSet<string> Media = new(StringComparer.OrdinalIgnoreCase)
    {
        "svg", "ico", "mp3", "mp4", "m4a", "m4v", "avi", "wmv", "flv", "mov", "mpg", "mpeg",
        "webm", "mkv", "rm", "rmvb", "wav", "ogg", "swf", "m3u8", "ts", "css", "js", "mjs", "map", "woff", "woff2", "ttf", "eot", "otf", "exe", "apk", "ipa", "dmg", "msi", "iso", "cab",
    };

    public static bool IsDocument(Uri url) => Documents.Contains(Extension(url));

    public static bool IsPicture(Uri url) => Pictures.Contains(Extension(url));

    public static bool IsMedia(Uri url) => IsPicture(url) || Media.Contains(Extension(url));

    /// <summary>Whether a file name has the extension of a document.</summary>
    public static bool IsDocumentName(string name) => Documents.Contains(ExtensionOf(name));

    // downfile.jsp?filename=0a1b….pdf: the file is named in the query of a script.
    private static string Extension(Uri url)
    {
        var own = ExtensionOf(url.AbsolutePath);
        if (own.Length > 0 && !IsScript(own))
            return own;
        foreach (var (_, value) in QueryFields.Of(url.Query))
            if (ExtensionOf(value) is { Length: > 0 } named && Documents.Contains(named))
                return named;
        return own;
    }

    private static bool IsScript(string extension) => extension.ToLowerInvariant() is "jsp" or "do" or "action" or "asp" or "aspx" or "php" or "ashx";

    private static string ExtensionOf(string path)
    {
        var file = path[(path.LastIndexOf('/') + 1)..];
        var dot = file.LastIndexOf('.');
        return dot < 0 || file.Length - dot > 6 ? "" : file[(dot + 1)..];
    }
}
