namespace Pipeline.Extractor.Readers.Docx;

/// <summary>How a run looks in print.</summary>
/// <param name="IsSeen">False for hidden and struck text, and for text that melts into its background or is a dot.</param>
/// <param name="IsRaised">Set higher or lower than its line, as footnote marks are.</param>
/// <param name="Size">Points.</param>
/// <param name="Doubt">Why it may look otherwise, as a code of <see cref="Pipeline.Contracts.Reasons.AppearanceReasons"/>; null where nothing says so.</param>
internal readonly record struct RunLook(bool IsSeen, bool IsRaised, double Size, string? Doubt);
