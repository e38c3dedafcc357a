using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Releases.Publishing;
using Pipeline.Releases.Questions;
using Pipeline.Releases.Tables;
using Pipeline.Store.Bodies;
using Pipeline.Store.Coverage;
using Pipeline.Store.Documents;
using Pipeline.Store.Export;
using Pipeline.Store.Findings;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;
using Pipeline.Store.Status;
using Pipeline.Store.Tests;
using Pipeline.Store.Tests.Engines;
using Pipeline.Web.Tests;

namespace Pipeline.Releases.Tests;

/// <summary>A store with a few records, and a folder for their releases.</summary>
public abstract class ReleaseTest : StoreTest<Sqlite>
{
    internal const string Applications = "applications.new.total";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pipeline-tests");

    protected ReleaseChoice Choice { get; } = new("Institute", "", "pipeline test");

    protected string Folder(string name) => Path.Combine(_folder.FullName, name);

    protected RecordExport Export => new(Database, new FewRegions(), NullLogger<RecordExport>.Instance);

    protected ReleaseTables Tables => new(new DocumentQuery(Database), new CoverageQuery(Database), new BodyQuery(Database), new FindingQuery(Database), new FewRegions());

    protected ReleasePublisher Publisher => new(new ReleaseWriter(Export, Records, new LastChangeQuery(Database), Tables));

    protected async Task<PublishedRelease> Release(string name, RecordFilter? filter = null) => await Publisher.Into(Folder(name), filter ?? new RecordFilter(), Choice, null, default);

    /// <summary>A body's report on a year, on a page of its own.</summary>
    protected async Task Report(string body, int year, params (string Cell, decimal? Value)[] changes)
    {
        var document = Document($"http://www.qinghe.gov.cn/{body}/{year}.html", $"{body} {year} {changes.Length}");
        await Ledger.RunStarted(new Contracts.Ports.CrawlRun(document.RunId, Start, "nightly"), default);
        await Ledger.Record(Fetch(document), default);
        await Settle(document, SampleReport.Of(body, year, changes: changes));
    }

    protected async Task Correct(string body, string cell, decimal? value)
    {
        var record = (await All()).Single(record => record.Current.Report.Authority == body);
        await new CellReviews(Database, Clock).Decide(new CellDecision(record.Current.RecordId, new CellId(cell), ReviewVerdict.Corrected, value, "misread", "li", 0), default);
    }

    /// <summary>The answer's rows, their values between bars.</summary>
    protected static IReadOnlyList<string> Ask(string folder, string sql)
    {
        using var session = QuestionSession.Open(folder, QuestionBounds.Standard);
        var rows = new List<string>();
        session.Ask(sql, answer =>
        {
            while (answer.Read())
                rows.Add(string.Join('|', Enumerable.Range(0, answer.FieldCount).Select(column => answer.IsDBNull(column) ? "" : FormattableString.Invariant($"{answer.GetValue(column)}"))));
        }, default);
        return rows;
    }

    protected override void End() => _folder.Delete(recursive: true);
}
