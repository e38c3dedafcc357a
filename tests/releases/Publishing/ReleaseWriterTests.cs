using System.Security.Cryptography;
using System.Text.Json;
using Pipeline.Contracts.Forms;
using Pipeline.Releases.Publishing;
using Pipeline.Store.Records;

namespace Pipeline.Releases.Tests.Publishing;

public sealed class ReleaseWriterTests : ReleaseTest
{
    [Fact]
    public async Task The_same_database_gives_the_same_bytes()
    {
        await Report("清河县民政局", 2022);
        await Report("清河县财政局", 2023);

        var (first, second) = (await Release("first"), await Release("second"));

        Assert.Equal(first.Tally.About.Id, second.Tally.About.Id);
        var files = Directory.GetFiles(first.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(files, Directory.GetFiles(second.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(first.Folder, file!)), File.ReadAllBytes(Path.Combine(second.Folder, file!))));
    }

    [Fact]
    public async Task Values_are_those_to_use_and_keep_what_the_machine_read_beside_them()
    {
        await Report("清河县民政局", 2022, (Applications, 12));
        await Report("清河县财政局", 2022, (Applications, null));
        await Correct("清河县民政局", Applications, 21);

        var release = await Release("release");

        Assert.Equal(["清河县民政局|2022|清河县|21|applications.new.total", "清河县财政局|2022|清河县||"], Ask(release.Folder, $"SELECT authority, year, region_name, \"{Applications}\", corrections FROM records ORDER BY authority"));
        Assert.Equal(["21|12|12|corrected|li|misread"], Ask(release.Folder, $"SELECT best_value, value, raw, verdict, reviewer, review_reason FROM cells WHERE cell = '{Applications}' AND verdict IS NOT NULL"));
        Assert.Equal(["2|1|0.5|21|21"], Ask(release.Folder, $"SELECT records, missing, share_missing, least, most FROM codebook WHERE form = '2021' AND cell = '{Applications}'"));
        Assert.Equal(["130534|清河县|county|2022|2|2"], Ask(release.Folder, "SELECT region_code, region_name, level, year, records, accepted FROM coverage"));
        Assert.Equal(["http://www.qinghe.gov.cn/清河县民政局/2022.html|reports"], Ask(release.Folder, "SELECT url, result FROM documents WHERE url LIKE '%民政局%'"));
    }

    [Fact]
    public async Task Every_file_is_described_and_has_its_sum()
    {
        await Report("清河县民政局", 2022);

        var folder = (await Release("release")).Folder;

        var sums = File.ReadLines(Path.Combine(folder, "SHA256SUMS")).Select(line => line.Split("  ")).ToDictionary(parts => parts[1], parts => parts[0]);
        var others = Directory.GetFiles(folder).Select(path => Path.GetFileName(path)!).Where(name => name != "SHA256SUMS");
        Assert.Equal(sums.Keys.Order(StringComparer.Ordinal), others.Order(StringComparer.Ordinal));
        Assert.All(sums, sum => Assert.Equal(sum.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, sum.Key))))));
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "datapackage.json")));
        foreach (var resource in package.RootElement.GetProperty("resources").EnumerateArray())
        {
            var columns = resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString());
            Assert.Equal(columns, Ask(folder, $"SELECT column_name FROM (DESCRIBE {resource.GetProperty("name").GetString()})"));
            Assert.Equal($"sha256:{sums[resource.GetProperty("path").GetString()!]}", resource.GetProperty("hash").GetString());
        }
    }

    [Fact]
    public async Task The_codebook_names_every_cell_of_every_form_in_both_languages()
    {
        await Report("清河县民政局", 2022);

        var page = File.ReadAllText(Path.Combine((await Release("release")).Folder, "CODEBOOK.md"));

        Assert.All(FormCatalog.Current.Forms.SelectMany(form => form.Cells), cell => Assert.Contains($"| `{cell.Id}` | {cell.Name.Chinese} | {cell.Name.English} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filter_chooses_the_records()
    {
        await Report("清河县民政局", 2022);
        await Report("清河县财政局", 2023);

        var release = await Release("release", new RecordFilter { Year = 2023 });

        Assert.Equal(["清河县财政局"], Ask(release.Folder, "SELECT authority FROM records"));
        await Assert.ThrowsAsync<ReleaseException>(() => Release("none", new RecordFilter { Year = 1999 }));
    }
}
