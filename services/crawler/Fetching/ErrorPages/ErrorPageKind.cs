namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>Kinds of answers that must never be stored as content nor counted as removal.</summary>
internal enum ErrorPageKind
{
    /// <summary>The site declines programs. Respected, not circumvented: do not ask again this night.</summary>
    Challenge,

    /// <summary>The page wants an account.</summary>
    Login,

    /// <summary>Status 200, but the page says that there is no such page.</summary>
    SoftNotFound,
}
