using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Browser.Tests.Browsing;

/// <summary>A small site on loopback that notes what it is asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, Func<HttpContext, string, string?>> _answers = new(StringComparer.Ordinal);

    private ScriptedServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    /// <summary>Method and address of every request, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<ScriptedServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var server = new ScriptedServer(application);
        application.Run(server.Answer);
        await application.StartAsync();
        return server;
    }

    /// <summary>A page of markup; without a head it gets one.</summary>
    public void Page(string path, string markup) => _answers[path] = (context, _) =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return $"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{markup}</body></html>";
    };

    public void Script(string path, string script) => Serve(path, "text/javascript; charset=utf-8", (_, _) => script);

    /// <param name="answer">What is answered to a request and its body; null answers 403.</param>
    public void Data(string path, Func<HttpContext, string, string?> answer) => Serve(path, "application/json; charset=utf-8", answer);

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private void Serve(string path, string type, Func<HttpContext, string, string?> answer) => _answers[path] = (context, body) =>
    {
        context.Response.ContentType = type;
        return answer(context, body);
    };

    private async Task Answer(HttpContext context)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        if (!_answers.TryGetValue(context.Request.Path, out var answer))
        {
            context.Response.StatusCode = 404;
            return;
        }

        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        if (answer(context, body) is { } text)
            await context.Response.WriteAsync(text);
        else
            context.Response.StatusCode = 403;
    }
}
