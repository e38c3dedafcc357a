using Pipeline.Bodies.Names;

namespace Pipeline.Bodies.Tests.Generated;

/// <summary>A body of the generated country, with its names by year.</summary>
/// <param name="Owner">Number of the government that counts it; null for none.</param>
/// <param name="Size">How much it is asked, as a factor.</param>
internal sealed record TrueBody(int Number, BodyKind Kind, int? Owner, double Size)
{
    /// <summary>First year and name from then on, with the site.</summary>
    public List<(int From, string Name, string Site)> Names { get; } = [];

    public int First { get; init; } = GeneratedCountry.FirstYear;

    public int Last { get; init; } = GeneratedCountry.LastYear;

    public (string Name, string Site) On(int year)
    {
        var (_, name, site) = Names.Last(one => one.From <= year);
        return (name, site);
    }
}
