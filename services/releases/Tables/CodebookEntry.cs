using Pipeline.Contracts.Forms;

namespace Pipeline.Releases.Tables;

/// <summary>A cell of a form with what the records say in it.</summary>
/// <param name="Equations">Names of the form's equations that it takes part in.</param>
/// <param name="Records">Records on the form.</param>
/// <param name="Missing">Those of them that have no value in the cell.</param>
/// <param name="Least">Least best value; null where there is none.</param>
internal sealed record CodebookEntry(OfficialForm Form, FormCell Cell, IReadOnlyList<string> Equations, long Records, long Missing, decimal? Least, decimal? Most)
{
    /// <summary>0..1; null where no record has the form.</summary>
    public double? ShareMissing => Records == 0 ? null : Math.Round((double)Missing / Records, 4);
}
