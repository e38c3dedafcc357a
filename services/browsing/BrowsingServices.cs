using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Browsing.Painting;
using Pipeline.Crawler.Browsing;
using Pipeline.Crawler.Fetching;
using Pipeline.Extractor.Readers.Html.Painting;

namespace Pipeline.Browsing;

/// <summary>Registers the browsers of the crawler and of the extractor: before <c>AddCrawler</c> and <c>AddExtractor</c>, which else do without.</summary>
public static class BrowsingServices
{
    public static IServiceCollection AddBrowsing(this IServiceCollection services)
    {
        services.AddSingleton<IPageBrowser>(provider => new ChromiumBrowser(
            BrowserInstallation.Find(), provider.GetRequiredService<UserAgent>(), new VisitLimits(), provider.GetRequiredService<ILogger<ChromiumBrowser>>()));
        services.AddSingleton<IPagePainter>(provider => new ChromiumPainter(BrowserInstallation.Find(), ChromiumPainter.Limits, provider.GetRequiredService<ILogger<ChromiumPainter>>()));
        return services;
    }
}
