using System.Collections.Immutable;
using Pipeline.Bodies.Names;

namespace Pipeline.Bodies.Resolving;

/// <summary>One body with all that is known of it.</summary>
/// <param name="Key">Identity without regard to other runs: the place, a bar and the organ.</param>
/// <param name="Name">As its latest reports print it.</param>
/// <param name="Region">GB/T 2260 code of today; null when unknown.</param>
/// <param name="Government">Index of the government that it belongs to among the bodies; null when there is none.</param>
/// <param name="Mentions">Indexes of the mentions that are this body.</param>
/// <param name="Confidence">Probability that all its names are one body.</param>
/// <param name="Evidence">Why its names are one body, such as <c>name</c>, <c>office</c>, <c>reform</c>; see <see cref="BodyEvidence"/>.</param>
/// <param name="FirstExpected">First year that it can be expected to report on, where somebody declared it; null where nobody did.</param>
/// <param name="LastExpected">Last year that it can be expected to report on, where somebody declared it; null while it goes on.</param>
/// <param name="Declared">Its id in the user's own file; null where it is in none.</param>
public sealed record ResolvedBody(
    string Key, string Name, BodyKind Kind, bool IsVertical, string? Region, int? Government, ImmutableArray<int> Mentions, ImmutableArray<string> Sites,
    int? First, int? Last, double Confidence, ImmutableArray<string> Evidence, int? FirstExpected = null, int? LastExpected = null, string? Declared = null);

/// <summary>Two bodies that may be one: a person should say.</summary>
/// <param name="Left">Index of the body; its reports end before the other's begin.</param>
/// <param name="LeftMention">Index of a mention of it, by which the answer is kept.</param>
/// <param name="Confidence">Probability that they are one.</param>
public sealed record BodyQuestion(int Left, int Right, int LeftMention, int RightMention, double Confidence, string Evidence);

public sealed record Resolution(ImmutableArray<ResolvedBody> Bodies, ImmutableArray<BodyQuestion> Questions);

/// <summary>Names of what speaks for two names being one body, with how sure each is.</summary>
public static class BodyEvidence
{
    /// <summary>The same organ of the same division, by the names alone.</summary>
    public const string Name = "name";

    /// <summary>The division stands in no name, but all other names of the site have it.</summary>
    public const string Site = "site";

    /// <summary>The division had another name or code.</summary>
    public const string Division = "division";

    /// <summary>A government and its office that never reported on the same year.</summary>
    public const string Office = "office";

    /// <summary>A township that became a town or a sub-district.</summary>
    public const string Township = "township";

    /// <summary>Renamed in a reform of institutions.</summary>
    public const string Reform = "reform";

    /// <summary>Like names of one place, one after the other.</summary>
    public const string Likeness = "likeness";

    /// <summary>The user's own file has both names.</summary>
    public const string Declared = "declared";

    /// <summary>A person decided so.</summary>
    public const string Decided = "decided";

    // Not fitted: each is below what the generated country shows (1.0), because the real one has more kinds of names.
    public static double ConfidenceOf(string evidence) => evidence switch
    {
        Name => 0.999,
        Site or Division => 0.99,
        Office or Township => 0.97,
        Reform => 0.95,
        Declared or Decided => 1,
        _ => 0.5,
    };
}
