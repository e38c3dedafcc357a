namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>The mutations that a document of a format can undergo.</summary>
internal static class Mutations
{
    public static IReadOnlyList<Mutation> Of(string mediaType) =>
    [
        .. ByteMutations.All,
        .. mediaType switch
        {
            MediaTypes.Html => MarkupMutations.All,
            MediaTypes.Text => TextMutations.All,
            MediaTypes.Docx => WordMutations.All,
            MediaTypes.Pdf => PdfMutations.All,
            _ => [],
        },
    ];

    /// <summary>
    /// The mutants of a document in a fixed order: each kind in turn from one that hangs on the name, so that a few of each of many documents
    /// are of every kind, with random numbers that hang on seed, name and turn alone.
    /// </summary>
    public static IEnumerable<(string Kind, int Turn, Change Change)> Mutants(Original original, int count, int seed)
    {
        var mutations = Of(original.MediaType);
        var first = Hash(original.Name, seed, 0);
        // Where a document has no place for a kind, the next takes its turn; every document has places for those of bytes.
        for (int turn = 0, made = 0; made < count; turn++)
        {
            var mutation = mutations[(first + turn) % mutations.Count];
            if (mutation.Apply(original, new Random(Hash(original.Name, seed, turn))) is not { } change)
                continue;
            made++;
            yield return (mutation.Kind, turn, change);
        }
    }

    // FNV-1a: string.GetHashCode differs from process to process.
    private static int Hash(string name, int seed, int turn)
    {
        var hash = 2166136261u;
        foreach (var character in $"{name}/{seed}/{turn}")
            hash = unchecked((hash ^ character) * 16777619u);
        return (int)(hash >> 2);
    }
}
