namespace Pipeline.Store.Bodies;

/// <summary>Keeps the ids of bodies: each goes on with most of the records that had it.</summary>
internal static class BodyIds
{
    /// <param name="former">For each body the ids that its reports have today, one a report.</param>
    /// <returns>For each body its id; null where it needs a new one.</returns>
    public static IReadOnlyList<long?> Keep(IReadOnlyList<IEnumerable<long>> former)
    {
        var claims = former.SelectMany((ids, body) => ids.CountBy(id => id).Select(pair => (Body: body, Id: pair.Key, Reports: pair.Value)))
            .OrderByDescending(claim => claim.Reports).ThenBy(claim => claim.Id).ThenBy(claim => claim.Body);
        var kept = new long?[former.Count];
        var given = new HashSet<long>();
        foreach (var (body, id, _) in claims)
        {
            if (kept[body] is null && given.Add(id))
                kept[body] = id;
        }

        return kept;
    }
}
