using System.Collections.Immutable;
using Pipeline.Contracts.Declarations;
using Pipeline.Contracts.Forms.Reading;

namespace Pipeline.Contracts.Forms;

/// <summary>Reads the declared genres and forms and tells everything that is wrong with them.</summary>
public static class FormReader
{
    private const string BuiltInPrefix = "forms/";

    /// <summary>The forms that the product carries: the folder <c>forms/</c> of the sources.</summary>
    public static FormCatalog BuiltIn() => Read(BuiltInFiles());

    /// <summary>The built-in forms and those of a folder, whose files may add genres, or forms to any genre.</summary>
    /// <exception cref="FormsException">A file is wrong.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static FormCatalog With(string folder) => Read(BuiltInFiles().Concat(
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllBytes(file)))));

    /// <param name="files">Name to show and content; a file that is named <c>genre.json</c> declares a genre, every other one a form.</param>
    /// <exception cref="FormsException">A file is wrong.</exception>
    public static FormCatalog Read(IEnumerable<(string Name, byte[] Json)> files)
    {
        var faults = new List<string>();
        var genres = new Dictionary<string, Genre>(StringComparer.Ordinal);
        var forms = new Dictionary<string, OfficialForm>(StringComparer.Ordinal);
        foreach (var (name, json) in files.OrderBy(file => Path.GetFileName(file.Name) != "genre.json"))
        {
            var inFile = new List<DeclarationFault>();
            if (PlacedJson.Parse(json, inFile) is { } root)
            {
                if (Path.GetFileName(name) == "genre.json")
                    Add(genres, GenreDeclaration.Read(root, inFile), genre => genre.Id, root, "genre", inFile);
                else
                    Add(forms, FormDeclaration.Read(root, genres.Keys, inFile), form => form.Id, root, "form", inFile);
            }

            faults.AddRange(inFile.OrderBy(fault => (fault.Line, fault.Column)).Select(fault => $"{name}:{fault.Line}:{fault.Column}: {fault.Message}"));
        }

        if (faults.Count > 0)
            throw new FormsException(faults);
        return new FormCatalog([.. genres.Values.OrderByDescending(genre => genre.IsDefault).ThenBy(genre => genre.Id, StringComparer.Ordinal).Select(genre => genre with { Forms = Of(genre, forms.Values) })]);
    }

    private static ImmutableArray<OfficialForm> Of(Genre genre, IEnumerable<OfficialForm> forms) =>
        [.. forms.Where(form => form.Genre == genre.Id).OrderByDescending(form => form.FirstYear).ThenBy(form => form.Id, StringComparer.Ordinal)];

    private static void Add<T>(Dictionary<string, T> known, T? item, Func<T, string> id, PlacedJson root, string what, List<DeclarationFault> faults) where T : class
    {
        if (item is not null && !known.TryAdd(id(item), item))
            faults.Add(new(root.Line, $"There is another {what} '{id(item)}': give this one an id of its own.", root.Column));
    }

    private static IEnumerable<(string Name, byte[] Json)> BuiltInFiles()
    {
        var assembly = typeof(FormReader).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(BuiltInPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var json = new byte[stream.Length];
            stream.ReadExactly(json);
            yield return (name, json);
        }
    }
}
