namespace Pipeline.Extractor.Recognisers;

/// <summary>The three statutory tables; the names are the prefixes of their cell ids.</summary>
public enum TableName
{
    /// <summary>Section 二: rules, licences, penalties, fees, procurement.</summary>
    Disclosure,

    /// <summary>Section 三: applications by outcome and kind of applicant.</summary>
    Applications,

    /// <summary>Section 四: reconsideration and litigation by outcome.</summary>
    Remedies,
}
