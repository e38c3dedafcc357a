namespace Pipeline.Store.Dashboard;

/// <summary>A document whose pages are being recognised.</summary>
/// <param name="Recognised">Pages done.</param>
/// <param name="Pages">Pages of the document, as far as is known.</param>
/// <param name="ToldAt">When the process that reads it said so.</param>
public sealed record Recognition(string Url, int Recognised, int Pages, DateTimeOffset ToldAt);
