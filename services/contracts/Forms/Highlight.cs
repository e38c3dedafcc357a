namespace Pipeline.Contracts.Forms;

/// <summary>A cell that the pages show first, with a short name.</summary>
public sealed record Highlight(FormCell Cell, LocalizedText Name);
