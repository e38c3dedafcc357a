namespace Pipeline.Contracts.Forms;

/// <summary>What a cell of a form can hold. A number outside its domain is no value that the form knows.</summary>
public enum NumberDomain
{
    /// <summary>A whole number of zero or more.</summary>
    Count,

    /// <summary>Money in the cell's unit, zero or more, decimals allowed.</summary>
    Amount,

    /// <summary>A whole number that may be negative: more or fewer than before.</summary>
    Change,
}

/// <summary>Which numbers a domain allows.</summary>
public static class NumberDomains
{
    public static bool Allows(this NumberDomain domain, decimal number) => domain switch
    {
        NumberDomain.Count => number >= 0 && decimal.IsInteger(number),
        NumberDomain.Change => decimal.IsInteger(number),
        _ => number >= 0,
    };
}
