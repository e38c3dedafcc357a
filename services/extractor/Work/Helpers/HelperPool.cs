using System.Collections.Concurrent;

namespace Pipeline.Extractor.Work.Helpers;

/// <summary>Processes of one program. One that is well is asked again: to start one costs more than most answers.</summary>
internal sealed class HelperPool : IDisposable
{
    private readonly ConcurrentBag<HelperProcess> _idle = [];

    /// <returns>Null when the process ended over the request.</returns>
    public async Task<TReply?> Ask<TReply>(Func<Task<HelperProcess>> start, Func<HelperProcess, Task<TReply?>> ask)
        where TReply : class
    {
        HelperProcess? process = _idle.TryTake(out var idle) ? idle : await start();
        try
        {
            var reply = await ask(process);
            if (reply is null && process.Asked > 1)
            {
                // It may have ended for another reason than this request.
                process.Dispose();
                process = null;
                process = await start();
                reply = await ask(process);
            }
            if (reply is not null && process.IsFit && _idle.Count < Environment.ProcessorCount)
            {
                _idle.Add(process);
                process = null;
            }
            return reply;
        }
        finally
        {
            process?.Dispose();
        }
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var process))
            process.Dispose();
    }
}
