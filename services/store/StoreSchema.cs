using Dapper;
using Pipeline.Contracts.Forms;
using Pipeline.Database;

namespace Pipeline.Store;

/// <summary>The store's tables: see <c>docs/database.md</c>.</summary>
public static class StoreSchema
{
    /// <summary>Brings the tables to the newest version; safe when several processes start at once.</summary>
    /// <exception cref="InvalidOperationException">A newer program changed the database so that this one cannot use it.</exception>
    public static async Task Migrate(PipelineDatabase database, CancellationToken cancellation)
    {
        await new Migrations(database).Apply("store", typeof(StoreSchema).Assembly, cancellation);
        if (!database.CanWrite)
            return;
        await using var connection = await database.Open(cancellation);
        var forms = (await connection.QueryAsync<string>("SELECT DISTINCT form FROM form_cells")).ToHashSet(StringComparer.Ordinal);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        foreach (var form in FormCatalog.Current.Forms.Where(form => !forms.Contains(form.Id)))
            await connection.ExecuteAsync(
                """
                INSERT INTO form_cells (form, ordinal, cell_id, section, group_label, row_label, column_label)
                VALUES (@form, @ordinal, @cell, @Section, @Group, @Row, @Column) ON CONFLICT DO NOTHING
                """,
                form.Cells.Select((cell, ordinal) => new { form = form.Id, ordinal, cell = cell.Id.ToString(), Section = cell.SectionLabel, Group = cell.GroupLabel, Row = cell.RowLabel, Column = cell.Column.Label }),
                transaction);
        await transaction.CommitAsync(cancellation);
    }
}
