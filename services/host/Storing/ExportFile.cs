using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Storing;

/// <summary>Writes an export into a file that is whole or not there: a reader never meets half of one.</summary>
internal static class ExportFile
{
    /// <param name="write">Writes to the stream it is given.</param>
    /// <returns>What it says of what it wrote.</returns>
    /// <exception cref="CommandFailedException">The file cannot be written.</exception>
    public static async Task<T> Write<T>(string file, Func<Stream, Task<T>> write)
    {
        var part = $"{file}.{Environment.ProcessId}.part";
        try
        {
            T written;
            await using (var stream = File.Create(part))
                written = await write(stream);
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
