namespace Pipeline.Evaluation.Scores;

/// <summary>What is counted of one document, or of many together.</summary>
public sealed record Counts
{
    public int Documents { get; init; }

    /// <summary>Documents that are a report and were read as one.</summary>
    public int Found { get; init; }

    /// <summary>Documents that are none and were read as a report.</summary>
    public int Mistaken { get; init; }

    /// <summary>Documents that are a report and were not read as one.</summary>
    public int Missed { get; init; }

    /// <summary>Reports by the truth.</summary>
    public int Records { get; init; }

    public int Cells { get; init; }

    public int CellsRight { get; init; }

    /// <summary>Cells that are not zero and not blank by the truth.</summary>
    public int Nonzero { get; init; }

    public int NonzeroRight { get; init; }

    /// <summary>Cells that were read as a number other than zero, strays and unknown cells included.</summary>
    public int NonzeroRead { get; init; }

    public int NonzeroReadRight { get; init; }

    public int Exact { get; init; }

    public int Year { get; init; }

    public int Form { get; init; }

    public int Authority { get; init; }

    /// <summary>Authorities equal to the fullest name.</summary>
    public int AuthorityStrict { get; init; }

    /// <summary>Authorities that contain a true name or are part of one.</summary>
    public int AuthorityContains { get; init; }

    /// <summary>Records accepted, strays included.</summary>
    public int Accepted { get; init; }

    public int AcceptedPaired { get; init; }

    public int AcceptedExact { get; init; }

    public static Counts operator +(Counts a, Counts b) => new()
    {
        Documents = a.Documents + b.Documents,
        Found = a.Found + b.Found,
        Mistaken = a.Mistaken + b.Mistaken,
        Missed = a.Missed + b.Missed,
        Records = a.Records + b.Records,
        Cells = a.Cells + b.Cells,
        CellsRight = a.CellsRight + b.CellsRight,
        Nonzero = a.Nonzero + b.Nonzero,
        NonzeroRight = a.NonzeroRight + b.NonzeroRight,
        NonzeroRead = a.NonzeroRead + b.NonzeroRead,
        NonzeroReadRight = a.NonzeroReadRight + b.NonzeroReadRight,
        Exact = a.Exact + b.Exact,
        Year = a.Year + b.Year,
        Form = a.Form + b.Form,
        Authority = a.Authority + b.Authority,
        AuthorityStrict = a.AuthorityStrict + b.AuthorityStrict,
        AuthorityContains = a.AuthorityContains + b.AuthorityContains,
        Accepted = a.Accepted + b.Accepted,
        AcceptedPaired = a.AcceptedPaired + b.AcceptedPaired,
        AcceptedExact = a.AcceptedExact + b.AcceptedExact,
    };

    public static Counts Add(Counts left, Counts right) => left + right;
}
