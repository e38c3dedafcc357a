using System.Net;
using System.Text;
using System.Text.Json;
using Pipeline.Contracts.Locators;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Viewing;

namespace Pipeline.Extractor.Tests.Readers.Html;

public sealed class HeldInPageTests
{
    private const string Sample = "jcms-check-column-left-out";

    private static readonly string Page = Encoding.UTF8.GetString(SamplePaths.Bytes($"corpus/{Sample}.html"));

    private static readonly string Article = Page[Page.IndexOf("<meta name=\"ContentStart\">", StringComparison.Ordinal)..Page.IndexOf("<meta name=\"ContentEnd\">", StringComparison.Ordinal)];

    private static readonly string Encoded = WebUtility.HtmlEncode(Article);

    public static TheoryData<string, string> Pages => new()
    {
        { "script 1/props/detail/content", $"<script id=\"__NEXT_DATA__\" type=\"application/json\">{Json(new { props = new { detail = new { title = "岚原县人民政府2021年政府信息公开工作年度报告", content = Article } } })}</script>" },
        { "script 1/data/0/content", $"<script>window.__STATE__ = {Json(new { data = new[] { new { content = Article } } })}; (function () {{ }}());</script>" },
        { "script 2/content", $"<script>var a = 1;</script><script>var d = JSON.parse({Json(Json(new { content = Article }))});</script>" },
        { "held", $"<script>// it's\nshow({{ content: {Json(Article)} }});</script>" },
        { "held", $"<textarea hidden>{Encoded}</textarea>" },
        { "held", $"<div data-content=\"{Encoded}\"></div>" },
        { "held", $"<iframe srcdoc=\"{Encoded}\"></iframe>" },
        { "held", $"<template>{Article}</template>" },
        { "held", $"<noscript>{Article}</noscript>" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_report_that_a_page_holds_is_read_for_a_person_to_compare(string place, string body)
    {
        var bytes = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>岚原县人民政府2021年政府信息公开工作年度报告</title></head><body><div id=\"app\"></div>{body}</body></html>");

        var report = Assert.Single((await Reading.Of(bytes)).Reports);

        Assert.Empty(Reading.Differences(report, Sample));
        Assert.Equal((ReviewStatus.Review, 2021, "岚原县人民政府"), (report.Status, report.Year, report.Authority));
        var cell = report.Cells.First(cell => cell.Value > 0);
        Assert.Equal(place, Assert.IsType<EntryLocator>(cell.Source).Entry);
        var shown = await DocumentViews.Show(bytes, new DocumentHints(), cell.Source, 1, TestContext.Current.CancellationToken);
        Assert.Contains("id=\"spot\"", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_holds_no_report_stays_what_it_is() =>
        Assert.Equal("not-a-report.empty", await Reading.Failure(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body><script>var list = {Json(new { text = new string('通', 400) })}</script></body></html>")));

    [Fact]
    public async Task What_a_script_comments_on_is_not_held() =>
        Assert.Equal("not-a-report.no-tables", await Reading.Failure(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>岚原县人民政府2021年政府信息公开工作年度报告</title></head><body><p>见附件。</p><script>/* {Article} */</script></body></html>")));

    [Fact]
    public async Task Brackets_that_nothing_closes_do_not_use_up_the_time() =>
        Assert.Equal("not-a-report.other", await Reading.Failure(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body><p>通知</p><script>{string.Concat(Enumerable.Repeat("=({\"a", 250_000))}</script></body></html>")));

    private static string Json(object value) => JsonSerializer.Serialize(value);
}
