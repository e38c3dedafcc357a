namespace Pipeline.Store.Replays;

/// <param name="Read">Documents sent to be read again.</param>
/// <param name="Fetched">Addresses sent to be fetched anew: each task ends when its answer is stored.</param>
/// <param name="Ended">Ends when all of them have, and their run is closed.</param>
public sealed record ReplayedFailures(int Read, IReadOnlyList<Task> Fetched, Task Ended);
