using System.Globalization;
using System.Reflection;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Work.Helpers;

namespace Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;

/// <summary>
/// Reads PDFs with PdfPig in a process beside this one: a PDF whose parts refer to each other in a circle overflows the library's stack, which
/// ends the process that it runs in. Starting one costs more than reading a report, so a process that is well is given the next document.
/// </summary>
internal sealed class PdfPigEngine : IPdfEngine, IDisposable
{
    private const string ProgramName = "Pipeline.PdfPig.dll";

    private const long LargestKept = 256L << 20;

    private readonly string _program;
    private readonly HelperPool _processes = new();

    private PdfPigEngine(string program, string version) => (_program, Version) = (program, version);

    public string Version { get; }

    /// <exception cref="FileNotFoundException">The program or the library is missing beside this one.</exception>
    public static PdfPigEngine Installed()
    {
        var (program, library) = (Beside(ProgramName), Beside("UglyToad.PdfPig.dll"));
        return new PdfPigEngine(program, $"PdfPig {AssemblyName.GetAssemblyName(library).Version!.ToString(3)}");
    }

    private static string Beside(string name) =>
        Path.Combine(AppContext.BaseDirectory, name) is var path && File.Exists(path)
            ? path
            : throw new FileNotFoundException($"{path} is missing, without which no PDF can be read. Install the whole folder that dotnet publish made.", path);

    public async Task<PdfContent> Read(ReadOnlyMemory<byte> bytes, PdfLimits limits, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(limits.Work.Farthest);
        try
        {
            return Content(await Ask(new PdfPigRequest(bytes, limits), deadline.Token));
        }
        catch (Exception error) when (error is TimeoutException || (error is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new UnreadableDocumentException(FailureReasons.Timeout, $"The PDF could not be read within {limits.Time.TotalSeconds:0} s of work. Open it in a viewer: it may be damaged or drawn from very many objects.");
        }
        catch (InvalidDataException error)
        {
            throw new UnreadableDocumentException(FailureReasons.TooLarge, "The PDF holds more text or drawing than a document may. Open it in a viewer: it may be built to exhaust memory.", error);
        }
    }

    public void Dispose() => _processes.Dispose();

    private Task<PdfPigReply?> Ask(PdfPigRequest request, CancellationToken cancellation)
    {
        Task<PdfPigReply?> Reply(Stream answer, CancellationToken stop) => PdfPigReply.Read(answer, request.Limits, stop);
        return _processes.Ask(() => Task.FromResult(Start(request.Limits)), process => process.Ask(request.Write, Reply, request.Limits.Work, cancellation));
    }

    // The collector's own limit, because the runtime reserves far more addresses than it uses.
    private HelperProcess Start(PdfLimits limits) =>
        HelperProcess.Start(new HelperProgram("pdfpig", _program, LargestKept) { Environment = [("DOTNET_GCHeapHardLimit", limits.ProcessMemoryBytes.ToString("X", CultureInfo.InvariantCulture))] });

    private static PdfContent Content(PdfPigReply? reply) => reply switch
    {
        { Content: { } content } => content,
        { Reason: { } reason } => throw new UnreadableDocumentException(reason, reply.Detail ?? reason),
        _ => throw new UnreadableDocumentException(FailureReasons.Malformed, "The PDF breaks the library that reads it: its parts refer to each other in a circle, or need more memory than a document may take. Print it to a new PDF with a viewer."),
    };
}
