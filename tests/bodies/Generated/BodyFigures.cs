using Pipeline.Contracts;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Tests.Generated;

/// <summary>A body's true figures: sums hold, what is carried forward is carried over, documents in force follow from those issued and repealed.</summary>
internal sealed class BodyFigures(TrueBody body, Random random)
{
    private readonly double _asked = 12 * body.Size;
    private readonly double _licences = 150 * body.Size;
    private readonly double _penalties = 60 * body.Size;
    private readonly decimal[] _forward = [random.Next(3), random.Next(2)];
    private decimal _inForce = 5 + random.Next(20);
    private decimal _licensed = 10 + random.Next(60);

    // Fixed by its seed, and no secret.
#pragma warning disable CA5394
    public decimal?[] On(int year)
    {
        var form = GeneratedReports.FormOf(year);
        var values = new decimal?[form.Cells.Length];
        foreach (var cell in form.Cells)
            values[cell.Index] = 0;
        if (form.Tables.Any(table => table.Id == "applications"))
            Applications(form, values);
        else
            Statistics(form, values);
        if (form.Find(new CellId("disclosure.normative_documents.in_force")) is not null)
            Documents(form, values);
        else if (form.Find(new CellId("disclosure.licensing.items_last_year")) is not null)
            Items(form, values);
        Sums(form, values);
        return values;
    }

    private void Applications(OfficialForm form, decimal?[] values)
    {
        foreach (var (column, place) in new[] { ("natural_person", 0), ("commercial", 1) })
        {
            var open = Number(_asked * (place == 0 ? 1 : 0.2));
            var over = _forward[place];
            _forward[place] = Math.Min(open, random.Next(3));
            var handled = open + over - _forward[place];
            Set("new", open);
            Set("carried_over", over);
            Set("carried_forward", _forward[place]);
            foreach (var (row, share) in new[] { ("granted", 0.5), ("partial", 0.2), ("unable.not_held", 0.5), ("denied.privacy", 0.1) })
            {
                if (form.Find(new CellId($"applications.{row}.{column}")) is null)
                    continue;
                var part = Math.Min(handled, Math.Round(handled * (decimal)(share * random.NextDouble() * 2)));
                Set(row, part);
                handled -= part;
            }

            Set("not_processed.petition", handled);
            Set("handled_total", open + over - _forward[place]);
            void Set(string row, decimal value) => values[form.OrdinalOf(new CellId($"applications.{row}.{column}"))] = value;
        }

        values[form.OrdinalOf(new CellId("remedies.reconsideration.upheld"))] = Number(_asked * 0.05);
    }

    private void Statistics(OfficialForm form, decimal?[] values)
    {
        foreach (var (cell, size) in new[]
        {
            ("disclosure.information", _licences * 2), ("channels.website", _licences), ("applications.received.in_person", _asked * 0.3), ("applications.received.online", _asked * 0.6),
            ("applications.completed.on_time", _asked), ("applications.answered.granted", _asked * 0.6), ("applications.answered.not_existing", _asked * 0.3), ("organisation.staff.full_time", 3), ("training.participants", 30),
        })
            values[form.OrdinalOf(new CellId(cell))] = Number(size);
    }

    private void Documents(OfficialForm form, decimal?[] values)
    {
        var issued = (decimal)random.Next(4);
        var repealed = Math.Min(_inForce, random.Next(3));
        _inForce += issued - repealed;
        Set("normative_documents.issued", issued);
        Set("normative_documents.repealed", repealed);
        Set("normative_documents.in_force", _inForce);
        Set("licensing.decisions", Number(_licences));
        Set("penalty.decisions", Number(_penalties));
        Set("fees.amount_10k_cny", Math.Round((decimal)(_penalties * random.NextDouble()), 2));
        void Set(string cell, decimal value) => values[form.OrdinalOf(new CellId($"disclosure.{cell}"))] = value;
    }

    private void Items(OfficialForm form, decimal?[] values)
    {
        var change = (decimal)random.Next(5);
        Set("licensing.items_last_year", _licensed);
        Set("licensing.items_change", change);
        _licensed += change;
        Set("licensing.decisions", Number(_licences));
        Set("penalty.decisions", Number(_penalties));
        void Set(string cell, decimal value) => values[form.OrdinalOf(new CellId($"disclosure.{cell}"))] = value;
    }

    // Totals are the sums of their parts; a total of totals comes after them.
    private static void Sums(OfficialForm form, decimal?[] values)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var equation in form.Equations.Where(equation => equation.IsSum))
                values[equation.Left[0].Index] = equation.Right.Sum(cell => values[cell.Index] ?? 0);
        }
    }

    /// <summary>A count around a size: years scatter by a fifth, and by the root of the count.</summary>
    private decimal Number(double size)
    {
        var expected = size * Math.Exp(0.2 * Normal());
        return (decimal)Math.Max(0, Math.Round(expected + Math.Sqrt(expected) * Normal()));
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
