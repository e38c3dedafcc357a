using System.Text.RegularExpressions;

namespace Pipeline.Contracts.Forms;

/// <summary>What a section's text says of a cell.</summary>
/// <param name="What">The thing counted, in English, for messages.</param>
/// <param name="Counted">Finds the number, its first group.</param>
/// <param name="None">Finds the words for none at all.</param>
public sealed record ProseRule(string Section, FormCell Cell, string What, Regex Counted, Regex None);
