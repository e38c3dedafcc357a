using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pipeline.EndToEnd.Tests;

namespace Pipeline.Faults.Tests.Site;

/// <summary>Sites on loopback addresses that answer every request alike, whenever it comes: two crawls of them differ only by what happened to us.</summary>
internal sealed class ReportSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Dictionary<string, SiteDocument> _documents;
    private readonly IReadOnlyList<string> _hosts;

    private ReportSite(WebApplication application, Dictionary<string, SiteDocument> documents, IReadOnlyList<string> hosts) =>
        (_application, _documents, _hosts) = (application, documents, hosts);

    /// <summary>How many documents there are to fetch.</summary>
    public int Documents => _documents.Count;

    /// <param name="hosts">How many sites.</param>
    /// <param name="documents">How many documents each has.</param>
    /// <param name="heavy">Whether reading them shall take long.</param>
    public static async Task<ReportSite> Start(int hosts, int documents, bool heavy = false)
    {
        var port = FreePort.Find();
        string[] names = [.. Enumerable.Range(1, hosts).Select(host => string.Create(CultureInfo.InvariantCulture, $"127.0.1.{host}:{port}"))];
        var served = names.Index().SelectMany(host => SiteDocuments.Of(host.Index, documents, heavy).Select(document => (Key: host.Item + document.Path, Document: document)))
            .ToDictionary(pair => pair.Key, pair => pair.Document, StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var name in names)
                kestrel.Listen(IPEndPoint.Parse(name));
        });
        var site = new ReportSite(builder.Build(), served, names);
        site._application.Run(site.Answer);
        await site._application.StartAsync();
        return site;
    }

    /// <summary>Writes a sources file of all sites.</summary>
    /// <param name="delay">Gap between two requests to one site.</param>
    public async Task WriteSources(string file, TimeSpan delay) => await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
    {
        sources = _hosts.Select(host => new { name = host, start = new[] { $"http://{host}/" }, delaySeconds = delay.TotalSeconds }),
        allowPrivate = _hosts,
    }));

    private async Task Answer(HttpContext context)
    {
        var host = context.Request.Host.Value!;
        if (context.Request.Path == "/")
        {
            var links = _documents.Where(pair => pair.Key.StartsWith(host + "/", StringComparison.Ordinal)).Select(pair => $"<li><a href=\"{pair.Value.Path}\">{pair.Value.Title}</a></li>");
            await Write(context, "text/html; charset=utf-8", Encoding.UTF8.GetBytes($"<html><head><title>政府信息公开年报</title></head><body><h1>政府信息公开年报</h1><ul>{string.Concat(links)}</ul></body></html>"));
        }
        else if (_documents.TryGetValue(host + context.Request.Path, out var document))
        {
            await Write(context, document.ContentType, document.Body);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static async Task Write(HttpContext context, string type, byte[] body)
    {
        (context.Response.ContentType, context.Response.ContentLength) = (type, body.Length);
        await context.Response.Body.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
