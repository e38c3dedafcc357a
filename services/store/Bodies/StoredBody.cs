using Pipeline.Bodies.Names;

namespace Pipeline.Store.Bodies;

/// <summary>A body by its id and its name of today.</summary>
public sealed record BodyName(long Id, string Name);

/// <summary>A body as one line of a list.</summary>
/// <param name="Region">GB/T 2260 code of today; null when unknown.</param>
/// <param name="Government">The government that counts its report in its own; null when there is none.</param>
/// <param name="Reports">How many years it has reported on.</param>
/// <param name="Confidence">Probability that all its names are one body.</param>
public sealed record BodySummary(long Id, string Name, BodyKind Kind, string? Region, BodyName? Government, int? FirstYear, int? LastYear, int Reports, double Confidence);

/// <summary>A body with its names and places.</summary>
/// <param name="Sites">Registered names of the sites that its reports stand on.</param>
/// <param name="Evidence">Why its names are one body.</param>
/// <param name="Became">The body that has its records now; null while it stands for itself.</param>
/// <param name="Declared">Its id in the user's own file.</param>
/// <param name="Records">Its records, by year.</param>
public sealed record StoredBody(
    BodySummary Summary, IReadOnlyList<PrintedName> Names, IReadOnlyList<string> Sites, IReadOnlyList<string> Evidence, int Bodies, BodyName? Became, string? Declared, IReadOnlyList<BodyRecord> Records);

/// <param name="Name">As reports print it.</param>
public sealed record PrintedName(string Name, int FirstYear, int LastYear);

/// <param name="IsChosen">Whether it is the one that counts where a year has several.</param>
public sealed record BodyRecord(long RecordId, int Year, bool IsChosen);
