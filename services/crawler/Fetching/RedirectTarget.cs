namespace Pipeline.Crawler.Fetching;

/// <summary>Reads the Location header.</summary>
internal static class RedirectTarget
{
    /// <param name="url">Address that redirects.</param>
    /// <param name="location">Value as sent, bytes beyond ASCII as Latin-1 characters.</param>
    /// <returns>The absolute target; null when there is none or it is no address.</returns>
    public static Uri? Of(Uri url, string? location)
    {
        var text = location?.Trim();
        if (string.IsNullOrEmpty(text) || !Uri.TryCreate(url, RawBytes.Escape(text), out var target) || !target.IsAbsoluteUri)
            return null;
        return target.Fragment.Length == 0 && url.Fragment.Length > 0 ? new Uri(target.AbsoluteUri + url.Fragment) : target;
    }
}
