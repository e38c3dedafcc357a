using System.Collections.Immutable;

namespace Pipeline.Extractor.Work.Helpers;

/// <summary>A program of ours that answers one request after another over its standard streams: what it reads may end the process that reads it.</summary>
/// <param name="Name">As counted work names it.</param>
/// <param name="Path">Its assembly.</param>
/// <param name="LargestKept">Bytes of memory from which on a process of it ends after its answer and gives them back.</param>
internal sealed record HelperProgram(string Name, string Path, long LargestKept)
{
    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Variables beside those of this process.</summary>
    public ImmutableArray<(string Name, string Value)> Environment { get; init; } = [];

    /// <summary>Whether it yields the processors to all else.</summary>
    public bool Yields { get; init; }
}
