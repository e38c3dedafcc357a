using System.Collections.Immutable;
using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Regions;

namespace Pipeline.Bodies.Resolving;

/// <summary>Tells which government a body belongs to: the one that counts the body's report in its own.</summary>
internal static class Belonging
{
    public static ImmutableArray<ResolvedBody> Of(ImmutableArray<ResolvedBody> bodies, DivisionTable divisions, IReadOnlyList<DeclaredBody> declared)
    {
        var offices = bodies.Where(body => body.Kind == BodyKind.Government && body.Key.EndsWith("|" + Organ.Government, StringComparison.Ordinal)).Select(body => body.Region).ToHashSet(StringComparer.Ordinal);
        // An office beside its government is a department of it; alone it speaks for it.
        bodies = [.. bodies.Select(body => body.Kind == BodyKind.Government && body.Declared is null && !body.Key.EndsWith("|" + Organ.Government, StringComparison.Ordinal) && offices.Contains(body.Region) ? body with { Kind = BodyKind.Department } : body)];
        var governments = bodies.Select((body, index) => (body, index)).Where(pair => pair.body is { Kind: BodyKind.Government, Region: not null })
            .GroupBy(pair => pair.body.Region!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First().index, StringComparer.Ordinal);
        var ids = bodies.Select((body, index) => (body.Declared, index)).Where(pair => pair.Declared is not null).ToDictionary(pair => pair.Declared!, pair => pair.index, StringComparer.Ordinal);
        var told = declared.Where(body => body.BelongsTo is not null).ToDictionary(body => body.Id, body => body.BelongsTo!, StringComparer.Ordinal);
        return [.. bodies.Select(body => body with { Government = Told(body) ?? Placed(body) })];

        int? Told(ResolvedBody body) => body.Declared is { } id && told.TryGetValue(id, out var owner) && ids.TryGetValue(owner, out var index) ? index : null;

        int? Placed(ResolvedBody body)
        {
            if (body.Region is not { } region || body.IsVertical)
                return null;
            for (var place = body.Kind == BodyKind.Government ? divisions.ParentOf(region) : region; place is not null; place = body.Kind == BodyKind.Government ? divisions.ParentOf(place) : null)
            {
                if (governments.TryGetValue(place, out var index))
                    return index;
            }

            return null;
        }
    }
}
