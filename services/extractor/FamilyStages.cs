using System.Collections.Immutable;
using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;
using Pipeline.Extractor.Model;
using Pipeline.Extractor.Reports;

namespace Pipeline.Extractor;

/// <summary>The stages of each family of the declared forms.</summary>
internal sealed class FamilyStages(FormCatalog forms)
{
    private readonly ImmutableArray<(FormFamily Family, ReportStages Stages)> _families = [.. FormFamily.Of(forms).Select(family => (family, new ReportStages(family)))];

    /// <summary>The newest of the default genre.</summary>
    public FormFamily Default => _families[0].Family;

    /// <summary>Whether the document prints enough labels of one of them.</summary>
    public bool AreWorthwhile(SourceDocument document)
    {
        var text = LabelPresence.TextOf(document);
        return _families.Any(family => family.Stages.AreWorthwhile(text));
    }

    /// <returns>The reports on the family that explains most of the document, of those whose labels it prints.</returns>
    public ImmutableArray<ExplainedReport> Run(SourceDocument document, DocumentHints hints, CancellationToken cancellation)
    {
        var text = LabelPresence.TextOf(document);
        return _families.Where((candidate, i) => i == 0 || candidate.Stages.AreWorthwhile(text))
            .Select(candidate => candidate.Stages.Run(document, hints, cancellation))
            .OrderByDescending(reports => reports.Sum(report => report.Page.Tables.Sum(table => table.NamedRows.Count)))
            .First();
    }
}
