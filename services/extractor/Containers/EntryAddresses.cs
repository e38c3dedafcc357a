using System.Collections.Immutable;
using Pipeline.Extractor.Readers.Containers;

namespace Pipeline.Extractor.Containers;

/// <summary>Finds the file of a container to which an address in another one leads, as a browser would that has unpacked it.</summary>
internal static class EntryAddresses
{
    /// <param name="from">The file in which the address stands.</param>
    /// <param name="address">As written: a path from there, a whole address, or <c>cid:</c> with the id of a part.</param>
    public static ContainerEntry? Find(ImmutableArray<ContainerEntry> entries, ContainerEntry from, string address)
    {
        if (address.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
            return entries.FirstOrDefault(entry => entry.ContentId == Uri.UnescapeDataString(address[4..]));
        return Uri.TryCreate(Place(from), address, out var target) ? entries.FirstOrDefault(entry => entry != from && Same(Place(entry), target)) : null;
    }

    private static Uri Place(ContainerEntry entry) =>
        entry.Address is { IsAbsoluteUri: true } address ? address
        : new Uri(new Uri("file:///"), string.Join('/', (entry.Address?.OriginalString ?? entry.Name).Split('/').Select(part => Uri.EscapeDataString(Uri.UnescapeDataString(part)))));

    private static bool Same(Uri place, Uri target) =>
        Uri.UnescapeDataString(place.GetLeftPart(UriPartial.Query)).Equals(Uri.UnescapeDataString(target.GetLeftPart(UriPartial.Query)), StringComparison.OrdinalIgnoreCase);
}
