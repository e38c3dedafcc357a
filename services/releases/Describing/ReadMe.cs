using Pipeline.Releases.Tables;

namespace Pipeline.Releases.Describing;

/// <summary>What a person reads first: the README of the folder and the first sheet of the workbook.</summary>
internal static class ReadMe
{
    public const string File = "README.md";

    public static IEnumerable<string> Lines(ReleaseAbout about, IEnumerable<(TableSchema Schema, long Rows)> tables)
    {
        yield return FormattableString.Invariant($"Release {about.Id}, the data as of {about.AsOf.UtcDateTime:yyyy-MM-dd HH:mm} UTC: {about.Records} records.");
        yield return about.Filter.Length == 0 ? "It has every record: copies and withdrawn readings are left out." : $"It has a part of the records: {about.Filter}.";
        yield return $"Cite it as: {Citation.Line(about)}";
        foreach (var (schema, rows) in tables)
            yield return FormattableString.Invariant($"{schema.ParquetFile}, {schema.CsvFile}: {rows} rows. {schema.Title.English}. {schema.Title.Chinese}。");
        yield return "panel.parquet, totals.parquet, rates.parquet, year_on_year.parquet: what people ask first, made from the records already; docs/data.md describes them. 现成的汇总表。";
        yield return "Every number in the records is the best value: what a person decided where one has, else what the machine read. Empty is not stated, never zero.";
        yield return "A record of status \"review\" waits for a person: leave it out where every number counts. 状态为 review 的记录尚待人工核对。";
        yield return "CODEBOOK.md tells what each column means, CHANGES.md what is different from the release before, SHA256SUMS whether the files are whole (sha256sum --check SHA256SUMS).";
        yield return "In the CSV files a text that a spreadsheet would take for a formula has an apostrophe in front.";
    }
}
