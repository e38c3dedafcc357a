using Pipeline.Host.CommandLine;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Composition;

/// <summary>The folder in which everything is kept: database, snapshots and exports.</summary>
internal sealed class DataFolder
{
    private const string BeingMade = ".new";

    private static readonly string[] DatabaseParts = ["", "-wal", "-shm", "-journal"];

    private readonly string _suffix;

    private DataFolder(string path, bool canWrite = true, string suffix = "") => (Root, CanWrite, _suffix) = (path, canWrite, suffix);

    /// <summary>Absolute.</summary>
    public string Root { get; }

    /// <summary>False for a folder that may only be looked at.</summary>
    public bool CanWrite { get; }

    /// <summary>Whether commands find it without <c>--data</c>.</summary>
    public bool IsStandard => Root == Path.GetFullPath(PipelineSettings.StandardData);

    public string Database => Path.Combine(Root, "pipeline.db" + _suffix);

    public string Snapshots => Path.Combine(Root, "snapshots");

    /// <summary>What the database alone would hold otherwise: facts of fetches, decisions of people.</summary>
    public string Journal => Path.Combine(Root, "journal" + _suffix);

    /// <summary>Keys of the pages' cookies and forms.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Pages of scans that were recognised; it may be deleted at any time.</summary>
    public string Recognised => Path.Combine(Root, "recognised");

    /// <summary>Releases, a folder each.</summary>
    public string Releases => Path.Combine(Root, "releases");

    /// <summary>Tables of the live database for questions; it may be deleted at any time.</summary>
    public string Questions => Path.Combine(Root, "questions");

    public string Exports => Path.Combine(Root, "exports");

    /// <summary>The folder, made if need be, and writable.</summary>
    /// <exception cref="CommandFailedException">It cannot be made or written.</exception>
    public static DataFolder Create(string path)
    {
        var folder = new DataFolder(Path.GetFullPath(path));
        return folder.Refusal() is { } refusal
            ? throw new CommandFailedException($"The data folder {folder.Root} cannot be written ({refusal}): make it writable, or choose another with --data DIR. What is stored in it stays as it is.")
            : folder;
    }

    /// <summary>The folder of an earlier crawl.</summary>
    /// <exception cref="CommandFailedException">There is none, or it cannot be written.</exception>
    public static DataFolder Open(string path) => Create(Existing(path).Root);

    /// <summary>The folder of an earlier crawl, to look at what is stored: it need not be writable.</summary>
    /// <exception cref="CommandFailedException">There is none.</exception>
    public static DataFolder Read(string path)
    {
        var folder = Existing(path);
        return new(folder.Root, folder.Refusal() is null);
    }

    /// <summary>The same folder with a database and a journal that are made anew beside those that are there; what an earlier attempt left of them is gone.</summary>
    public DataFolder BeginAnew()
    {
        var anew = new DataFolder(Root, suffix: BeingMade);
        foreach (var file in anew.DatabaseFiles())
            File.Delete(file);
        if (Directory.Exists(anew.Journal))
            Directory.Delete(anew.Journal, recursive: true);
        return anew;
    }

    /// <summary>Puts what <see cref="BeginAnew"/> made in the place of what was there, which stays beside it.</summary>
    /// <param name="anew">Closed by all who used it.</param>
    /// <param name="kept">What the names of the old ones end in from now on.</param>
    public void Replace(DataFolder anew, string kept)
    {
        foreach (var file in DatabaseFiles().ToList())
            File.Move(file, Database + kept + file[Database.Length..]);
        Directory.Move(Journal, Journal + kept);
        foreach (var file in anew.DatabaseFiles().ToList())
            File.Move(file, Database + file[anew.Database.Length..]);
        if (Directory.Exists(anew.Journal))
            Directory.Move(anew.Journal, Journal);
    }

    /// <summary>The database and what SQLite keeps beside it.</summary>
    private IEnumerable<string> DatabaseFiles() => DatabaseParts.Select(part => Database + part).Where(File.Exists);

    private static DataFolder Existing(string path)
    {
        var folder = new DataFolder(Path.GetFullPath(path));
        return File.Exists(folder.Database)
            ? folder
            : throw new CommandFailedException($"There is no data in {folder.Root} yet: crawl first (pipeline crawl --help), or name the folder that has it with --data DIR.");
    }

    /// <summary>Why it cannot be written; null when it can.</summary>
    private string? Refusal()
    {
        try
        {
            Directory.CreateDirectory(Snapshots);
            Directory.CreateDirectory(Exports);
            // Permissions alone do not tell: the disk may be mounted read-only or be full.
            var probe = Path.Combine(Root, $".write-test-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            if (File.Exists(Database))
                File.Open(Database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }
}
