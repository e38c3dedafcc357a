namespace Pipeline.Web.Review;

/// <summary>How far one decision reaches from the chosen cell.</summary>
public enum CellScope
{
    Row,
    Table,
    Rest,
}
