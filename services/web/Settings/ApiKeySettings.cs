namespace Pipeline.Web.Settings;

/// <summary>A key that lets somebody in.</summary>
public sealed class ApiKeySettings
{
    // 128 bits in hexadecimal: what cannot be guessed over a network that limits rates.
    private const int LeastLength = 32;

    /// <summary>Who has it: stands in the audit log and beside corrections.</summary>
    public string Name { get; set; } = "";

    /// <summary>The key itself, 32 characters or more, such as <c>openssl rand -hex 32</c> prints.</summary>
    public string Key { get; set; } = "";

    /// <summary>What it allows: read, review (and read) or operate (all); read by default.</summary>
    public AccessRole Role { get; set; } = AccessRole.Read;

    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return "a key has no name: say whose it is";
        if (Key.Length < LeastLength)
            yield return $"the key of '{Name}' is shorter than {LeastLength} characters; make one with: openssl rand -hex 32";
    }
}
