using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Pipeline.Host.Settings;
using Pipeline.Web;
using Pipeline.Web.Settings;

namespace Pipeline.Host.Composition;

/// <summary>Makes the host of a process: one with a web server where it has the role, a plain one elsewhere.</summary>
internal static class WebServing
{
    public static IHostApplicationBuilder Builder(WorkerRole roles) => roles.HasFlag(WorkerRole.Web)
        ? WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "pipeline" })
        : new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });

    public static IHost Build(IHostApplicationBuilder builder, WebSettings settings, DataFolder data)
    {
        if (builder is not WebApplicationBuilder web)
            return ((HostApplicationBuilder)builder).Build();
        web.AddPipelineWeb(settings, data.CanWrite ? data.Keys : null);
        var app = web.Build();
        app.MapPipelineWeb();
        return app;
    }
}
