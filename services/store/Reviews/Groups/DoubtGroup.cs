using System.Text.Json.Serialization;
using Pipeline.Contracts;

namespace Pipeline.Store.Reviews.Groups;

/// <summary>What doubts of one group share beside their cause.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GroupedBy>))]
public enum GroupedBy
{
    /// <summary>The site: its template misleads a rule everywhere alike.</summary>
    [JsonStringEnumMemberName("site")] Site,

    /// <summary>The cell of the form: its label misleads a rule on many sites.</summary>
    [JsonStringEnumMemberName("cell")] Cell,
}

/// <summary>Which doubts of records that wait belong together.</summary>
/// <param name="Cause">As <see cref="DoubtCause"/> has it.</param>
/// <param name="Scope">The site or the cell.</param>
public sealed record GroupKey(string Cause, GroupedBy By, string Scope);

/// <summary>Open doubts of one cause over several records.</summary>
public sealed record DoubtGroup(GroupKey Key, long Records, long Cells);

/// <summary>One open doubt of a group.</summary>
/// <param name="Number">Number of the latest decision about the cell; 0 for none.</param>
public sealed record GroupedDoubt(long RecordId, long VersionId, CellId Cell, int Number);
