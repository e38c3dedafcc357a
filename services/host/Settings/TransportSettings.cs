using System.ComponentModel.DataAnnotations;

namespace Pipeline.Host.Settings;

/// <summary>How messages travel between the rooms.</summary>
public sealed class TransportSettings
{
    /// <summary>In memory by default: no server to install.</summary>
    public TransportKind Kind { get; set; } = TransportKind.Memory;

    /// <summary>RabbitMQ only; "localhost" by default.</summary>
    [Required]
    public string Host { get; set; } = "localhost";

    /// <summary>RabbitMQ only; 5672 by default.</summary>
    [Range(1, 65535)]
    public int Port { get; set; } = 5672;

    /// <summary>RabbitMQ only: address of its management plugin, for the operations page; port 15672 of the host by default.</summary>
    [Url]
    public string? Management { get; set; }

    /// <summary>RabbitMQ only; "/" by default.</summary>
    [Required]
    public string VirtualHost { get; set; } = "/";

    /// <summary>RabbitMQ only: needs configure, write and read; "guest" by default, which the broker takes from its own machine alone.</summary>
    [Required]
    public string Username { get; set; } = "guest";

    /// <summary>Better set as the variable <c>PIPELINE_TRANSPORT__PASSWORD</c> than in a file.</summary>
    [Required]
    public string Password { get; set; } = "guest";
}
