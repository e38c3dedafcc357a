using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Pipeline.Host.Settings;

/// <summary>What lets others watch a process.</summary>
public sealed class OperationsSettings : IValidatableObject
{
    /// <summary>Address and port of <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>, such as 127.0.0.1:9465; none by default.</summary>
    public string? Listen { get; set; }

    /// <summary>Where traces go, as OTLP over gRPC, such as http://collector:4317; nowhere by default.</summary>
    public string? Traces { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Listen is not null && !(IPEndPoint.TryParse(Listen, out var endpoint) && endpoint.Port > 0))
            yield return new ValidationResult($"'{Listen}' is no address with a port; one looks like 127.0.0.1:9465, or 0.0.0.0:9465 for all the machine's addresses", [nameof(Listen)]);
        if (Traces is not null && !(Uri.TryCreate(Traces, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return new ValidationResult($"'{Traces}' is no address; one looks like http://collector:4317", [nameof(Traces)]);
    }
}
