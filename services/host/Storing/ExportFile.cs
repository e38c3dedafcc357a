using Pipeline.Host.CommandLine;
using Pipeline.Store.Export;
using Pipeline.Store.Records;

namespace Pipeline.Host.Storing;

/// <summary>Writes an export into a file that is whole or not there: a reader never meets half of one.</summary>
internal static class ExportFile
{
    /// <returns>How many records were written.</returns>
    /// <exception cref="CommandFailedException">The file cannot be written.</exception>
    public static async Task<long> Write(RecordExport export, string file, ExportFormat format, ExportShape shape, RecordFilter filter, CancellationToken cancellation)
    {
        var part = $"{file}.{Environment.ProcessId}.part";
        try
        {
            long written;
            await using (var stream = File.Create(part))
                written = await export.Write(stream, format, shape, filter, cancellation);
            File.Move(part, file, overwrite: true);
            return written;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            File.Delete(part);
            throw new CommandFailedException($"The export cannot be written to {file} ({error.Message}): choose another with --output FILE.");
        }
    }
}
