using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Database;

/// <summary>Members of the contracts' enumerations as the database names them: the names of their JSON form.</summary>
public static class StoredName
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ToText[value];

    public static T Read<T>(string name)
        where T : struct, Enum => Names<T>.FromText[name];

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ToText = Enum.GetValues<T>().ToDictionary(value => value, NameOf);

        public static readonly Dictionary<string, T> FromText = ToText.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        private static string NameOf(T value) => typeof(T).GetField(value.ToString())!
            .GetCustomAttributes(typeof(JsonStringEnumMemberNameAttribute), inherit: false)
            .Cast<JsonStringEnumMemberNameAttribute>().SingleOrDefault()?.Name ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    }
}
