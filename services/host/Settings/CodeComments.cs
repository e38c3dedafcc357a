using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pipeline.Host.Settings;

/// <summary>Comments of the code, from the XML files that the compiler writes beside each assembly.</summary>
internal static partial class CodeComments
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Known = new();

    /// <summary>The summary of a property in one line of Markdown; empty where there is none.</summary>
    public static string Summary(PropertyInfo property)
    {
        var members = Known.GetOrAdd(property.DeclaringType!.Assembly, Read);
        return members.TryGetValue($"P:{property.DeclaringType.FullName!.Replace('+', '.')}.{property.Name}", out var summary) ? Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim() : "";
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").Where(member => member.Element("summary") is not null).ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!, StringComparer.Ordinal)
            : [];
    }

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => $"`{(see.Attribute("cref") ?? see.Attribute("langword"))?.Value.Split('.')[^1]}`",
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
