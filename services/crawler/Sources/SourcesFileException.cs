using Pipeline.Contracts.Declarations;

namespace Pipeline.Crawler.Sources;

/// <summary>A sources file that cannot be used. The message lists every fault with its line.</summary>
public sealed class SourcesFileException(string path, IReadOnlyList<DeclarationFault> faults)
    : Exception(string.Join(Environment.NewLine, faults.Select(fault => $"{path}:{fault.Line}: {fault.Message}")))
{
    public IReadOnlyList<DeclarationFault> Faults { get; } = faults;
}
