using System.Globalization;
using System.Text;
using Pipeline.Contracts.Forms;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>
/// A report of 2023 on two PDF pages with ruled tables, every operator of which is written here: what it paints is known without a viewer. All
/// cells are 0 but those of twelve applications, and one that a trick may paint.
/// </summary>
internal sealed class PaintedPdf
{
    private const double Left = 40;
    private const double Row = 15;
    private const double Label = 250;
    private const double Cell = 34;
    private const double Small = 5;
    private const double Figure = 9;

    private static readonly OfficialForm Form = FormCatalog.Current.Form("2021");

    private readonly List<StringBuilder> _pages = [];
    private readonly string _trickedCell;
    private readonly Func<double, double, string> _trick;
    private double _y;

    private PaintedPdf(string trickedCell, Func<double, double, string> trick) => (_trickedCell, _trick) = (trickedCell, trick);

    /// <param name="cell">Id of the cell that the trick paints.</param>
    /// <param name="trick">Operators that paint its figure, given the place of its baseline.</param>
    /// <param name="objects">Further objects, each from its number on (20 and up), and what the page's dictionary holds for them.</param>
    public static byte[] Of(string cell, Func<double, double, string> trick, string page = "", string catalog = "", params string[] objects)
    {
        var report = new PaintedPdf(cell, trick);
        report.Disclosure();
        report.Applications();
        report.Remedies();
        return report.File(page, catalog, objects);
    }

    /// <summary>Operators that show a text; <paramref name="state"/> stands before it within the text object.</summary>
    public static string Shown(double x, double y, string text, double size = Figure, string state = "") =>
        string.Create(CultureInfo.InvariantCulture, $"BT {state} /F1 {size} Tf 1 0 0 1 {x:0.##} {y:0.##} Tm <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}> Tj ET\n");

    public static string Filled(double x, double y, double width, double height, string colour) =>
        string.Create(CultureInfo.InvariantCulture, $"q {colour} rg {x:0.##} {y:0.##} {width:0.##} {height:0.##} re f Q\n");

    private void Disclosure()
    {
        Page();
        Line("青岚县教育局2023年政府信息公开工作年度报告", 14);
        Heading(0);
        Line("2023年，我局主动公开信息，按时答复申请。", Figure);
        Heading(1);
        var table = Form.Tables[0];
        foreach (var group in table.Rows.GroupBy(row => (row.Group[0], string.Join(',', row.Columns))))
        {
            Wide(group.Key.Item1);
            var columns = table.Columns.Where(column => group.First().Columns.Contains(column.Id)).ToList();
            Cells([table.Heads[0].Label, .. columns.Select(column => column.Label)], Label / 2, 85);
            foreach (var row in group)
            {
                Cells([row.Label], Label / 2, 85, advance: false);
                for (var i = 0; i < columns.Count; i++)
                    Value($"disclosure.{row.Id}.{columns[i].Id}", Left + (Label / 2) + (i * 85), 85);
                _y -= Row;
            }
        }
    }

    private void Applications()
    {
        Page();
        Heading(2);
        var table = Form.Tables[1];
        Cells(["申请人情况", .. table.Columns.Select(column => column.Label)], Label, Cell);
        foreach (var row in table.Rows)
        {
            Cells([row.Label], Label, Cell, advance: false);
            for (var i = 0; i < table.Columns.Length; i++)
                Value($"applications.{row.Id}.{table.Columns[i].Id}", Left + Label + (i * Cell), Cell);
            _y -= Row;
        }
    }

    private void Remedies()
    {
        Heading(3);
        var table = Form.Tables[2];
        foreach (var row in table.Rows)
        {
            Wide(row.Label);
            Cells([.. table.Columns.Select(column => column.Label)], 70, 70);
            for (var i = 0; i < table.Columns.Length; i++)
                Value($"remedies.{row.Id}.{table.Columns[i].Id}", Left + (i * 70), 70);
            _y -= Row;
        }

        Heading(4);
        Line("解读形式较为单一，下一步将增加图解。", Figure);
        Heading(5);
        Line("本年度未收取信息处理费。", Figure);
    }

    private void Page()
    {
        _pages.Add(new StringBuilder("0 g 0 G .5 w\n"));
        _y = 800;
    }

    private void Heading(int section) => Line($"{Form.Sections[section].Number}、{Form.Sections[section].Title}", 10);

    private void Line(string text, double size)
    {
        _y -= size;
        _pages[^1].Append(Shown(Left, _y, text, size));
        // The rule of a table's first row runs below the text.
        _y -= Row + 3;
    }

    private void Wide(string text) => Cells([text], 350, 350);

    private void Cells(string[] texts, double first, double width, bool advance = true)
    {
        var x = Left;
        for (var i = 0; i < texts.Length; i++)
        {
            Frame(x, i == 0 ? first : width);
            _pages[^1].Append(Shown(x + 2, _y + 4, texts[i], Small));
            x += i == 0 ? first : width;
        }

        _y -= advance ? Row : 0;
    }

    private void Value(string cell, double x, double width)
    {
        Frame(x, width);
        var isTwelve = cell.EndsWith(".natural_person", StringComparison.Ordinal) || cell.EndsWith(".total", StringComparison.Ordinal);
        isTwelve &= cell.StartsWith("applications.new.", StringComparison.Ordinal) || cell.StartsWith("applications.granted.", StringComparison.Ordinal) || cell.StartsWith("applications.handled_total.", StringComparison.Ordinal);
        _pages[^1].Append(cell == _trickedCell ? _trick(x + 8, _y + 4) : Shown(x + 8, _y + 4, isTwelve ? "12" : "0"));
    }

    private void Frame(double x, double width) => _pages[^1].Append(CultureInfo.InvariantCulture, $"{x:0.##} {_y:0.##} {width:0.##} {Row} re S\n");

    private byte[] File(string page, string catalog, string[] objects)
    {
        var all = new SortedDictionary<int, string>
        {
            [1] = $"<</Type/Catalog/Pages 2 0 R{catalog}>>",
            [2] = $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', _pages.Select((_, i) => $"{6 + (2 * i)} 0 R"))}]>>",
            [3] = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
            [4] = "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500]>>",
            [5] = "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            all[6 + (2 * i)] = $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/ExtGState<</G0 <</ca 0>>/G1 <</ca .05>>>>/ColorSpace<</N0[/Separation/None/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]>>/Properties<</L0 20 0 R>>>>/Contents {7 + (2 * i)} 0 R{page}>>";
            all[7 + (2 * i)] = $"<</Length {_pages[i].Length}>>stream\n{_pages[i]}endstream";
        }

        for (var i = 0; i < objects.Length; i++)
            all[20 + i] = objects[i];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new Dictionary<int, int>();
        foreach (var (number, content) in all)
        {
            places[number] = file.Length;
            file.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n");
        }

        var size = all.Keys.Max() + 1;
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n0000000000 65535 f \n");
        for (var i = 1; i < size; i++)
            file.Append(places.TryGetValue(i, out var place) ? string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n") : "0000000000 00000 f \n");
        return Encoding.ASCII.GetBytes(file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").ToString());
    }
}
