using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Contracts.Forms;

namespace Pipeline.Releases.Describing;

/// <summary>How to cite a release: for programs as CITATION.cff, for people as one line.</summary>
internal static class Citation
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public const string File = "CITATION.cff";

    public static string Line(ReleaseAbout about) =>
        string.Create(CultureInfo.InvariantCulture, $"{about.Author} ({about.AsOf.UtcDateTime:yyyy}). {Title} (release {about.Id}) [Data set].");

    public static string Of(ReleaseAbout about) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        cff-version: 1.2.0
        message: Please cite the release that you used, with its version.
        type: dataset
        title: {Quoted(Title)}
        version: {Quoted(about.Id)}
        date-released: {about.AsOf.UtcDateTime:yyyy-MM-dd}
        authors:
          - name: {Quoted(about.Author)}

        """);

    private static string Title => $"{FormCatalog.Current.DefaultGenre.Name.Chinese}数据集 · {FormCatalog.Current.DefaultGenre.Name.English}";

    // YAML takes a JSON string for what it is.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Json);
}
