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
    public static string Address(SnapshotHash snapshot, Locator? spot) => Frame(snapshot, spot) + (spot is null ? "" : "#spot");

    /// <summary>As <see cref="Address"/>, for a frame: a fragment is scrolled to before the frame has its size, and never again. The view's style scrolls to the spot, and the script where that is not known.</summary>
    public static string Frame(SnapshotHash snapshot, Locator? spot) =>
        spot is null ? $"/snapshots/{snapshot}/view" : $"/snapshots/{snapshot}/view?spot={Written(spot)}";

    /// <summary>Where the part of a picture that was read stands by itself, enlarged.</summary>
    /// <returns>Null for a spot that was not read from a picture.</returns>
    public static string? Close(SnapshotHash snapshot, Locator spot) => IsOnPicture(spot) ? $"/snapshots/{snapshot}/close?spot={Written(spot)}" : null;

    private static bool IsOnPicture(Locator spot) => spot is OcrLocator || (spot is EntryLocator entry && IsOnPicture(entry.Inner));

    private static string Written(Locator spot) => Uri.EscapeDataString(JsonSerializer.Serialize(spot));
}
