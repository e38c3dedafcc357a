using System.Globalization;

namespace Pipeline.Store;

/// <summary>Row ids as SQL text: <c>(1,2,3)</c>. One of the engines takes no list as a parameter; numbers need none.</summary>
internal static class IdList
{
    public static string Of(IReadOnlyCollection<long> ids) =>
        ids.Count == 0 ? "(NULL)" : $"({string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";
}
