using System.Collections.Concurrent;
using Pipeline.Contracts.Messages;

namespace Pipeline.Host.Reextraction;

/// <summary>Lets a command wait until the store has committed the answer to its request.</summary>
public sealed class SettledRequests
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<DocumentSettled>> _waiting = new();

    /// <summary>Call it before the request is published.</summary>
    public Task<DocumentSettled> Expect(Guid request) =>
        _waiting.GetOrAdd(request, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Arrived(DocumentSettled settled)
    {
        if (settled.RequestId is { } request && _waiting.TryRemove(request, out var waiting))
            waiting.TrySetResult(settled);
    }
}
