using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Pipeline.Crawler.Sources;

namespace Pipeline.Host.Settings;

/// <summary>Writes the reference of settings from the classes that hold them and their comments, and that of the sources file from its schema: neither can be out of date.</summary>
internal static class SettingsReference
{
    public static string Markdown()
    {
        var text = new StringBuilder(
            """
            # Settings

            Written by `pipeline settings`. A setting stands in the file that `--config` names (JSON: `crawl.delay` is `{ "crawl": { "delay": "00:00:02" } }`) or in a variable of the environment
            (`PIPELINE_CRAWL__DELAY=00:00:02`). A variable goes before the file, an option of the command line before both. Times are hours, minutes, seconds.

            | setting | default | |
            | --- | --- | --- |

            """);
        Describe(new PipelineSettings(), "", text);
        text.Append(
            """

            ## The sources file

            `sources.json`, or the file that the setting `sources` names: `{ "sources": [ … ] }`, an entry for each body. Comments are allowed. `pipeline sources check` reads it and tells what is wrong.

            | field | default | |
            | --- | --- | --- |

            """);
        Describe(JsonNode.Parse(SourcesSchema.Text)!["$defs"]!["source"]!.AsObject(), text);
        return text.ToString();
    }

    private static void Describe(object section, string path, StringBuilder text)
    {
        foreach (var property in section.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsSet))
        {
            var name = path + SettingsFile.NameOf(property.Name);
            var value = property.GetValue(section);
            if (SettingsFile.IsSection(property.PropertyType) && value is not null)
                Describe(value, name + ".", text);
            else
                text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {Shown(value)} | {Cell(CodeComments.Summary(property))}{Choices(property.PropertyType)} |\n");
        }
    }

    private static void Describe(JsonObject source, StringBuilder text)
    {
        var required = source["required"]!.AsArray().Select(name => name!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, field) in source["properties"]!.AsObject())
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {(required.Contains(name) ? "must be there" : field!["default"] is { } standard ? $"`{standard}`" : "")} | {Cell(field!["description"]!.GetValue<string>())} |\n");
    }

    // What is computed from others cannot be set; lists and sections are filled in place.
    private static bool IsSet(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0 && (property.CanWrite || SettingsFile.IsSection(property.PropertyType) || property.PropertyType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(property.PropertyType));

    private static string Shown(object? value) => value switch
    {
        null or "" => "",
        string or Uri => $"`{value}`",
        IEnumerable list => list.Cast<object>().Any() ? $"`{string.Join(", ", list.Cast<object>())}`" : "none",
        Enum or bool => $"`{value.ToString()!.ToLowerInvariant()}`",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    private static string Choices(Type type) => type.IsEnum ? $" One of {string.Join(", ", Enum.GetNames(type).Select(name => $"`{SettingsFile.NameOf(name)}`"))}." : "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
