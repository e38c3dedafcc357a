using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Pipeline.Browsing;

/// <summary>
/// One Chromium, started at the first page that needs it, for one page at a time, each in a context of its own. The next visit's blank page is opened while
/// the last one's result is used. When a page makes it misbehave it is killed with all of its processes, and the next page gets a new one.
/// </summary>
/// <param name="drawsPictures">Whether pictures that stand in a page itself are drawn.</param>
/// <param name="options">How each context is made.</param>
/// <param name="longest">Time for opening a page.</param>
internal sealed partial class KeptChromium(BrowserInstallation installation, bool drawsPictures, BrowserNewContextOptions options, TimeSpan longest, ILogger log) : IAsyncDisposable
{
    // A closing that takes longer is none.
    private static readonly TimeSpan LongestClosing = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private ChromiumProcess? _process;
    private Task<ConfinedPage>? _next;

    /// <summary>Process ids of the browser that runs; empty when none does.</summary>
    public IReadOnlyList<int> ProcessIds => _process?.Ids() ?? [];

    /// <param name="address">The page's name, for people.</param>
    /// <param name="visit">What is done with a blank page: its result, and why the browser is not worth keeping; null when it is.</param>
    /// <param name="failed">The result where the browser failed, from the reason.</param>
    public async Task<T> Visit<T>(string address, Func<ConfinedPage, ChromiumProcess, Task<(T Result, string? Misbehaviour)>> visit, Func<string, T> failed, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        var after = Task.CompletedTask;
        try
        {
            _process ??= await ChromiumProcess.Start(installation, drawsPictures, cancellation);
            var page = await (_next ?? ConfinedPage.Open(_process.Browser, options)).WaitAsync(longest, cancellation);
            _next = null;
            var (result, misbehaviour) = await visit(page, _process);
            if (misbehaviour is null)
                after = Renew(page, address);
            else
                await Kill(address, misbehaviour);
            return result;
        }
        catch (Exception error) when (error is PlaywrightException or TimeoutException or IOException && !cancellation.IsCancellationRequested)
        {
            await Kill(address, error.Message);
            return failed(FirstLine(error.Message));
        }
        catch (OperationCanceledException)
        {
            await Kill(address, "the work was stopped");
            throw;
        }
        finally
        {
            _ = after.ContinueWith(_ => _turn.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        if (_process is { } process)
            await process.DisposeAsync();
        (_process, _next) = (null, null);
        _turn.Release();
    }

    private async Task Renew(ConfinedPage used, string address)
    {
        if (await Closes(used.Context))
            _next = ConfinedPage.Open(_process!.Browser, options);
        else
            await Kill(address, "it did not close");
    }

    private static async Task<bool> Closes(IBrowserContext context)
    {
        var closing = context.CloseAsync();
        return await Task.WhenAny(closing, Task.Delay(LongestClosing, CancellationToken.None)) == closing && closing.IsCompletedSuccessfully;
    }

    private async Task Kill(string address, string reason)
    {
        var line = FirstLine(reason);
        Killed(address, line);
        if (_process is { } process)
            await process.Kill();
        (_process, _next) = (null, null);
    }

    private static string FirstLine(string text) => text.Split('\n')[0].Trim();

    [LoggerMessage(Level = LogLevel.Information, Message = "The browser that showed {Page} was ended: {Reason}")]
    private partial void Killed(string page, string reason);
}
