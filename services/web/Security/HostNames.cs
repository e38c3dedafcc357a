using System.Net;
using Microsoft.AspNetCore.Http;
using Pipeline.Web.Answers;
using Pipeline.Web.Settings;

namespace Pipeline.Web.Security;

/// <summary>
/// Refuses requests for names that are not ours: a page elsewhere whose name was made to point at this machine (DNS rebinding) gets no answer.
/// </summary>
internal static class HostNames
{
    public static Func<HttpContext, RequestDelegate, Task> Check(WebSettings settings)
    {
        // Whoever listens to other machines and names no host relies on its keys.
        var any = settings.Hosts.Count == 0 && !IPAddress.IsLoopback(settings.Endpoint.Address);
        var names = settings.Hosts.Append("localhost").Append("127.0.0.1").Append("[::1]").Append(settings.Endpoint.Address.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (context, next) => any || names.Contains(context.Request.Host.Host)
            ? next(context)
            : Problems.Of(StatusCodes.Status421MisdirectedRequest, "wrong-host", $"This is not {context.Request.Host.Host}: add the name to the setting web.hosts, or use one of {string.Join(", ", names)}.").ExecuteAsync(context);
    }
}
