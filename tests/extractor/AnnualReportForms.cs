using Pipeline.Contracts.Forms;
using Pipeline.Extractor.Forms;

namespace Pipeline.Extractor.Tests;

/// <summary>The forms of the annual report in force since 2019, as the stages see them.</summary>
internal static class AnnualReportForms
{
    public static FormFamily Family { get; } = FormFamily.Of(FormCatalog.Current)[0];

    public static FamilyTable Table(string id) => Family.Tables.First(table => table.Id == id);
}
