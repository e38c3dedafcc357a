namespace Pipeline.Contracts.Declarations;

/// <summary>One thing wrong in a file that a person wrote: a sources file, a form, a genre.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Column">From 1, in bytes of the line; 1 where only the line is known.</param>
public sealed record DeclarationFault(int Line, string Message, int Column = 1);
