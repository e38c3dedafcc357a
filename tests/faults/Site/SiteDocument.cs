namespace Pipeline.Faults.Tests.Site;

/// <param name="Path">Address below its host.</param>
/// <param name="Title">Text of the link that leads to it.</param>
internal sealed record SiteDocument(string Path, string Title, string ContentType, byte[] Body);
