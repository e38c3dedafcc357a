using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Ports;
using Pipeline.Crawler;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Database;
using Pipeline.Simulator.Tests.Throughput;

namespace Pipeline.Simulator.Tests.Lists;

/// <summary>Sites built like real ones, each crawled once from its home page: every report is found, and exploring ends in time. None of them needs a browser.</summary>
public sealed class ListFamilyTests
{
    // Requests for each report, robots.txt and home page included.
    private const int MostOnSmallSites = 8;
    private const int MostOnListsOfBodies = 3;

    [Theory]
    [InlineData("families.py", "trs", MostOnSmallSites)]
    [InlineData("families.py", "jcms_jpage", MostOnSmallSites)]
    [InlineData("families.py", "jpaas_unit", MostOnSmallSites)]
    [InlineData("families.py", "ucap_extjs", MostOnSmallSites)]
    [InlineData("families.py", "post_json_body", MostOnSmallSites)]
    [InlineData("families.py", "gkmlpt_subpath", MostOnSmallSites)]
    [InlineData("families.py", "aspnet_postback", MostOnSmallSites)]
    [InlineData("families.py", "js_array_ext", MostOnSmallSites)]
    [InlineData("families.py", "year_select", MostOnSmallSites)]
    [InlineData("bugs.py", "sitemap_gz_double", MostOnSmallSites)]
    [InlineData("bugs.py", "retry_storm", MostOnSmallSites)]
    [InlineData("bugs.py", "session_paths", MostOnSmallSites)]
    [InlineData("deep.py", "deep_trs_plain", MostOnSmallSites)]
    [InlineData("deep.py", "deep_jcms", MostOnSmallSites)]
    [InlineData("deep.py", "bodies_words", MostOnListsOfBodies)]
    [InlineData("unseen.py", "cursor_token", MostOnSmallSites)]
    [InlineData("unseen.py", "delegated_click", MostOnSmallSites)]
    [InlineData("unseen.py", "year_tabs", MostOnSmallSites)]
    [InlineData("unseen.py", "ztree", MostOnSmallSites)]
    [InlineData("unseen.py", "json_files", MostOnSmallSites)]
    [InlineData("unseen.py", "bodies_ajax", MostOnListsOfBodies)]
    [InlineData("further.py", "struts_action", MostOnSmallSites)]
    [InlineData("further.py", "row_postback", MostOnSmallSites)]
    [InlineData("further.py", "ztree_async", MostOnSmallSites)]
    [InlineData("further.py", "hal_links", MostOnSmallSites)]
    [InlineData("further.py", "epoint_params", MostOnSmallSites)]
    [InlineData("further.py", "next_data", MostOnSmallSites)]
    [InlineData("shells.py", "detail_by_query", MostOnSmallSites)]
    [InlineData("shells.py", "data_next_button", MostOnSmallSites)]
    [InlineData("portals.py", "html_cards", MostOnSmallSites)]
    [InlineData("portals.py", "layui_tabs", MostOnSmallSites)]
    [InlineData("portals.py", "bodies_menu", MostOnSmallSites)]
    [InlineData("systems.py", "govsearch", MostOnSmallSites)]
    [InlineData("systems.py", "organ_label", MostOnSmallSites)]
    public async Task Every_report_of_a_family_is_found_in_few_requests(string program, string family, int most)
    {
        Assert.SkipWhen(Simulator.Obstacle() is not null, Simulator.Obstacle() ?? "");
        using var site = await FamilySite.Start(program, family);
        await Crawl(site);
        var requests = site.Requests();
        var fetched = requests.Where(request => request.Status == 200).Select(request => request.Key).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], site.Reports.Except(fetched));
        Assert.True(requests.Count <= most * site.Reports.Count, $"{requests.Count} requests for {site.Reports.Count} reports");
    }

    private static async Task Crawl(FamilySite site)
    {
        var services = new ServiceCollection();
        services.AddSingleton(PipelineDatabase.Sqlite(Path.Combine(site.Folder, "frontier.db")));
        services.AddSingleton<ISnapshotStore, UnkeptSnapshots>();
        services.AddSingleton<IDocumentLedger, UnkeptLedger>();
        services.AddSingleton<IDocumentPublisher, DiscardingPublisher>();
        services.AddCrawler(new CrawlOptions { Delay = TimeSpan.Zero, AllowPrivate = site.Allowed });
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<SiteCrawler>().Run(new CrawlPlan { Sources = [.. site.Seeds.Select(SourceReader.Seed)] }, progress: null, TestContext.Current.CancellationToken);
    }
}
