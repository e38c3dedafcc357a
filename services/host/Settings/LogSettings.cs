using Microsoft.Extensions.Logging;

namespace Pipeline.Host.Settings;

/// <summary>What is logged, to standard error.</summary>
public sealed class LogSettings
{
    /// <summary>Text by default.</summary>
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>Warnings and worse by default; "information" adds a line for each document that was handled.</summary>
    public LogLevel Level { get; set; } = LogLevel.Warning;
}
