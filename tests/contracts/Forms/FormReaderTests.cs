using System.Text;
using Pipeline.Contracts.Forms;

namespace Pipeline.Contracts.Tests.Forms;

/// <summary>A declaration that is wrong is told with its place and what to do, and nothing starts with it.</summary>
public sealed class FormReaderTests
{
    private const string Genre = """
        { "id": "g", "name": { "zh": "表", "en": "Table" }, "identity": ["authority", "year"], "title": { "subject": "表" }, "crawl": { "report": "表" } }
        """;

    [Fact]
    public void A_form_that_is_right_is_read() => Assert.Equal(["t.a.n", "t.b.n"], FormReader.Read([Of("g/genre.json", Genre), Of("g/f.json", Form())]).Form("f").Cells.Select(cell => cell.Id.ToString()));

    [Theory]
    [InlineData("\"id\": \"b\"", "\"id\": \"a\"", "The cell t.a.n is there twice")]
    [InlineData("\"right\": [\"b\"]", "\"right\": [\"c\"]", "The table has no row 'c'")]
    [InlineData("\"label\": \"乙\"", "\"label\": \"甲\"", "Two rows of the table have the label '甲'")]
    [InlineData("\"from\": 2014", "\"from\": \"2014\"", "'from' must be a whole number")]
    [InlineData("\"years\"", "\"yeers\"", "'yeers' is unknown in a form; did you mean 'years'?")]
    [InlineData("\"count\"", "\"number\"", "'number' is no domain: write one of count, amount, change")]
    [InlineData("\"genre\": \"g\"", "\"genre\": \"h\"", "There is no genre 'h'; known are g")]
    [InlineData("\"section\": \"s\"", "\"section\": \"x\"", "There is no section 'x'")]
    public void A_fault_is_one_line_with_its_place(string right, string wrong, string message)
    {
        var error = Assert.Throws<FormsException>(() => FormReader.Read([Of("g/genre.json", Genre), Of("g/f.json", Form().Replace(right, wrong, StringComparison.Ordinal))]));

        Assert.Contains(error.Faults, fault => fault.Contains(message, StringComparison.Ordinal));
        Assert.All(error.Faults, fault => Assert.Matches(@"^g/f\.json:\d+:\d+: ", fault));
    }

    [Fact]
    public void What_is_no_JSON_says_where()
    {
        var error = Assert.Throws<FormsException>(() => FormReader.Read([Of("g/genre.json", Genre), Of("g/f.json", "{\n  \"id\": }")]));

        Assert.StartsWith("g/f.json:2:", Assert.Single(error.Faults), StringComparison.Ordinal);
    }

    private static (string Name, byte[] Json) Of(string name, string json) => (name, Encoding.UTF8.GetBytes(json));

    private static string Form() => """
        {
          "id": "f", "genre": "g", "name": { "zh": "表", "en": "Table" }, "years": { "from": 2014 },
          "sections": [{ "id": "s", "title": "表", "name": "Table" }],
          "tables": [{ "id": "t", "section": "s", "shape": "list", "name": "Table",
            "columns": [{ "id": "n", "label": "数", "name": "Number", "domain": "count" }],
            "rows": [{ "id": "a", "label": "甲", "name": "A" }, { "id": "b", "label": "乙", "name": "B" }] }],
          "equations": [{ "table": "t", "for": "column", "equations": [{ "id": "e", "name": { "zh": "等", "en": "equal" }, "left": ["a"], "right": ["b"] }] }]
        }
        """;
}
