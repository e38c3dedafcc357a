using Microsoft.Playwright;

namespace Pipeline.Browsing;

/// <summary>Opens a page whose every request is answered by us, and which opens no window, dialog or socket.</summary>
internal static class ConfinedPage
{
    /// <param name="answer">Answers a request, or refuses it.</param>
    /// <param name="end">Called with the reason when the page breaks down.</param>
    public static async Task<IPage> Open(IBrowserContext context, Func<IRoute, Task> answer, Action<string> end, CancellationToken cancellation)
    {
        // Told all at once: on a busy machine each answer of the browser is waited for longer than it takes.
        await Task.WhenAll(
            context.AddInitScriptAsync(PageScripts.Guard), context.RouteAsync("**/*", answer), context.RouteWebSocketAsync("**/*", socket => _ = socket.CloseAsync())).WaitAsync(cancellation);
        var page = await context.NewPageAsync().WaitAsync(cancellation);
        context.Page += (_, opened) => _ = opened.CloseAsync();
        page.Dialog += (_, dialog) => _ = dialog.DismissAsync();
        page.Crash += (_, _) => end("the page crashed");
        return page;
    }
}
