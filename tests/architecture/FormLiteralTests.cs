using System.Text.RegularExpressions;
using Pipeline.Contracts.Forms;

namespace Pipeline.Architecture.Tests;

/// <summary>What the forms say stands in their declarations and nowhere else.</summary>
public sealed partial class FormLiteralTests
{
    // Shorter labels (其他, 总计, 规章) are words of the language.
    private const int ShortestLabel = 4;

    [Fact]
    public void No_label_section_or_cell_of_a_form_stands_in_code()
    {
        var forms = FormCatalog.Current.Forms;
        var words = forms.SelectMany(form => form.Sections.Select(section => section.Title)
                .Concat(form.Tables.SelectMany(table => table.Rows.Select(row => row.Label).Concat(table.Columns.Select(column => column.Label)).Concat(table.Heads.Select(head => head.Label))))
                .Concat(form.Cells.Select(cell => cell.Id.ToString()).Where(id => id.Contains('.', StringComparison.Ordinal))))
            .Where(word => word.Length >= ShortestLabel).Distinct().ToList();

        var found = from file in SourceTree.Sources()
                    from line in File.ReadLines(file)
                    let code = Comment().Replace(line, "")
                    from Match text in Quoted().Matches(code)
                    from word in words
                    where text.Value.Contains(word, StringComparison.Ordinal)
                    select $"{Path.GetFileName(file)}: {word}";

        Assert.Empty(found);
    }

    [GeneratedRegex(@"(^|\s)//.*|@\*.*?\*@")]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
