using System.Globalization;
using System.Security.Cryptography;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Frontier;
using Pipeline.Crawler.Sources;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Crawling;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Sources;

/// <summary>The sources file of the settings, for the page.</summary>
internal sealed class FileSources(PipelineSettings settings, SiteCrawler crawler, TimeProvider clock) : ISourcesFile
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly Lock _turn = new();

    public SourcesFileView Look()
    {
        var path = Path.GetFullPath(settings.Sources);
        try
        {
            var bytes = File.ReadAllBytes(path);
            return new SourcesFileView(path, Seal(bytes), [.. SourceReader.Read(bytes, path).Sources.Select(ListedOf)], null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SourcesFileException)
        {
            return new SourcesFileView(path, "", [], error is SourcesFileException ? error.Message : $"{path} cannot be read here ({error.Message}): the page must run where the file is; set sources to its path.");
        }
    }

    public string? Pause(string source, bool paused, string reason, string who, string seen) => Change(
        seen, bytes => paused ? SourcesFileText.Pause(bytes, source, Comment(who, reason)) : SourcesFileText.Resume(bytes, source, Comment(who, reason)), $"The file has no source '{source}'.");

    public string? Add(string name, string start, string who, string seen) => Change(seen, bytes => SourcesFileText.Add(bytes, name, start, Comment(who, "")), "");

    public async Task<SourceTrial> Try(string url, CancellationToken cancellation)
    {
        try
        {
            var run = await crawler.TryOut(CrawlPlans.Address(url), cancellation);
            return new SourceTrial(
                run.Url.AbsoluteUri, run.Status, run.State, run.HasFailed, [.. run.Links.Select(LinkOf)],
                [.. run.Lists.Select(list => new TrialList(list.Request, list.LearnedFrom == ListRecipe.Browser, list.Counter, list.Template, [.. list.Rows.Select(LinkOf)], list.Trouble))]);
        }
        catch (CommandFailedException error)
        {
            return new SourceTrial(url, 0, error.Message, true, [], []);
        }
    }

    private static TrialLink LinkOf(DryRunLink link) => new(link.Url.AbsoluteUri, link.Text, link.Score, link.Followed, link.Why);

    private string? Change(string seen, Func<byte[], byte[]?> edit, string missing)
    {
        var path = Path.GetFullPath(settings.Sources);
        lock (_turn)
        {
            try
            {
                var bytes = File.ReadAllBytes(path);
                if (Seal(bytes) != seen)
                    return "The sources file was edited meanwhile, and was left as it is: look at it again.";
                if (edit(bytes) is not { } edited)
                    return missing;
                SourceReader.Read(edited, path);
                Write(path, edited);
                return null;
            }
            catch (SourcesFileException error)
            {
                return error.Message;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return $"{path} cannot be written here ({error.Message}): let this process write it, or edit it by hand.";
            }
        }
    }

    // Whole or not at all: a crawl reads the file at any time.
    private static void Write(string path, byte[] bytes)
    {
        var fresh = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(fresh, bytes);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(fresh, File.GetUnixFileMode(path));
            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }
    }

    private string Comment(string who, string reason)
    {
        var comment = string.Create(CultureInfo.InvariantCulture, $"{who}, {clock.GetUtcNow().ToOffset(China):yyyy-MM-dd HH:mm zzz}{(reason.Length == 0 ? "" : $": {reason}")}");
        return string.Concat(comment.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
    }

    private static ListedSource ListedOf(Source source) => new(source.Name, [.. source.Start.Select(start => start.AbsoluteUri)], source.Hosts, source.Schedule, source.Paused);

    private static string Seal(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
}
