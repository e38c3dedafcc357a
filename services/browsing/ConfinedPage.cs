using Microsoft.Playwright;

namespace Pipeline.Browsing;

/// <summary>A page in a context of its own, whose every request is answered by us, and which opens no window, dialog or socket. It is blank, and until it is entrusted to a visit every request is refused.</summary>
internal sealed class ConfinedPage
{
    private Func<IRoute, Task> _answer = route => route.AbortAsync();
    private Action<string> _end = _ => { };

    private ConfinedPage(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public static async Task<ConfinedPage> Open(IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        var confined = new ConfinedPage(context, await context.NewPageAsync());
        context.Page += (_, opened) => _ = opened.CloseAsync();
        confined.Page.Dialog += (_, dialog) => _ = dialog.DismissAsync();
        confined.Page.Crash += (_, _) => confined._end("the page crashed");
        // Told all at once: on a busy machine each answer of the browser is waited for longer than it takes.
        await Task.WhenAll(
            context.AddInitScriptAsync(PageScripts.Guard), context.RouteAsync("**/*", route => confined._answer(route)), context.RouteWebSocketAsync("**/*", socket => _ = socket.CloseAsync()));
        return confined;
    }

    /// <param name="answer">Answers a request, or refuses it.</param>
    /// <param name="end">Called with the reason when the page breaks down.</param>
    public void Entrust(Func<IRoute, Task> answer, Action<string> end) => (_answer, _end) = (answer, end);
}
