using Pipeline.Contracts;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Database;

namespace Pipeline.Store.Records;

/// <summary>A row of <c>record_versions</c> joined with its extraction, snapshot and document.</summary>
internal class VersionColumns
{
    public const string Columns =
        """
        v.record_id AS RecordId, v.number AS Number, v.form AS Form, v.year AS Year, v.authority AS Authority, v.title AS Title, v.published AS Published, v.level AS Level,
        v.region_code AS RegionCode, v.trust AS Trust, v.layout AS Layout, v.status AS Status, v.confidence AS Confidence, v.checks_passed AS ChecksPassed,
        v.cell_values AS CellValues, v.detail AS Detail, v.stored_at AS StoredAt, d.url AS Url, n.sha256 AS Sha256, e.extractor AS Extractor, e.reader AS Reader,
        e.media_type AS MediaType, e.media_type_basis AS MediaTypeBasis, e.charset AS Charset, e.charset_basis AS CharsetBasis, e.fetched_at AS FetchedAt
        """;

    public const string Tables =
        "record_versions v JOIN documents d ON d.id = v.document_id JOIN extractions e ON e.id = v.extraction_id JOIN snapshots n ON n.id = e.snapshot_id";

    public long RecordId { get; init; }

    public int Number { get; init; }

    public required string Form { get; init; }

    public int? Year { get; init; }

    public string? Authority { get; init; }

    public string? Title { get; init; }

    public string? Published { get; init; }

    public string? Level { get; init; }

    public string? RegionCode { get; init; }

    public required string Trust { get; init; }

    public required string Layout { get; init; }

    public required string Status { get; init; }

    public double Confidence { get; init; }

    public int ChecksPassed { get; init; }

    public required string CellValues { get; init; }

    public required byte[] Detail { get; init; }

    public required string StoredAt { get; init; }

    public required string Url { get; init; }

    public required byte[] Sha256 { get; init; }

    public required string Extractor { get; init; }

    public required string Reader { get; init; }

    public required string MediaType { get; init; }

    public required string MediaTypeBasis { get; init; }

    public string? Charset { get; init; }

    public string? CharsetBasis { get; init; }

    public required string FetchedAt { get; init; }

    public RecordVersion ToVersion()
    {
        var detail = ReportDetail.Read(Detail);
        return new RecordVersion
        {
            RecordId = RecordId,
            Number = Number,
            Report = new AnnualReport
            {
                Form = Form,
                Year = Year,
                Authority = Authority,
                Level = Level is null ? null : StoredName.Read<AdministrativeLevel>(Level),
                RegionCode = RegionCode,
                Title = Title,
                Published = StoredDate.Read(Published),
                Contact = detail.Contact,
                Sections = detail.Sections,
                Cells = detail.Cells(FormCatalog.Current.Form(Form), StoredValues.Read(CellValues)),
                ChecksPassed = ChecksPassed,
                Violations = detail.Violations,
                Issues = detail.Issues,
                Confidence = Confidence,
                Status = StoredName.Read<ReviewStatus>(Status),
                Trust = StoredName.Read<SourceTrust>(Trust),
                Layout = Layout,
            },
            SourceUrl = Url,
            Snapshot = new SnapshotHash(Convert.ToHexStringLower(Sha256)),
            Reading = new ReadingFacts(Extractor, Reader, MediaType, MediaTypeBasis, Charset, CharsetBasis),
            FetchedAt = StoredTime.Instant(FetchedAt),
            StoredAt = StoredTime.Instant(StoredAt),
        };
    }
}
