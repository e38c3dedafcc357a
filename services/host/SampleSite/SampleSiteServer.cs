using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.SampleSite;

/// <summary>Serves the bundled sample site on 127.0.0.1 as a small government portal would: validators and 304, attachments, one page that fails.</summary>
internal sealed class SampleSiteServer : IAsyncDisposable
{
    /// <summary>An address is a document's identity, so the port stays the same from one run to the next.</summary>
    public const int DefaultPort = 8480;

    private readonly WebApplication _application;
    private readonly ConcurrentQueue<SampleRequest> _requests;
    private readonly IReadOnlyDictionary<string, SampleResponse> _responses;

    private SampleSiteServer(WebApplication application, IReadOnlyDictionary<string, SampleResponse> responses, ConcurrentQueue<SampleRequest> requests)
    {
        _application = application;
        _responses = responses;
        _requests = requests;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where the site lies beside the program.</summary>
    public static string BundledFolder { get; } = Path.Combine(AppContext.BaseDirectory, "samples", "site");

    public Uri Address { get; }

    /// <summary>Every request answered so far, in order.</summary>
    public IReadOnlyCollection<SampleRequest> Requests => _requests;

    /// <summary>Whether the site answers this address with an error on purpose.</summary>
    public bool IsMeantToFail(Uri url) => url.Authority == Address.Authority && _responses.TryGetValue(url.AbsolutePath, out var response) && response.Status is not null;

    /// <param name="folder">The site: <c>pages/</c> and <c>responses.json</c>.</param>
    /// <param name="port">0 for any free one.</param>
    /// <exception cref="CommandFailedException">Another program has the port.</exception>
    public static async Task<SampleSiteServer> Start(string folder, int port, CancellationToken cancellation)
    {
        var requests = new ConcurrentQueue<SampleRequest>();
        var responses = SampleResponse.Load(Path.Combine(folder, "responses.json"));
        var application = Build(folder, port, responses, requests);
        try
        {
            await application.StartAsync(cancellation);
            return new SampleSiteServer(application, responses, requests);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException or SocketException)
        {
            await application.DisposeAsync();
            throw new CommandFailedException($"Port {port} on 127.0.0.1 is taken, so the sample site cannot be served: end the program that has it (another ./run?), or choose another port with: ./run demo --port {port + 1} --data data/{port + 1}");
        }
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private static WebApplication Build(string folder, int port, IReadOnlyDictionary<string, SampleResponse> responses, ConcurrentQueue<SampleRequest> requests)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        var files = new PhysicalFileProvider(Path.GetFullPath(Path.Combine(folder, "pages")));
        application.Use((context, next) => Note(context, next, requests));
        application.Use((context, next) => Fail(context, next, responses));
        application.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
        application.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ServeUnknownFileTypes = true,
            ContentTypeProvider = ContentTypes(),
            OnPrepareResponse = file => Dress(file, responses),
        });
        return application;
    }

    private static async Task Note(HttpContext context, RequestDelegate next, ConcurrentQueue<SampleRequest> requests)
    {
        await next(context);
        var headers = context.Request.Headers;
        requests.Enqueue(new SampleRequest(context.Request.Path, context.Response.StatusCode, headers.IfNoneMatch.Count > 0 || headers.IfModifiedSince.Count > 0));
    }

    private static Task Fail(HttpContext context, RequestDelegate next, IReadOnlyDictionary<string, SampleResponse> responses)
    {
        if (!responses.TryGetValue(context.Request.Path, out var response) || response.Status is not { } status)
            return next(context);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static void Dress(StaticFileResponseContext file, IReadOnlyDictionary<string, SampleResponse> responses)
    {
        if (!responses.TryGetValue(file.Context.Request.Path, out var response))
            return;
        if (response.ContentType is not null)
            file.Context.Response.ContentType = response.ContentType;
        if (response.ContentDisposition is not null)
            file.Context.Response.Headers.ContentDisposition = response.ContentDisposition;
    }

    private static FileExtensionContentTypeProvider ContentTypes()
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings[".html"] = "text/html; charset=utf-8";
        types.Mappings[".shtml"] = "text/html; charset=utf-8";
        return types;
    }
}
