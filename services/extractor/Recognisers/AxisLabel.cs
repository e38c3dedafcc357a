using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Recognisers;

/// <summary>The two coordinates of a cell: a cell id is table.row.column, however the page turns the table.</summary>
public enum Axis
{
    Row,
    Column,

    /// <summary>A label above or before others, such as 不予公开, that names no row or column of its own.</summary>
    Group,
}

/// <summary>An official label and the coordinate that it names.</summary>
/// <param name="Key">Middle or last part of the cell id, such as <c>denied.state_secret</c> or <c>natural_person</c>; for groups the label itself.</param>
public sealed record AxisLabel(TableName Table, Axis Axis, string Key, LabelText Text);

/// <param name="Similarity">0..1; 1 is the official wording.</param>
public sealed record LabelMatch(AxisLabel Label, double Similarity);
