using CsvHelper;

namespace Pipeline.Store.Export;

/// <summary>CSV as RFC 4180 has it, with the byte order mark that spreadsheets need to see UTF-8.</summary>
internal abstract class CsvLines : ExportLines
{
    private readonly CsvWriter _csv;

    protected CsvLines(Stream output, IEnumerable<string> columns)
    {
        _csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        _csv.WriteHeader([.. columns]);
    }

    public override ValueTask DisposeAsync() => _csv.DisposeAsync();

    protected void Text(string? text) => _csv.WriteField(SpreadsheetText.Safe(text));

    protected void Number(decimal? number) => _csv.WriteField(number);

    protected void Probability(double number) => _csv.WriteField(number);

    protected async Task EndLine(CancellationToken cancellation) => await _csv.EndRecordAsync(cancellation);
}
