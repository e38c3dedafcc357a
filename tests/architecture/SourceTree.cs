using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pipeline.Tests;

namespace Pipeline.Architecture.Tests;

/// <summary>What refers to what under <c>services/</c>, read from the project files and the using directives.</summary>
internal static partial class SourceTree
{
    private static readonly string Services = Path.Combine(RepositoryRoot.Path, "services");

    /// <summary>Names of the rooms' folders.</summary>
    public static IReadOnlyList<string> Rooms { get; } =
        [.. Directory.GetFiles(Services, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileName(Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal)];

    /// <summary>Every file of code of every room.</summary>
    public static IEnumerable<string> Sources() => Rooms.SelectMany(Sources);

    /// <summary>Every file of code of a room.</summary>
    public static IEnumerable<string> Sources(string room) => new[] { "*.cs", "*.razor" }
        .SelectMany(kind => Directory.EnumerateFiles(Path.Combine(Services, room), kind, SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    /// <summary>Rooms that a room's project refers to.</summary>
    public static IReadOnlyList<string> RoomsUsedBy(string room) =>
    [
        .. XDocument.Load(Directory.GetFiles(Path.Combine(Services, room), "*.csproj").Single()).Descendants("ProjectReference")
            .Select(reference => reference.Attribute("Include")!.Value.Split('/')[1])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Each pair of folders of a room of which the first uses the second, with a file that does.</summary>
    public static IReadOnlyList<FolderUse> FolderUses(string room)
    {
        var folders = Directory.GetDirectories(Path.Combine(Services, room)).Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from folder in folders
               from file in Directory.GetFiles(Path.Combine(Services, room, folder), "*.cs", SearchOption.AllDirectories)
               from Match use in UsingOfRoom().Matches(File.ReadAllText(file))
               let used = use.Groups["folder"].Value
               where use.Groups["room"].Value.Equals(room, StringComparison.OrdinalIgnoreCase) && folders.Contains(used) && used != folder
               group Path.GetRelativePath(Services, file) by (folder, used) into files
               orderby files.Key
               select new FolderUse(files.Key.folder, files.Key.used, files.Min(StringComparer.Ordinal)!),
        ];
    }

    [GeneratedRegex(@"^using (static )?Pipeline\.(?<room>\w+)\.(?<folder>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex UsingOfRoom();
}
