namespace Pipeline.Store.Export;

public enum ExportShape
{
    /// <summary>One line per record, all cells in it.</summary>
    Records,

    /// <summary>One line per cell.</summary>
    Cells,
}
