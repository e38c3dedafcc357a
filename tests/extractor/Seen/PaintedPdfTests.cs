using Pipeline.Contracts;
using Pipeline.Contracts.Reports;
using static Pipeline.Extractor.Tests.Seen.PaintedPdf;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>Pages of a PDF that paint something else than their text says: no such number is accepted.</summary>
public sealed class PaintedPdfTests
{
    /// <summary>A trick of <see cref="Showing"/> on some cell.</summary>
    internal static (string Trick, byte[] Document, decimal Seen) Of(Random dice, string cell)
    {
        var (name, trick) = Showing.ElementAt(dice.Next(Showing.Count));
        return (name, PaintedPdf.Of(cell, trick), 12);
    }

    /// <summary>A trick of <see cref="Unfollowed"/> on some cell.</summary>
    internal static (string Trick, byte[] Document, decimal Seen) OfUnfollowed(Random dice, string cell)
    {
        var (name, trick) = Unfollowed.ElementAt(dice.Next(Unfollowed.Count));
        return (name, PaintedPdf.Of(cell, trick), 12);
    }

    private const string Cell = SeenReport.CellName;

    /// <summary>Tricks that all show 12: operators for a baseline.</summary>
    private static readonly Dictionary<string, Func<double, double, string>> Showing = new()
    {
        ["white before"] = (x, y) => "1 g " + Shown(x - 5, y, "9") + "0 g " + Shown(x, y, "12"),
        ["white behind"] = (x, y) => Shown(x, y, "12") + "1 g " + Shown(x + 9, y, "9") + "0 g ",
        ["near white"] = (x, y) => Shown(x, y, "12") + ".98 g " + Shown(x + 9, y, "9") + "0 g ",
        ["invisible mode"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y, "9", state: "3 Tr") + "BT 0 Tr ET ",
        ["transparent"] = (x, y) => Shown(x, y, "12") + "q /G0 gs " + Shown(x + 9, y, "9") + "Q ",
        ["an ink that prints nothing"] = (x, y) => Shown(x, y, "12") + "/N0 cs 1 scn " + Shown(x + 9, y, "9") + "0 g ",
        ["under an ink that prints nothing"] = (x, y) => Shown(x, y, "12") + FormattableString.Invariant($"/N0 cs 1 scn {x:0.#} {y - 2:0.#} 20 11 re f 0 g "),
        ["hardly there"] = (x, y) => Shown(x, y, "12") + "q /G1 gs " + Shown(x + 9, y, "9") + "Q ",
        ["painted over"] = (x, y) => Shown(x, y, "2") + Filled(x - 1, y - 2, 9, 11, "1 1 1") + Shown(x, y, "12"),
        ["painted over beside"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y, "9") + Filled(x + 9.5, y - 2, 9, 11, "1 1 1"),
        ["black box"] = (x, y) => Shown(x, y, "12") + Filled(x + 9, y - 2, 9, 11, "0 0 0") + Shown(x + 9, y, "9"),
        ["tiny"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y, "9", 1),
        ["cut by a clip"] = (x, y) => Shown(x, y, "12") + FormattableString.Invariant($"q {x:0.#} {y - 3:0.#} 9 12 re W n ") + Shown(x + 9, y, "9") + "Q ",
        ["struck"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y, "9") + FormattableString.Invariant($"{x + 9:0.#} {y + 3:0.#} m {x + 15:0.#} {y + 3:0.#} l S "),
        ["struck by a thin box"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y, "9") + Filled(x + 9, y + 3, 6, .6, "0 0 0"),
        ["doubled by the letter"] = (x, y) => Shown(x, y, "1") + Shown(x + .3, y, "1") + Shown(x + 4.5, y, "2") + Shown(x + 4.8, y, "2"),
        ["doubled"] = (x, y) => Shown(x, y, "12") + Shown(x + .3, y, "12"),
        ["a raised mark"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y + 3.5, "1", 5),
        ["a low mark"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y + 2, "1", 6),
    };

    /// <summary>Tricks that all show 12, or something that is no text: nobody here knows what.</summary>
    private static readonly Dictionary<string, Func<double, double, string>> Unfollowed = new()
    {
        ["a thick white outline"] = (x, y) => Shown(x, y, "12") + "q 1 G 9 w " + Shown(x + 9, y, "9", state: "2 Tr") + "Q BT 0 Tr ET ",
        ["squeezed"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y, "9", state: "1 Tz") + "BT 100 Tz ET ",
        ["upside down"] = (x, y) => FormattableString.Invariant($"BT /F1 9 Tf -1 0 0 -1 {x + 9:0.#} {y + 6:0.#} Tm <00360039> Tj ET "),
        ["mirrored"] = (x, y) => FormattableString.Invariant($"BT /F1 9 Tf 1 0 0 -1 {x:0.#} {y + 6:0.#} Tm <00310032> Tj ET "),
        ["under a round box"] = (x, y) => Shown(x, y, "129") + FormattableString.Invariant($"q 1 g {x + 8.5:0.#} {y + 3:0.#} m {x + 8.5:0.#} {y + 9:0.#} {x + 16:0.#} {y + 9:0.#} {x + 16:0.#} {y + 3:0.#} c {x + 16:0.#} {y - 4:0.#} {x + 8.5:0.#} {y - 4:0.#} {x + 8.5:0.#} {y + 3:0.#} c f Q "),
        ["under a box of five corners"] = (x, y) => Shown(x, y, "129") + FormattableString.Invariant($"q 1 g {x + 9:0.#} {y - 3:0.#} m {x + 9:0.#} {y + 12:0.#} l {x + 15:0.#} {y + 14:0.#} l {x + 22:0.#} {y + 12:0.#} l {x + 22:0.#} {y - 3:0.#} l h f Q "),
        ["under a thick line"] = (x, y) => Shown(x, y, "129") + FormattableString.Invariant($"q 1 G 6 w {x + 11.5:0.#} {y - 3:0.#} m {x + 11.5:0.#} {y + 11:0.#} l S Q "),
        ["on a black shape"] = (x, y) => FormattableString.Invariant($"q 0 g {x + 8:0.#} {y - 3:0.#} m {x + 8:0.#} {y + 10:0.#} l {x + 13:0.#} {y + 12:0.#} l {x + 18:0.#} {y + 10:0.#} l {x + 18:0.#} {y - 3:0.#} l h f Q ") + Shown(x, y, "12") + Shown(x + 9, y, "9"),
        ["struck aslant"] = (x, y) => Shown(x, y, "12") + Shown(x + 9, y, "9") + FormattableString.Invariant($"{x + 8:0.#} {y - 1:0.#} m {x + 15:0.#} {y + 8:0.#} l S "),
        ["a drawn figure"] = (x, y) => Shown(x, y, "2") + FormattableString.Invariant($"{x - 3:0.#} {y:0.#} 1 7 re f "),
        ["laid over"] = (x, y) => Shown(x, y, "12") + Shown(x + 3, y, "9"),
        ["a stroked figure"] = (x, y) => Shown(x, y, "2") + FormattableString.Invariant($"q 1 w {x - 3:0.#} {y:0.#} m {x - 3:0.#} {y + 7:0.#} l S Q "),
    };

    public static TheoryData<string> Doubts => [.. Unfollowed.Keys];

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task What_is_not_followed_waits_for_a_person(string trick) =>
        Assert.Equal(ReviewStatus.Review, (await SeenReport.Read(PaintedPdf.Of(Cell, Unfollowed[trick]), "application/pdf")).Status);

    public static TheoryData<string> Tricks => [.. Showing.Keys];

    [Fact]
    public async Task A_plain_page_is_accepted()
    {
        var report = await SeenReport.Read(PaintedPdf.Of(Cell, (x, y) => Shown(x, y, "12")), "application/pdf");

        Assert.Equal(ReviewStatus.Accepted, report.Status);
        Assert.Equal(12, SeenReport.Value(report));
    }

    [Theory]
    [MemberData(nameof(Tricks))]
    public async Task What_a_trick_shows_is_read(string trick)
    {
        // A cell without an equation, one that a column's equation holds, and one of a row's.
        string[] cells = [Cell, "applications.carried_over.natural_person", "remedies.reconsideration.upheld"];
        var cell = cells[trick.Length % cells.Length];
        var report = await SeenReport.Read(PaintedPdf.Of(cell, Showing[trick]), "application/pdf");

        Assert.Equal(12, report.Cells.Single(its => its.Cell == new CellId(cell)).Value);
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(24, 0)]
    [InlineData(40, 7)]
    public async Task Two_numbers_of_a_cell_are_never_joined(double right, double down)
    {
        var report = await SeenReport.Read(PaintedPdf.Of(Cell, (x, y) => Shown(x, y + 4, "23", 6) + Shown(x + right, y + 4 - down, "107", 6)), "application/pdf");

        Assert.Equal(ReviewStatus.Review, report.Status);
        Assert.Null(SeenReport.Value(report));
    }

    [Fact]
    public async Task An_annotation_over_a_cell_is_a_doubt()
    {
        var place = (X: 0d, Y: 0d);
        PaintedPdf.Of(Cell, (x, y) => { place = (x, y); return ""; });
        var annotation = FormattableString.Invariant($"<</Type/Annot/Subtype/FreeText/Rect[{place.X - 2:0} {place.Y - 3:0} {place.X + 30:0} {place.Y + 10:0}]/Contents(12)/DA(/F1 9 Tf)>>");
        var report = await SeenReport.Read(PaintedPdf.Of(Cell, (x, y) => Shown(x, y, "9"), page: "/Annots[20 0 R]", objects: annotation), "application/pdf");

        Assert.Equal(ReviewStatus.Review, report.Status);
    }

    [Fact]
    public async Task What_a_layer_that_is_off_holds_is_a_doubt()
    {
        var report = await SeenReport.Read(PaintedPdf.Of(Cell, (x, y) => Shown(x, y, "12") + "/OC /L0 BDC " + Shown(x + 9, y, "9") + "EMC ",
            catalog: "/OCProperties<</OCGs[20 0 R]/D<</OFF[20 0 R]>>>>", objects: "<</Type/OCG/Name(l)>>"), "application/pdf");

        Assert.Equal(ReviewStatus.Review, report.Status);
    }
}
