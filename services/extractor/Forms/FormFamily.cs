using System.Collections.Frozen;
using System.Collections.Immutable;
using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Extractor.Forms;

/// <summary>
/// Forms of one genre whose tables have the same names: editions of one layout. Pages mix their wordings, so their labels are sought together;
/// which edition it is, the cells found tell.
/// </summary>
public sealed class FormFamily
{
    private readonly FrozenDictionary<CellId, FamilyCell> _byId;
    private readonly Dictionary<FormCell, FamilyCell> _byDeclared;
    private readonly ImmutableArray<FamilyTable> _tables;

    private FormFamily(Genre genre, ImmutableArray<OfficialForm> forms)
    {
        Genre = genre;
        Forms = forms;
        var cells = forms.SelectMany(form => form.Cells).DistinctBy(cell => cell.Id).OrderBy(cell => cell.Id.ToString(), StringComparer.Ordinal)
            .Select((cell, index) => new FamilyCell(index, cell.Id, cell)).ToImmutableArray();
        Cells = cells;
        _byId = cells.ToFrozenDictionary(cell => cell.Id);
        CellsOfForms = [.. forms.Select(form => form.Cells.Select(cell => _byId[cell.Id]).ToImmutableArray())];
        _byDeclared = new Dictionary<FormCell, FamilyCell>(ReferenceEqualityComparer.Instance);
        foreach (var declared in forms.SelectMany(form => form.Cells))
            _byDeclared.Add(declared, _byId[declared.Id]);
        Tables = [.. forms.SelectMany(form => form.Tables).Select(table => table.Id).Distinct().Select((id, index) => new FamilyTable(index, [.. forms.SelectMany(form => form.Tables).Where(table => table.Id == id)], cells, forms))];
        _tables = [.. cells.Select(cell => Tables.First(table => table.Has(cell)))];
        Lexicon = new LabelLexicon(this);
        Headings = new SectionHeadings([.. forms.SelectMany(form => form.Sections).DistinctBy(section => section.Id)]);
        RowWidth = Tables.Where(table => table.Shape == TableShape.Matrix).Select(table => table.Columns.Length).DefaultIfEmpty(int.MaxValue).Max();
    }

    public Genre Genre { get; }

    /// <summary>Newest first.</summary>
    public ImmutableArray<OfficialForm> Forms { get; }

    public ImmutableArray<FamilyTable> Tables { get; }

    /// <summary>Cells of all editions, sorted by id; a cell's index is its place here.</summary>
    public ImmutableArray<FamilyCell> Cells { get; }

    /// <summary>Of each of the forms its cells, by their index there.</summary>
    public ImmutableArray<ImmutableArray<FamilyCell>> CellsOfForms { get; }

    public LabelLexicon Lexicon { get; }

    public SectionHeadings Headings { get; }

    /// <summary>Numbers of a row of the widest table in which all rows have all columns; <see cref="int.MaxValue"/> where there is none.</summary>
    public int RowWidth { get; }

    /// <summary>Families of all genres, the default genre's newest first.</summary>
    public static ImmutableArray<FormFamily> Of(FormCatalog catalog) =>
    [
        .. catalog.Genres.SelectMany(genre => genre.Forms
            .GroupBy(form => string.Join('\n', form.Tables.Select(table => table.Id)))
            .Select(forms => new FormFamily(genre, [.. forms]))),
    ];

    public FamilyCell? Find(CellId id) => _byId.GetValueOrDefault(id);

    /// <summary>The cell of the family that a cell of one of its forms is.</summary>
    public FamilyCell Of(FormCell cell) => _byDeclared[cell];

    /// <summary>The table that the cell is in.</summary>
    public FamilyTable TableOf(FamilyCell cell) => _tables[cell.Index];
}

/// <summary>A cell that at least one edition has.</summary>
/// <param name="Index">Place among the cells of the family.</param>
/// <param name="Declared">As the newest edition that has it declares it.</param>
public sealed record FamilyCell(int Index, CellId Id, FormCell Declared)
{
    // There is one of each in a family, and every reading looks its cells up by it.
    public bool Equals(FamilyCell? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;
}
