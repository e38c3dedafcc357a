using System.Text.Json.Serialization;

namespace Pipeline.Bodies.Names;

[JsonConverter(typeof(JsonStringEnumConverter<BodyKind>))]
public enum BodyKind
{
    /// <summary>People's government of a division down to the county, or its office where that reports for it.</summary>
    [JsonStringEnumMemberName("government")] Government,

    [JsonStringEnumMemberName("department")] Department,

    /// <summary>Government of a township or town.</summary>
    [JsonStringEnumMemberName("township")] Township,

    /// <summary>Office of a sub-district, 街道办事处.</summary>
    [JsonStringEnumMemberName("subdistrict")] Subdistrict,

    /// <summary>Agency of a national body, administration of a zone, or public institution.</summary>
    [JsonStringEnumMemberName("agency")] Agency,
}
