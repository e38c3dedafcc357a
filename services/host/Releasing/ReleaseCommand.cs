using System.CommandLine;
using System.Globalization;
using System.Reflection;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Host.Storing;
using Pipeline.Releases.Publishing;
using Pipeline.Store.Records;

namespace Pipeline.Host.Releasing;

/// <summary><c>pipeline release</c>: the records as a dataset that can be cited.</summary>
internal static class ReleaseCommand
{
    public const string StandardAuthor = "Pipeline";

    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var filter = new RecordFilterOptions();
        var output = new Option<string?>("--out") { Description = "Folder of the release; one that stands there is replaced (default: a new folder below releases in the data folder).", HelpName = "DIR" };
        var before = new Option<string?>("--before") { Description = "Release from which the changes are told (default: the one that is replaced, or the newest below releases).", HelpName = "DIR" };
        var author = new Option<string>("--author") { Description = "Who publishes it, for citations.", HelpName = "NAME", DefaultValueFactory = _ => StandardAuthor };
        var command = filter.AddTo(common.AddTo(new Command("release", "Writes a dataset to cite: tables as Parquet and CSV, a workbook, codebook, citation, checksums, changes; docs/data.md describes it.") { output, before, author }));
        command.SetAction((parsed, cancellation) => Run(
            common.Settings(parsed), parsed.GetValue(output), parsed.GetValue(before), filter.Of(parsed), new ReleaseChoice(parsed.GetRequiredValue(author), filter.Words(parsed), Program), terminal, cancellation));
        return command;
    }

    /// <summary>The program as releases name it.</summary>
    public static string Program => $"pipeline {typeof(ReleaseCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}";

    private static async Task<int> Run(PipelineSettings settings, string? output, string? before, RecordFilter filter, ReleaseChoice choice, Terminal terminal, CancellationToken cancellation)
    {
        var earlier = before is null ? null : ReleaseFolder.At(before)
            ?? throw new CommandFailedException($"There is no release in {before}: name a folder that pipeline release wrote.", ExitCode.WrongUse);
        await using var store = await StoreSession.Open(settings, cancellation);
        var folder = DataFolder.Create(settings.Data).Releases;
        var release = await Published(
            store.Get<ReleasePublisher>(), publisher => output is null ? publisher.Below(folder, filter, choice, earlier, cancellation) : publisher.Into(output, filter, choice, earlier, cancellation), output ?? folder);
        foreach (var line in Lines(release))
            await terminal.Out.WriteLineAsync(line);
        foreach (var record in release.Tally.Damaged)
            terminal.Say(DamagedRecords.Line(record));
        return release.Tally.Damaged.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    /// <exception cref="CommandFailedException">It could not be written.</exception>
    private static async Task<PublishedRelease> Published(ReleasePublisher publisher, Func<ReleasePublisher, Task<PublishedRelease>> publish, string folder)
    {
        try
        {
            return await publish(publisher);
        }
        catch (ReleaseException error)
        {
            throw new CommandFailedException(error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The release cannot be written to {folder} ({error.Message}): make room, or choose another folder with --out DIR. A release that stands there is as it was.");
        }
    }

    private static IEnumerable<string> Lines(PublishedRelease release)
    {
        var (about, changes) = (release.Tally.About, release.Tally.Changes);
        yield return $"release    {about.Id}{(release.IsNew ? "" : " (nothing has changed: it stood there)")}";
        yield return $"folder     {release.Folder}";
        yield return string.Create(CultureInfo.InvariantCulture, $"tables     {string.Join(", ", release.Tally.Tables.Select(table => $"{table.Table} {table.Rows}"))}; {release.Tally.Bytes / 1048576.0:0.0} MiB");
        if (changes.Before is { } before && release.IsNew)
            yield return string.Create(CultureInfo.InvariantCulture, $"changes    {changes.Added} records added, {changes.Withdrawn} withdrawn, {changes.Corrected} cells with another value, against {before}");
    }
}
