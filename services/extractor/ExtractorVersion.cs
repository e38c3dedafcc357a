using System.Reflection;

namespace Pipeline.Extractor;

/// <summary>Version of the extractor's code: with the snapshot it determines the result, byte for byte.</summary>
public static class ExtractorVersion
{
    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Current { get; } =
        typeof(ExtractorVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
