using System.Diagnostics;
using System.Globalization;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Office;

/// <summary>
/// Converts with LibreOffice, one file at a time in a child process that reaches no network where the system allows to say so. A process that takes
/// too long is killed; the profile, which costs seconds to make, stays for the next file.
/// </summary>
public sealed class LibreOffice : IDisposable
{
    private const string FolderKind = "pipeline-office";

    private readonly OfficeInstallation _installation;
    private readonly OfficeLimits _limits;
    private readonly OwnedFolder _folder;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly bool _cutsNetwork;

    public LibreOffice(OfficeInstallation installation, OfficeLimits? limits = null)
    {
        (_installation, _limits) = (installation, limits ?? OfficeLimits.Default);
        OwnedFolder.Sweep(FolderKind);
        _folder = OwnedFolder.Create(FolderKind);
        _cutsNetwork = NetworkCut.IsPossible();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _folder.Dispose();
    }

    public OfficeInstallation Installation => _installation;

    /// <param name="extension">Of the file as it is, such as <c>doc</c>: the program looks at it where the content does not tell.</param>
    /// <returns>The converted file; null when the program could not open the file.</returns>
    /// <exception cref="UnreadableDocumentException">timeout or too-large.</exception>
    public async Task<byte[]?> Convert(ReadOnlyMemory<byte> bytes, string extension, OfficeTarget target, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        var work = Directory.CreateDirectory(Path.Combine(_folder.Path, "work")).FullName;
        try
        {
            var source = Path.Combine(work, "document." + extension);
            await File.WriteAllBytesAsync(source, bytes, cancellation);
            await Run(source, work, target, cancellation);
            var converted = new FileInfo(Path.Combine(work, "out", "document." + target.Extension));
            return converted switch
            {
                { Exists: false } or { Length: 0 } => null,
                { Length: var length } when length > _limits.FileBytes => throw new UnreadableDocumentException(FailureReasons.TooLarge, "The file grows beyond all measure when LibreOffice converts it. Look at it with an office program first."),
                _ => await File.ReadAllBytesAsync(converted.FullName, cancellation),
            };
        }
        finally
        {
            Directory.Delete(work, recursive: true);
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _folder.Dispose();
    }

    private async Task Run(string source, string work, OfficeTarget target, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_limits.Time);
        using var process = Start(source, work, target);
        try
        {
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            // What was killed may have left its profile locked or half written.
            Directory.Delete(Profile, recursive: true);
            if (cancellation.IsCancellationRequested)
                throw;
            throw new UnreadableDocumentException(FailureReasons.Timeout, $"LibreOffice did not convert the file within {_limits.Time.TotalSeconds:0} s and was ended. Open the file in an office program: it may be damaged; saved as .docx, .xlsx or PDF it can be read.");
        }
        finally
        {
            Kill(process);
        }
    }

    private string Profile => Path.Combine(_folder.Path, "profile");

    private Process Start(string source, string work, OfficeTarget target)
    {
        if (!Directory.Exists(Profile))
            OfficeProfile.Write(Profile);
        // The limits are inherited; timeout ends the program also when nobody is left to do so.
        var script = string.Create(CultureInfo.InvariantCulture,
            $"ulimit -c 0; ulimit -t {Math.Ceiling(_limits.ProcessorTime.TotalSeconds)}; ulimit -v {_limits.MemoryBytes / 1024}; ulimit -f {_limits.OutputBytes / 512}; exec timeout -k 1 {Math.Ceiling(_limits.Time.TotalSeconds) + 1} \"$0\" \"$@\"");
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = work };
        foreach (var folder in (string[])["HOME", "TMPDIR"])
            start.Environment[folder] = work;
        start.Environment["SAL_USE_VCLPLUGIN"] = "svp";
        string[] arguments =
        [
            "-c", script, .. _cutsNetwork ? NetworkCut.Command : [], _installation.Program, $"-env:UserInstallation={new Uri(Profile)}",
            "--headless", "--norestore", "--nolockcheck", "--nologo", "--convert-to", $"{target.Extension}:{target.Filter}", "--outdir", Path.Combine(work, "out"), source,
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        CountedWork.Started("libreoffice");
        return Process.Start(start)!;
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself.
        }
    }
}
