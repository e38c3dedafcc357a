namespace Pipeline.Crawler.Discovery.Scripts;

/// <summary>What a script does with an address.</summary>
public enum ScriptUse
{
    /// <summary>It sends the visitor there.</summary>
    Navigate,

    /// <summary>It opens it in a window.</summary>
    Open,

    /// <summary>It asks for data there.</summary>
    Request,

    /// <summary>It shows it in a frame.</summary>
    Frame,
}

/// <summary>An address in a script.</summary>
/// <param name="Address">As the script puts it together, not yet resolved.</param>
/// <param name="Form">Fields that it posts, encoded; null for GET.</param>
public readonly record struct ScriptTarget(string Address, ScriptUse Use, string? Form = null);
