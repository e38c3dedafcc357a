using Pipeline.Contracts.Forms;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Forms;

/// <summary>Brings a person's own forms into this process, before anything reads them.</summary>
internal static class DeclaredForms
{
    /// <param name="folder">Null for the built-in forms alone.</param>
    /// <exception cref="CommandFailedException">A file is wrong: a line for each fault.</exception>
    public static void Use(string? folder)
    {
        if (folder is null)
            return;
        try
        {
            FormCatalog.Use(FormReader.With(folder));
        }
        catch (FormsException wrong)
        {
            throw new CommandFailedException(wrong.Message, ExitCode.WrongUse);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The forms in {folder} cannot be read ({error.Message}): check --forms DIR.", ExitCode.WrongUse);
        }
    }
}
