using System.Text.Json.Serialization;
using Pipeline.Contracts.Locators;

namespace Pipeline.Contracts.Reports;

/// <summary>Something noticed while reading, as data.</summary>
/// <param name="Code">Stable name, such as <c>charset.declaration-wrong</c>.</param>
/// <param name="Where">Null when it concerns the whole document.</param>
public sealed record Issue(string Code, IssueSeverity Severity, string Detail, Locator? Where = null);

[JsonConverter(typeof(JsonStringEnumConverter<IssueSeverity>))]
public enum IssueSeverity
{
    [JsonStringEnumMemberName("info")] Info,
    [JsonStringEnumMemberName("warning")] Warning,
}
