using System.Globalization;
using Pipeline.Store.Export;

namespace Pipeline.Host.Storing;

/// <summary>Tells of records that could not be written out.</summary>
internal static class DamagedRecords
{
    public static string Line(DamagedRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"Record {record.RecordId} was left out: what is stored of it is damaged ({record.Problem.TrimEnd('.')}). Read it again with: pipeline reextract {record.Url}");
}
