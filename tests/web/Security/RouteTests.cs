using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Pipeline.Store.Audit;
using Pipeline.Store.Tests;

namespace Pipeline.Web.Tests.Security;

public sealed class RouteTests
{
    [Fact]
    public async Task No_route_that_changes_anything_takes_what_another_site_can_make_a_browser_send()
    {
        await using var server = await TestServer.Run();
        await server.Store("https://a.gov.cn/1.html", SampleReport.Of());
        var routes = Changing(server);

        Assert.True(routes.Count >= 8, "Too few routes were found.");
        foreach (var (method, address) in routes)
        {
            foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded" })
            {
                using var request = new HttpRequestMessage(method, address) { Content = new StringContent("verdict=confirmed&expected=0&key=x&url=https://a.gov.cn/1.html", Encoding.UTF8, type) };
                request.Headers.Add("Origin", "https://evil.example");

                var answer = await server.Client.SendAsync(request);

                Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType, $"{method} {address} with {type}: {answer.StatusCode}");
            }
        }

        Assert.Empty(await server.Get<AuditLog>().Latest(10, default));
    }

    private static List<(HttpMethod Method, string Address)> Changing(TestServer server) =>
    [
        .. from endpoint in server.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []
           // Browsers ask before they send these from another site, and nobody here answers that they may.
           where method is not ("GET" or "HEAD" or "OPTIONS" or "DELETE" or "PUT")
           let address = Regex.Replace(endpoint.RoutePattern.RawText!, @"\{cell[^}]*\}", "applications.new.total")
           select (new HttpMethod(method), "/" + Regex.Replace(address, @"\{[^}]*\}", "1").TrimStart('/')),
    ];
}
