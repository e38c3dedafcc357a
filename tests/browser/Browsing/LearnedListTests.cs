using System.Globalization;
using System.Text.Json;
using Dapper;
using Pipeline.Crawler.Crawling;
using Pipeline.Crawler.Sources;
using Pipeline.Database;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;

namespace Pipeline.Browser.Tests.Browsing;

/// <summary>Lists that no static reading solves: a browser shows once how they are asked for, and the crawl goes on without it.</summary>
public sealed class LearnedListTests : IAsyncLifetime
{
    private const int Reports = 7;
    private const int PerPart = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-browsing-");
    private ScriptedServer _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await ScriptedServer.Start();
        _site.Page("/", "<h1>青溪县人民政府</h1><a href='/zwgk/nb.html'>政府信息公开年报</a><a href='/news/1.html'>要闻</a>");
        _site.Page("/news/1.html", "<p>会议召开</p>");
        foreach (var number in Enumerable.Range(0, Reports))
            _site.Page($"/xx/{Id(number)}.html", $"<h1>{Title(number)}</h1>" + string.Concat(Enumerable.Repeat("<p>一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况</p>", 8)));
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_list_behind_a_token_and_a_counter_of_an_unknown_name_is_learned_once_and_replayed()
    {
        _site.Page("/zwgk/nb.html", "<h1>政府信息公开年报</h1><ul id='l'></ul><div id='p'></div><script src='/s/main.js'></script>");
        _site.Script("/s/main.js", """
            var words = ['ipa/', 'tsil/'].map(function (word) { return word.split('').reverse().join(''); });
            function go(part) {
                var x = new XMLHttpRequest();
                x.open('POST', '/' + words.map(function (word) { return word.replace('/', ''); }).join('/'));
                x.setRequestHeader('Content-Type', 'application/json');
                x.setRequestHeader('X-App-Token', (12345 * 3).toString(16));
                x.onload = function () {
                    var d = JSON.parse(x.responseText);
                    document.getElementById('l').innerHTML = d.sj.map(function (r) { return '<li><a hr' + 'ef="/xx/' + r.xxid + '.html">' + r.bt + '</a></li>'; }).join('');
                    document.getElementById('p').innerHTML = d.hy ? '<a id="nx">下一页</a>' : '';
                    var next = document.getElementById('nx');
                    if (next) next.addEventListener('click', function () { go(part + 1); });
                };
                x.send(JSON.stringify({ lm: 'nb', yeshu: part, tiaoshu: 3 }));
            }
            setTimeout(function () { go(1); }, 100);
            """);
        _site.Data("/api/list", (context, body) => context.Request.Headers["X-App-Token"] == "90ab" ? Part(JsonDocument.Parse(body).RootElement.GetProperty("yeshu").GetInt32()) : null);

        await Crawl();
        Assert.Equal(Reports, ReportsAsked());
        Assert.Equal(("browser", "yeshu"), await Recipe());

        // The second night asks for the parts, and one beyond them; no browser is opened, which would have wanted the script.
        _site.Requests.Clear();
        await Crawl();
        Assert.Equal(4, _site.Requests.Count(request => request == "POST /api/list"));
        Assert.DoesNotContain("GET /s/main.js", _site.Requests);
    }

    [Fact]
    public async Task A_list_that_loads_more_where_its_reader_comes_to_the_end_is_scrolled()
    {
        var rows = string.Concat(Enumerable.Range(0, PerPart).Select(number => $"<li style='height:400px'><a href='/xx/{Id(number)}.html'>{Title(number)}</a></li>"));
        _site.Page("/zwgk/nb.html", $"<h1>政府信息公开年报</h1><ul id='l'>{rows}</ul><div id='end' data-total='7' style='height:20px'></div><script src='/s/o.js'></script>");
        _site.Script("/s/o.js", """
            var part = 1, end = document.getElementById('end');
            new IntersectionObserver(function (seen) {
                if (!seen[0].isIntersecting || part * 3 >= +end.dataset.total) return;
                part++;
                fetch(['/da', 'ta'].join('') + '?yeshu=' + part).then(function (r) { return r.json(); }).then(function (d) {
                    d.sj.forEach(function (r) { document.getElementById('l').insertAdjacentHTML('beforeend', '<li style="height:400px"><a hr' + 'ef="/xx/' + r.xxid + '.html">' + r.bt + '</a></li>'); });
                });
            }).observe(end);
            """);
        _site.Data("/data", (context, _) => Part(int.Parse(context.Request.Query["yeshu"]!, CultureInfo.InvariantCulture)));

        await Crawl();

        Assert.Equal(Reports, ReportsAsked());
    }

    [Fact]
    public async Task Rows_that_open_by_a_listener_teach_the_template_of_their_addresses()
    {
        _site.Page("/zwgk/nb.html", "<h1>政府信息公开年报</h1><ul id='l'></ul><script src='/s/a.js'></script>");
        _site.Script("/s/a.js", """
            fetch(['/da', 'ta'].join('') + '?pageNo=1').then(function (r) { return r.json(); }).then(function (d) {
                d.sj.forEach(function (r) {
                    var row = document.createElement('li');
                    row.textContent = r.bt;
                    row.addEventListener('click', function () { window.open(['/x', 'x/'].join('') + r.xxid + '.html'); });
                    document.getElementById('l').appendChild(row);
                });
            });
            """);
        _site.Data("/data", (context, _) => Part(int.Parse(context.Request.Query["pageNo"]!, CultureInfo.InvariantCulture)));

        await Crawl();

        Assert.Equal(Reports, ReportsAsked());
        Assert.Equal(("browser", "pageNo"), await Recipe());
    }

    [Fact]
    public async Task The_shell_of_an_application_is_a_page_like_others_once_it_was_shown()
    {
        _site.Page("/", "<div id='app'></div><script src='/static/app.js'></script>");
        _site.Script("/static/app.js", """
            document.getElementById('app').innerHTML = '<h1>青溪县人民政府</h1>' + [['政府信息公开年报', 'nb'], ['要闻', 'yw']].map(function (c) { return '<a hr' + 'ef="/zwgk/' + c[1] + '.html">' + c[0] + '</a>'; }).join('');
            """);
        _site.Page("/zwgk/nb.html", string.Concat(Enumerable.Range(0, Reports).Select(number => $"<li><a href='/xx/{Id(number)}.html'>{Title(number)}</a></li>")));

        await Crawl();

        Assert.Equal(Reports, ReportsAsked());
    }

    [Fact]
    public async Task A_hostile_page_costs_its_budget_and_nothing_else()
    {
        await using var canary = await Canary.Start();
        _site.Page("/zwgk/nb.html", $$"""
            <h1>政府信息公开年报</h1><div id='l'></div>
            <script>
                for (let i = 0; i < 10000; i++) fetch('/flood/' + i).catch(() => 0);
                const here = '{{canary.Address}}';
                for (const address of [here, 'http://127.0.0.1:22/', 'http://169.254.169.254/latest/meta-data/', 'http://[::1]:{{canary.Address.Port}}/', 'file:///etc/passwd']) fetch(address, { mode: 'no-cors' }).catch(() => 0);
                try { new WebSocket(here.toString().replace('http', 'ws')); } catch (e) { }
                try { new Worker(here); } catch (e) { }
                try { navigator.serviceWorker.register('/sw.js'); } catch (e) { }
                new Image().src = here; navigator.sendBeacon(here);
            </script>
            """);

        var report = await Crawl();

        Assert.Empty(canary.Requests);
        Assert.InRange(_site.Requests.Count(request => request.Contains("/flood/", StringComparison.Ordinal)), 1, 60);
        Assert.Contains(Assert.Single(report.Sources).Alarms, alarm => alarm.Contains("needs a browser", StringComparison.Ordinal));
    }

    private async Task<CrawlReport> Crawl()
    {
        var settings = new PipelineSettings { Crawl = new CrawlOptions { Delay = TimeSpan.Zero, AllowPrivate = [_site.Address.Authority] } };
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(_folder.FullName), WorkerRole.None, CancellationToken.None);
        return await host.Get<SiteCrawler>().Run(new CrawlPlan { Sources = [SourceReader.Seed(_site.Address)] }, null, CancellationToken.None);
    }

    private async Task<(string, string)> Recipe()
    {
        await using var connection = await PipelineDatabase.Sqlite(Directory.GetFiles(_folder.FullName, "*.db").Single()).Open(default);
        return await connection.QuerySingleAsync<(string, string)>("SELECT learned_from, counter FROM crawl_recipes");
    }

    private int ReportsAsked() => _site.Requests.Where(request => request.StartsWith("GET /xx/", StringComparison.Ordinal)).Distinct().Count();

    private static string Part(int part)
    {
        var rows = Enumerable.Range(0, Reports).Skip((part - 1) * PerPart).Take(PerPart).Select(number => new { xxid = Id(number), bt = Title(number), zt = 1 });
        return JsonSerializer.Serialize(new { hy = part * PerPart < Reports, sj = rows });
    }

    private static int Id(int number) => 90210 + number * 7;

    private static string Title(int number) => $"青溪县{2018 + number}年政府信息公开工作年度报告";
}
