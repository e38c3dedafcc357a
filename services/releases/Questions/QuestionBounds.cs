namespace Pipeline.Releases.Questions;

/// <summary>What a question may take.</summary>
/// <param name="Time">Until it is stopped.</param>
/// <param name="MemoryMegabytes">Memory of the engine; what needs more is written to disk and read again.</param>
public sealed record QuestionBounds(TimeSpan Time, int MemoryMegabytes)
{
    /// <summary>A minute and half a gigabyte: every view answers within a second over 100,000 records.</summary>
    public static QuestionBounds Standard { get; } = new(TimeSpan.FromMinutes(1), 512);
}
