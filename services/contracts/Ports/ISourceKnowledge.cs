namespace Pipeline.Contracts.Ports;

/// <summary>Tells what crawls have learned of a source.</summary>
public interface ISourceKnowledge
{
    Task<SourceKnowledge> Know(string source, CancellationToken cancellation);
}

/// <param name="Documents">Documents found.</param>
/// <param name="Lists">Pages and requests that led to reports when they were looked at last.</param>
/// <param name="ByScripts">How many of the lists are asked for as the page's scripts say.</param>
/// <param name="ByBrowser">How many as a browser showed.</param>
/// <param name="Years">Years that links to documents name, in order.</param>
/// <param name="Missing">Years between the first and the last that is due of which nothing was found.</param>
/// <param name="Waiting">Findings that wait for a person or a later night, one line each.</param>
public sealed record SourceKnowledge(int Documents, int Lists, int ByScripts, int ByBrowser, IReadOnlyList<int> Years, IReadOnlyList<int> Missing, IReadOnlyList<string> Waiting);
