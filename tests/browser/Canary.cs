using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pipeline.Browser.Tests;

/// <summary>A server that nobody should ever ask, and a page that does all it can to make a browser ask it.</summary>
internal sealed class Canary : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ConcurrentQueue<string> _requests = new();

    private Canary(WebApplication application) => _application = application;

    public IReadOnlyCollection<string> Requests => _requests;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<Canary> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        var canary = new Canary(application);
        application.Run(context =>
        {
            canary._requests.Enqueue(context.Request.Path);
            context.Response.Headers.AccessControlAllowOrigin = "*";
            return context.Response.WriteAsync("document.title = 'owned'");
        });
        await application.StartAsync();
        return canary;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>A report page with scripts, handlers, remote loads, forms, script addresses and tricks of SVG, MathML, styles and the parser.</summary>
    public string Tricks()
    {
        var here = _application.Urls.Single();
        return $$"""
            <!DOCTYPE html><html><head><title>report</title>
            <meta http-equiv="refresh" content="0;url={{here}}/refresh">
            <base href="{{here}}/base/">
            <link rel="stylesheet" href="{{here}}/style.css"><link rel="prefetch" href="{{here}}/prefetch"><link rel="preload" as="image" href="{{here}}/preload"><link rel="dns-prefetch" href="{{here}}"><link rel="icon" href="{{here}}/icon.png">
            <style>@import url("{{here}}/import.css"); body { background: url("{{here}}/background.png") } @font-face { font-family: x; src: url("{{here}}/font.woff") } p { font-family: x } #spot { background: url({{here}}/spot.png) }</style>
            <script src="{{here}}/script.js"></script><script>document.title = "owned"; fetch("{{here}}/fetch"); new Image().src = "{{here}}/image-object"; navigator.sendBeacon("{{here}}/beacon"); alert(1)</script>
            </head><body onload="fetch('{{here}}/onload')" background="{{here}}/body.png">
            <h1>清河县2022年政府信息公开工作年度报告</h1>
            <img src="{{here}}/img.png" onerror="alert(1)" srcset="{{here}}/srcset.png 2x"><img src=x onerror=alert(1)>
            <picture><source srcset="{{here}}/source.png"><img></picture><video src="{{here}}/video.mp4" poster="{{here}}/poster.png" autoplay></video><audio src="{{here}}/audio.mp3" autoplay></audio>
            <iframe src="{{here}}/iframe"></iframe><iframe srcdoc="<script>top.document.title='owned'</script>"></iframe><iframe src="javascript:alert(1)"></iframe>
            <object data="{{here}}/object.swf"></object><embed src="{{here}}/embed.swf">
            <a href="javascript:fetch('{{here}}/link')" ping="{{here}}/ping">点击这里</a><a href="java&#9;script:alert(1)">点击这里</a><a href="data:text/html,<script>alert(1)</script>" target="_top">点击这里</a>
            <form action="{{here}}/form" id="f"><input name="a" autofocus onfocus="alert(1)"><button>提交申请</button></form><button form="f" formaction="javascript:alert(1)">提交申请</button>
            <svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><script href="{{here}}/svg-script.js"/><image href="{{here}}/svg-image.png"/><use href="{{here}}/svg-use.svg#x"/><a href="javascript:alert(1)"><text y="20">图形</text></a><animate attributeName="href" values="javascript:alert(1)"/><foreignObject><iframe src="{{here}}/foreign"></iframe></foreignObject><style>@import url("{{here}}/svg-import.css")</style></svg>
            <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></mglyph></table></mtext><maction actiontype="statusline" xlink:href="javascript:alert(1)">x</maction></math>
            <noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><script>alert(1)</script></template><xmp><script>alert(1)</script></xmp>
            <table background="{{here}}/table.png"><tr><td style="background:url({{here}}/td.png)" onmouseover="alert(1)">12</td><td><![CDATA[<script>alert(1)</script>]]></td></tr></table>
            <p style="background-image:url('{{here}}/inline.png')">一、总体情况</p><div id="x" is="x-y" onpointerenter="alert(1)">二</div><marquee onstart="alert(1)">三</marquee><details open ontoggle="alert(1)">四</details>
            <isindex type="image" src="{{here}}/isindex.png" onerror="alert(1)"><frameset><frame src="{{here}}/frame"></frameset><plaintext><script>alert(1)</script>
            """;
    }
}
