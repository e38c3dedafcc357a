using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Crawling;

/// <summary>Finds out what to crawl from what a person says.</summary>
internal static class CrawlPlans
{
    /// <param name="path">The sources file.</param>
    /// <exception cref="CommandFailedException">It is missing or wrong; the message lists every fault with its line.</exception>
    public static SourcesFile Read(string path)
    {
        try
        {
            return SourceReader.Read(File.ReadAllBytes(path), path);
        }
        catch (SourcesFileException error)
        {
            throw new CommandFailedException(error.Message, ExitCode.WrongUse);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The sources file '{path}' cannot be read ({error.Message}): name one with --sources FILE, or a start address with --seed URL.", ExitCode.WrongUse);
        }
    }

    /// <summary>The sources of a file that are not paused, and of start addresses; the file of the settings when neither is given.</summary>
    /// <param name="seeds">Absolute http or https addresses.</param>
    public static SourcesFile Choose(string? path, IReadOnlyList<string> seeds, string standard)
    {
        var file = path is null && seeds.Count > 0 ? new SourcesFile([], []) : Read(path ?? standard);
        return file with { Sources = [.. file.Sources.Where(source => !source.Paused), .. seeds.Select(seed => SourceReader.Seed(Address(seed)))] };
    }

    /// <summary>What a crawl should be told before it begins; null when there is nothing.</summary>
    public static string? Advice(CrawlOptions options) => options.UserAgent.LacksContact
        ? $"Sites see '{options.UserAgent}': tell them whom to write to with the setting crawl.userAgent.contact (or PIPELINE_CRAWL__USERAGENT__CONTACT)."
        : null;

    /// <exception cref="CommandFailedException">The text is no absolute http or https address.</exception>
    public static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new CommandFailedException($"'{text}' is no web address: write it in full, such as https://www.example.gov.cn/zwgk/", ExitCode.WrongUse);
}
