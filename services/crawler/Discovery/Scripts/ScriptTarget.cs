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

    /// <summary>It sends a form of the page: the address is what the script calls the form, the form's fields are those that it sets.</summary>
    Submit,
}

/// <summary>An address in a script.</summary>
/// <param name="Address">As the script puts it together, not yet resolved.</param>
/// <param name="Form">Fields that it posts, encoded; null for GET.</param>
/// <param name="Headers">Request headers that it states, as <c>Name: value</c>, one a line; null for none.</param>
public readonly record struct ScriptTarget(string Address, ScriptUse Use, string? Form = null, string? Headers = null);
