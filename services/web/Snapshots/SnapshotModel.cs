using System.Text.Json;
using Pipeline.Contracts;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Messages;

namespace Pipeline.Web.Snapshots;

/// <param name="Page">Page of a PDF, from 1.</param>
public sealed record SnapshotModel(DocumentReference Document, int Page)
{
    /// <summary>Where the inert view of a snapshot stands.</summary>
    /// <param name="spot">Marked and scrolled to; null for the beginning.</param>
    public static string Address(SnapshotHash snapshot, Locator? spot) =>
        spot is null ? $"/snapshots/{snapshot}/view" : $"/snapshots/{snapshot}/view?spot={Uri.EscapeDataString(JsonSerializer.Serialize(spot))}#spot";
}
