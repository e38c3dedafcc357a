using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Contracts.Forms;

/// <summary>What a section's text says of a cell.</summary>
/// <param name="What">The thing counted, in English, for messages.</param>
/// <param name="Including">Cells that the text may count with it; empty where there are none.</param>
/// <param name="Counted">Finds the number, its first group.</param>
/// <param name="None">Finds the words for none at all.</param>
public sealed record ProseRule(string Section, FormCell Cell, ImmutableArray<FormCell> Including, string What, Regex Counted, Regex None);
