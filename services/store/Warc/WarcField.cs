namespace Pipeline.Store.Warc;

/// <summary>One named field of a WARC record's head.</summary>
internal readonly record struct WarcField(string Name, string Value);
