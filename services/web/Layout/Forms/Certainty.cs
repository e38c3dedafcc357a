namespace Pipeline.Web.Layout.Forms;

/// <summary>How sure a reading is, in four steps that colours and words can show.</summary>
public static class Certainty
{
    /// <summary>Name of the step as a class of the style sheet: sure, fair, doubtful, weak.</summary>
    /// <param name="confidence">0..1.</param>
    public static string Of(double confidence) => confidence switch
    {
        >= 0.999 => "sure",
        >= 0.99 => "fair",
        >= 0.9 => "doubtful",
        _ => "weak",
    };
}
