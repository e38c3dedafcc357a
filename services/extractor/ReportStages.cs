using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Alignment;
using Pipeline.Extractor.Checks;
using Pipeline.Extractor.Comparison;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.GridRepair;
using Pipeline.Extractor.Metadata;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Extractor.Reports;
using Pipeline.Extractor.Scoring;
using Pipeline.Extractor.Tokens;

namespace Pipeline.Extractor;

/// <summary>
/// The stages that lead from a document, as a reader delivers it, to its reports on the forms of one family. Each has a folder of its name. Pure:
/// the same document gives the same reports.
/// </summary>
internal sealed class ReportStages(FormFamily family)
{
    private readonly LabelPresence _presence = new(family);
    private readonly GridRepairs _repairs = new(family);
    private readonly Tokenizer _tokenizer = new(family);
    private readonly ReportParts _parts = new(family);

    /// <summary>Whether the document prints enough labels of the family to be worth running for it.</summary>
    /// <param name="text">Of the document, as <see cref="LabelPresence"/> looks at it.</param>
    public bool AreWorthwhile(string text) => _presence.IsNotable(text);

    /// <returns>The reports of the document; empty when it holds none.</returns>
    public ImmutableArray<ExplainedReport> Run(SourceDocument document, DocumentHints hints, CancellationToken cancellation = default)
    {
        var sheets = new WorkbookSheets(_parts).Of(document);
        return sheets.Length > 1 && sheets.SelectMany(sheet => Together(sheet, hints, cancellation)).ToImmutableArray() is var apart && WorkbookSheets.AreDistinct(apart) ? apart : Together(document, hints, cancellation);
    }

    private ImmutableArray<ExplainedReport> Together(SourceDocument document, DocumentHints hints, CancellationToken cancellation)
    {
        document = document with { Issues = [.. document.Issues, .. OcrIssues.Unruled(document.Blocks)] };
        var blocks = Stage.Measure("repair grids", () => _repairs.Repair(document.Blocks));
        var tokens = Stage.Measure("tokens", () => _tokenizer.Tokens(blocks, cancellation));
        var parts = Stage.Measure("find reports", () => _parts.Of(blocks));
        var reports = parts.Select(tokens.Part).Select(its => (Tokens: its, Read: Report(document, its, hints))).Where(report => report.Read is not null).ToList();
        var second = document.SecondReading is { } other ? Run(other, hints, cancellation) : (ImmutableArray<ExplainedReport>?)null;
        var compared = Stage.Measure("compare", () => reports.Select((report, i) => second is { } read ? Compared(document, report.Tokens, hints, report.Read!, read.ElementAtOrDefault(i)?.Report) : report.Read!).ToList());
        return [.. compared.Select(report => report with { Report = ReportConfidence.Under(ConfidenceModel.Default, report.Report, report.Evidence) })];
    }

    private ExplainedReport Compared(SourceDocument document, PageTokens tokens, DocumentHints hints, ExplainedReport read, AnnualReport? other)
    {
        var answers = document.SecondReading!.Answers;
        // A page that does not paint as a report may want what is not here, sheets and scripts of its site: that says nothing about its markup.
        if (other is null && !answers.IsEmpty)
            return read;
        // Where readings of figures compete, the report is made anew with those that the form's sums leave.
        var inferred = other is null ? ImmutableDictionary<CellId, decimal>.Empty : CompetingReadings.Inferred(FormEdition.Of(read.Page, read.Report.Year), read.Report, other);
        return ReaderAgreement.Between(inferred.IsEmpty ? read : Report(document, tokens, hints, inferred) ?? read, other, answers);
    }

    private ExplainedReport? Report(SourceDocument document, PageTokens tokens, DocumentHints hints, ImmutableDictionary<CellId, decimal>? inferred = null)
    {
        var facts = Stage.Measure("metadata", () => ReportFacts.Of(document, tokens.Blocks, hints, family));
        var page = Stage.Measure("align", () => CountUnits.WithoutMultiples(PrintedUnits.Converted(TableAlignment.Align(tokens with { Year = facts.Year }), tokens), tokens));
        if (!ReportEvidence.IsReport(page, facts, document))
            return null;
        if (inferred is not null)
            (page, document) = (InferredPage.Of(page, inferred), document with { Issues = [.. document.Issues, .. InferredPage.Issues(page, inferred)] });
        var form = FormEdition.Of(page, facts.Year);
        var checks = Stage.Measure("check", () => ReportChecks.Of(form, cell => page.Of(cell)?.Candidate.Number.Value, cell => page.Of(cell) is not null, facts.Sections.Text));
        return Stage.Measure("score", () => ReportScoring.Report(form, page, facts, checks, document, hints));
    }
}
