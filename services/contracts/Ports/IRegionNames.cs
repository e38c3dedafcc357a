namespace Pipeline.Contracts.Ports;

/// <summary>Names of administrative divisions by their GB/T 2260 codes.</summary>
public interface IRegionNames
{
    /// <summary>Name of a division, such as 浙江省 for 330000; null for a code that is not known.</summary>
    /// <param name="code">Six digits.</param>
    string? NameOf(string code);

    /// <summary>Every division, by code.</summary>
    IReadOnlyList<Region> All { get; }

    /// <summary>
    /// The divisions directly below one, by code: prefectures of a province, counties of a prefecture; provinces below the whole country. Counties directly under a province stand
    /// below a division of their own, as in GB/T 2260.
    /// </summary>
    /// <param name="code">Six digits; null for the whole country.</param>
    IReadOnlyList<Region> Below(string? code);
}

/// <param name="Code">GB/T 2260, six digits.</param>
public sealed record Region(string Code, string Name)
{
    /// <summary>With what the codes of all divisions within it begin: 33 for 330000.</summary>
    /// <param name="code">Six digits; null for the whole country.</param>
    public static string PrefixOf(string? code) => code is null ? "" : code.EndsWith("0000", StringComparison.Ordinal) ? code[..2] : code.EndsWith("00", StringComparison.Ordinal) ? code[..4] : code;
}
