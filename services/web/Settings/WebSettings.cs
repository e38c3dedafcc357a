using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Pipeline.Web.Settings;

/// <summary>Where the pages and the HTTP API are served, and to whom.</summary>
public sealed class WebSettings : IValidatableObject
{
    /// <summary>Address and port; "127.0.0.1:8481" by default: this machine only. Port 0 takes any that is free.</summary>
    [Required]
    public string Listen { get; set; } = "127.0.0.1:8481";

    /// <summary>Names under which people reach the pages, such as "pipeline.example.org"; a request for another name is refused. The listening address and localhost always count.</summary>
    public List<string> Hosts { get; } = [];

    /// <summary>Who may come in with a key. Without keys and proxy, everybody on this machine may do everything.</summary>
    public List<ApiKeySettings> Keys { get; } = [];

    public ProxySettings Proxy { get; } = new();

    /// <summary>Whether a request must say who it comes from.</summary>
    public bool AsksWho => Keys.Count > 0 || Proxy.IsUsed;

    /// <summary>The parsed <see cref="Listen"/>.</summary>
    /// <exception cref="FormatException">It is no address and port.</exception>
    public IPEndPoint Endpoint => TryEndpoint(Listen, out var endpoint) ? endpoint : throw new FormatException($"'{Listen}' is no address and port.");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TryEndpoint(Listen, out var endpoint))
            yield return new ValidationResult($"'{Listen}' is no address and port to listen on; one looks like 127.0.0.1:8481 or 0.0.0.0:8481", [nameof(Listen)]);
        else if (!IPAddress.IsLoopback(endpoint.Address) && !AsksWho)
            yield return new ValidationResult($"{Listen} can be reached from other machines, so web.keys or web.proxy must say who may come in", [nameof(Listen)]);
        foreach (var problem in Keys.SelectMany(key => key.Problems()).Concat(Proxy.Problems()))
            yield return new ValidationResult(problem, [nameof(Keys)]);
        if (Keys.Select(key => key.Key).Distinct(StringComparer.Ordinal).Count() < Keys.Count || Keys.Select(key => key.Name).Distinct(StringComparer.Ordinal).Count() < Keys.Count)
            yield return new ValidationResult("two keys have the same name or are the same", [nameof(Keys)]);
    }

    private static bool TryEndpoint(string text, out IPEndPoint endpoint)
    {
        var named = text.StartsWith("localhost:", StringComparison.OrdinalIgnoreCase) ? "127.0.0.1" + text["localhost".Length..] : text;
        // Without a port the parser says 0, which would be any free one.
        return IPEndPoint.TryParse(named, out endpoint!) && named.Contains(':', StringComparison.Ordinal) && (endpoint.Port != 0 || named.EndsWith(":0", StringComparison.Ordinal));
    }
}
