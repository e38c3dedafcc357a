using System.Text.Json.Nodes;
using Pipeline.Tests;
using YamlDotNet.Core;

namespace Pipeline.Deploy.Tests;

/// <summary>The files of <c>deploy/</c> as they are in the repository.</summary>
internal static class DeployFolder
{
    public static string Root => RepositoryRoot.Path;

    public static IEnumerable<string> Files(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, "deploy"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}secrets{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static string PathOf(string name) => Path.Combine(Root, "deploy", name);

    public static JsonNode Json(string name) => JsonNode.Parse(Text(name))!;

    /// <summary>The document as JSON, with anchors and merge keys resolved.</summary>
    public static JsonNode Yaml(string name)
    {
        using var text = new StringReader(Text(name));
        var yaml = new YamlDotNet.Serialization.Deserializer().Deserialize(new MergingParser(new Parser(text)));
        return JsonNode.Parse(new YamlDotNet.Serialization.SerializerBuilder().JsonCompatible().Build().Serialize(yaml))!;
    }
}
