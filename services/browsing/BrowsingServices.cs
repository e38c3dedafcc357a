using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Browsing;

/// <summary>Registers the browser for the crawler: before <c>AddCrawler</c>, which else does without.</summary>
public static class BrowsingServices
{
    public static IServiceCollection AddBrowsing(this IServiceCollection services)
    {
        services.AddSingleton<IPageBrowser>(provider => new ChromiumBrowser(
            BrowserInstallation.Find(), provider.GetRequiredService<UserAgent>(), new VisitLimits(), provider.GetRequiredService<ILogger<ChromiumBrowser>>()));
        return services;
    }
}
