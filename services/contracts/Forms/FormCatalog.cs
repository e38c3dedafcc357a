using System.Collections.Immutable;

namespace Pipeline.Contracts.Forms;

/// <summary>The genres and forms that this process knows: those built in and a user's own.</summary>
public sealed class FormCatalog
{
    private static FormCatalog? s_current;

    internal FormCatalog(ImmutableArray<Genre> genres)
    {
        Genres = genres;
        Forms = [.. genres.SelectMany(genre => genre.Forms)];
    }

    /// <summary>The forms in use: those built in, unless <see cref="Use"/> was called before.</summary>
    public static FormCatalog Current => s_current ??= FormReader.BuiltIn();

    /// <summary>The default genre first.</summary>
    public ImmutableArray<Genre> Genres { get; }

    /// <summary>Forms of all genres, those of one together, newest first.</summary>
    public ImmutableArray<OfficialForm> Forms { get; }

    public Genre DefaultGenre => Genres[0];

    /// <summary>Sets the forms of this process. Call it once, before anything reads them.</summary>
    /// <exception cref="InvalidOperationException">The forms are already in use: what has been read with them would no longer fit.</exception>
    public static void Use(FormCatalog catalog)
    {
        if (Interlocked.CompareExchange(ref s_current, catalog, null) is { } used && used != catalog)
            throw new InvalidOperationException("The forms are already in use; declare them before anything else starts.");
    }

    /// <exception cref="ArgumentException">There is no form of that name.</exception>
    public OfficialForm Form(string id) =>
        Find(id) ?? throw new ArgumentException($"There is no official form '{id}'; known are {string.Join(", ", Forms.Select(form => form.Id))}.", nameof(id));

    public OfficialForm? Find(string id) => Forms.FirstOrDefault(form => form.Id == id);

    /// <exception cref="ArgumentException">There is no form of that name.</exception>
    public Genre GenreOf(string form)
    {
        var genre = Form(form).Genre;
        return Genres.First(known => known.Id == genre);
    }
}
