using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Pipeline.Browsing;

/// <summary>
/// One Chromium, started at the first page that needs it, for one page at a time, each in a context of its own. When a page makes it misbehave it is
/// killed with all of its processes, and the next page gets a new one.
/// </summary>
/// <param name="drawsPictures">Whether pictures that stand in a page itself are drawn.</param>
internal sealed partial class KeptChromium(BrowserInstallation installation, bool drawsPictures, ILogger log) : IAsyncDisposable
{
    // A closing that takes longer is none.
    private static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ChromiumProcess? _process;

    /// <summary>Process ids of the browser that runs; empty when none does.</summary>
    public IReadOnlyList<int> ProcessIds => _process?.Ids() ?? [];

    /// <param name="page">Its name, for people.</param>
    /// <param name="longest">Time for opening a context.</param>
    /// <param name="visit">What is done in the context: its result, and why the browser is not worth keeping; null when it is.</param>
    /// <param name="failed">The result where the browser failed, from the reason.</param>
    public async Task<T> Visit<T>(
        string page, BrowserNewContextOptions options, TimeSpan longest, Func<IBrowserContext, ChromiumProcess, Task<(T Result, string? Misbehaviour)>> visit, Func<string, T> failed, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            _process ??= await ChromiumProcess.Start(installation, drawsPictures, cancellation);
            var context = await _process.Browser.NewContextAsync(options).WaitAsync(longest, cancellation);
            var (result, misbehaviour) = await visit(context, _process);
            if (misbehaviour is not null || !await Closes(context))
                await Kill(page, misbehaviour ?? "it did not close");
            return result;
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException or IOException && !cancellation.IsCancellationRequested)
        {
            await Kill(page, error.Message);
            return failed(FirstLine(error.Message));
        }
        catch (OperationCanceledException)
        {
            await Kill(page, "the work was stopped");
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        if (_process is { } process)
            await process.DisposeAsync();
        _process = null;
        _turn.Release();
    }

    private static async Task<bool> Closes(IBrowserContext context)
    {
        var closing = context.CloseAsync();
        return await Task.WhenAny(closing, Task.Delay(LongestClosing, CancellationToken.None)) == closing && closing.IsCompletedSuccessfully;
    }

    private async Task Kill(string page, string reason)
    {
        var line = FirstLine(reason);
        Killed(page, line);
        if (_process is { } process)
            await process.Kill();
        _process = null;
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    [LoggerMessage(Level = LogLevel.Information, Message = "The browser that showed {Page} was ended: {Reason}")]
    private partial void Killed(string page, string reason);
}
