using Pipeline.Contracts.Ports;
using Pipeline.Store.Bodies;
using Pipeline.Store.Coverage;
using Pipeline.Store.Documents;
using Pipeline.Store.Findings;
using Pipeline.Store.Records;

namespace Pipeline.Releases.Tables;

/// <summary>
/// The tables of a release, in the order in which they are described. Another table is another line here. The records come first: their sheet grows with
/// the pass over them, and the workbook writes one sheet at a time.
/// </summary>
public sealed class ReleaseTables(DocumentQuery documents, CoverageQuery coverage, BodyQuery bodies, FindingQuery findings, IRegionNames regions)
{
    /// <param name="filter">Of the records; documents follow its source alone.</param>
    internal IReadOnlyList<ReleaseTable> Of(RecordFilter filter) =>
    [
        new RecordTable(),
        new CellTable(),
        new CodebookTable(),
        new BodyTable(regions, bodies),
        new FindingTable(findings),
        new CoverageTable(regions, filter == new RecordFilter() ? coverage : null),
        new DocumentTable(documents, filter.Source),
    ];
}
