using System.Text.RegularExpressions;

namespace Pipeline.Architecture.Tests;

/// <summary>What needs many others does too much.</summary>
public sealed class CollaboratorTests
{
    private const int Most = 6;

    [Fact]
    public void No_constructor_has_more_than_six_collaborators()
    {
        var crowded = from file in SourceTree.Sources().Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
                      from Match constructor in Constructors(file)
                      where Count(constructor.Groups["parameters"].Value) > Most
                      select Path.GetFileNameWithoutExtension(file);

        Assert.Empty(crowded);
    }

    /// <summary>Commas within types and defaults separate no parameters.</summary>
    private static int Count(string parameters)
    {
        var (depth, count) = (0, parameters.Trim().Length == 0 ? 0 : 1);
        foreach (var c in parameters)
        {
            depth += c is '<' or '(' or '[' ? 1 : c is '>' or ')' or ']' ? -1 : 0;
            count += c == ',' && depth == 0 ? 1 : 0;
        }

        return count;
    }

    // Records are data and hold what there is to hold.
    private static MatchCollection Constructors(string file) => Regex.Matches(
        File.ReadAllText(file),
        $@"(\bclass|public|internal|private) {Path.GetFileNameWithoutExtension(file)}(<[^>]*>)?\((?<parameters>([^()]|\([^()]*\))*)\)",
        RegexOptions.ExplicitCapture);
}
