using Pipeline.Evaluation.Corpora;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Evaluation;

/// <summary>Turns what is wrong with a corpus or a file into the line that ends the command.</summary>
internal static class EvaluationFaults
{
    public static async Task<int> Told(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (CorpusException error)
        {
            throw new CommandFailedException(error.Message, ExitCode.WrongUse);
        }
        catch (IOException error)
        {
            throw new CommandFailedException(error.Message);
        }
    }
}
