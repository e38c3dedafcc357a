namespace Pipeline.Contracts.Forms;

/// <summary>Declared forms that cannot be used. The message has a line for each fault: file, line, column, what is wrong and what to do.</summary>
public sealed class FormsException(IReadOnlyList<string> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
