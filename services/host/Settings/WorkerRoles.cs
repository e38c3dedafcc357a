namespace Pipeline.Host.Settings;

/// <summary>Reads a list of roles as a person writes it.</summary>
internal static class WorkerRoles
{
    /// <param name="list">Such as <c>crawler,store</c>.</param>
    /// <param name="problem">What is wrong with the list; null when it was read.</param>
    public static WorkerRole Parse(string list, out string? problem)
    {
        var roles = WorkerRole.None;
        problem = null;
        foreach (var name in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (name is "crawler" or "extractor" or "store" or "web")
                roles |= Enum.Parse<WorkerRole>(name, ignoreCase: true);
            else
                problem = $"'{name}' is no role; there are crawler, extractor, store and web";
        }

        if (roles == WorkerRole.None)
            problem ??= "names no role; there are crawler, extractor, store and web";
        return roles;
    }
}
