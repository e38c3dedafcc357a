using System.Globalization;
using System.Text.Json;
using Pipeline.Contracts;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Tests.Seen;

/// <summary>The adversary's documents with what a person sees in them, as a corpus that the model of confidences is fitted to and judged on. A layout is a format and a kind of trick.</summary>
internal sealed class AdversaryCorpus
{
    private readonly string _folder;
    private int _count;

    public AdversaryCorpus(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "truth"));
        File.WriteAllText(Manifest, "id,file,media_type,layout,form,year,is_report,notes\n");
    }

    private string Manifest => Path.Combine(_folder, "manifest.csv");

    /// <param name="plain">The report as it is read without the trick.</param>
    /// <param name="seen">What a person sees in the cell.</param>
    public void Add(string format, string mediaType, string trick, byte[] document, AnnualReport plain, CellId cell, decimal seen)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{format[0]}{_count++:00000}");
        var file = id + (mediaType == "text/html" ? ".html" : ".docx");
        var layout = $"{format.Split(',')[0]}_{trick.Split(':')[0]}";
        File.WriteAllBytes(Path.Combine(_folder, file), document);
        File.AppendAllText(Manifest, $"{id},{file},{mediaType},{layout},2021,{plain.Year},true,\n");
        File.WriteAllText(Path.Combine(_folder, "truth", id + ".json"), JsonSerializer.Serialize(new
        {
            is_report = true, form = "2021", year = plain.Year, authority = plain.Authority,
            cells = plain.Cells.ToDictionary(its => its.Cell.ToString(), its => its.Cell == cell ? seen : its.Value),
        }));
    }
}
