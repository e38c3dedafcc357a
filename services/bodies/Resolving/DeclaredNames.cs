using System.Collections.Immutable;
using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Regions;

namespace Pipeline.Bodies.Resolving;

/// <summary>Finds the declared bodies among the mentioned ones.</summary>
internal static class DeclaredNames
{
    /// <returns>Each atom with the declared body that it is; null where it is none, or could be several.</returns>
    public static IReadOnlyList<(int Atom, DeclaredBody? Owner)> Owners(ImmutableArray<Atom> atoms, IReadOnlyList<DeclaredBody> declared, DivisionTable divisions)
    {
        var names = declared.SelectMany(body => body.OtherNames.Prepend(body.Name).Select(name => (KeyOf(name, body.Region, divisions), body)))
            .GroupBy(pair => pair.Item1, pair => pair.body, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Distinct().ToList(), StringComparer.Ordinal);
        return [.. atoms.Select((atom, index) => (index, names.GetValueOrDefault(atom.Key) is [var only] ? only : null))];
    }

    /// <summary>A declared body that no report names.</summary>
    public static ResolvedBody BodyOf(DeclaredBody body)
    {
        var organ = Organ.Of(NameKey.Of(body.Name) ?? "");
        return new ResolvedBody($"file:{body.Id}", body.Name, body.Kind ?? organ.Kind, organ.IsVertical, body.Region, null, [], [], null, null, 1, [BodyEvidence.Declared], body.From, body.To, body.Id);
    }

    private static string KeyOf(string name, string? region, DivisionTable divisions)
    {
        var placed = divisions.Place(NameKey.Of(name) ?? "");
        return $"{region ?? (placed.Candidates is [var only] ? only : "")}|{Organ.Of(placed.Rest).Key}";
    }
}
