using Pipeline.Extractor.Normalising;

namespace Pipeline.Extractor.Forms;

/// <summary>What a label of a form names, however the page turns the table.</summary>
public enum Axis
{
    Row,
    Column,

    /// <summary>A label above or before rows, such as 不予公开, that names no row or column of its own.</summary>
    Group,

    /// <summary>A label of the table's head that names no column of its own, such as 申请人情况.</summary>
    Head,
}

/// <summary>An official label and the coordinate that it names.</summary>
/// <param name="Key">Id of the row or column, such as <c>denied.state_secret</c> or <c>natural_person</c>; for groups and heads the label itself.</param>
public sealed record AxisLabel(FamilyTable Table, Axis Axis, string Key, LabelText Text)
{
    // 总计 and 其他 name rows and columns of several tables, and the tables of others.
    private const int LongestCommon = 2;

    /// <summary>Whether the label is so short that it names rows and columns of many tables and so none for sure.</summary>
    public bool IsCommon => Text.Core.Length <= LongestCommon;
}

/// <param name="Similarity">0..1; 1 is the official wording.</param>
public sealed record LabelMatch(AxisLabel Label, double Similarity);
