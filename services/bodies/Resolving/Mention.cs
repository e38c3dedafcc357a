using System.Collections.Immutable;

namespace Pipeline.Bodies.Resolving;

/// <summary>A body's name as reports of one site print it, with the years that they are about.</summary>
/// <param name="Site">Registered name of the site.</param>
/// <param name="Key">The name as <see cref="Names.NameKey"/> gives it.</param>
/// <param name="Printed">As printed.</param>
/// <param name="Region">Code that the reading found; decides between divisions of one name. Null when unknown.</param>
/// <param name="Years">In order, none twice.</param>
public sealed record Mention(string Site, string Key, string Printed, string? Region, ImmutableArray<int> Years);

/// <summary>What a person says of two names: one body, or two.</summary>
public sealed record BodyDecision(string LeftSite, string LeftKey, string RightSite, string RightKey, bool IsSame);
