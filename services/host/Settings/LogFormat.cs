namespace Pipeline.Host.Settings;

/// <summary>How log lines look.</summary>
public enum LogFormat
{
    /// <summary>For a person.</summary>
    Text,

    /// <summary>One JSON object a line, with the ids of document, source and run.</summary>
    Json,
}
