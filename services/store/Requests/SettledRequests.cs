using System.Collections.Concurrent;

namespace Pipeline.Store.Requests;

/// <summary>Lets a command wait until the store has committed the answer to its request, or a worker has given up on it.</summary>
public sealed class SettledRequests
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<string?>> _waiting = new();

    /// <summary>Call it before the request is published.</summary>
    /// <returns>Ends with null when the request is settled, else with the reason why it never will be.</returns>
    public Task<string?> Expect(Guid request) =>
        _waiting.GetOrAdd(request, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void End(Guid request, string? problem)
    {
        if (_waiting.TryRemove(request, out var waiting))
            waiting.TrySetResult(problem);
    }
}
