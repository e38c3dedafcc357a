using System.Collections.Immutable;
using Pipeline.Bodies.Findings;
using Pipeline.Bodies.Names;
using Pipeline.Contracts.Forms;

namespace Pipeline.Bodies.Tests.Generated;

/// <summary>
/// Ten years of reports of the generated country on the forms of their years. What is true adds up, across years and across levels; what is printed has known faults: reports that are
/// missing, figures of the year before once more, figures carried over from the wrong line, a digit too many, governments that leave a body out.
/// </summary>
internal sealed class GeneratedReports
{
    private readonly Random _random;
    private readonly Dictionary<(int Body, int Year), decimal?[]> _true = [];
    private readonly Dictionary<(int Body, int Year), decimal?[]> _printed = [];
    private readonly ILookup<int, TrueBody> _owned;

    // Fixed by its seed, and no secret.
#pragma warning disable CA5394
    public GeneratedReports(GeneratedCountry country, int seed = 2)
    {
        _random = new Random(seed);
        _owned = country.Bodies.Where(body => body.Owner is not null).ToLookup(body => body.Owner!.Value);
        var levels = country.Bodies.Where(body => body.Kind == BodyKind.Government).OrderBy(body => body.Owner is null).ToList();
        foreach (var body in country.Bodies.Where(body => body.Kind != BodyKind.Government))
        {
            var figures = new BodyFigures(body, _random);
            for (var year = body.First; year <= body.Last; year++)
                _true[(body.Number, year)] = figures.On(year);
        }

        foreach (var government in levels)
        {
            for (var year = government.First; year <= government.Last; year++)
                _true[(government.Number, year)] = Total([.. _owned[government.Number].Where(body => _true.ContainsKey((body.Number, year))).Select(body => _true[(body.Number, year)])]);
        }

        foreach (var (key, values) in _true)
            _printed[key] = [.. values];
        foreach (var body in country.Bodies)
            Spoil(body);
    }

    public enum Fault
    {
        Missing,
        Reposted,
        Carried,
        Slip,
        LeftOut,
    }

    /// <summary>What was done to the report of a body on a year.</summary>
    public Dictionary<(int Body, int Year), Fault> Faults { get; } = [];

    public int Count => _printed.Count;

    public ILookup<int, TrueBody> Owned => _owned;

    public static OfficialForm FormOf(int year) => FormCatalog.Current.DefaultGenre.Forms.First(form => form.IsInForce(year));

    public decimal?[] Printed(int body, int year) => _printed[(body, year)];

    /// <summary>Whether anything is known of the year: a report that was published.</summary>
    public bool Has(int body, int year) => _printed.ContainsKey((body, year));

    public BodyReports Of(TrueBody body) => new(
        body.Number, body.Kind,
        [.. Enumerable.Range(body.First, body.Last - body.First + 1).Where(year => Has(body.Number, year)).Select(year => new YearReport(body.Number * 100L + year - GeneratedCountry.FirstYear, year, FormOf(year), _printed[(body.Number, year)]))],
        body.First > GeneratedCountry.FirstYear ? body.First : null, body.Last < GeneratedCountry.LastYear ? body.Last : null, IsDeclared: false);

    // One fault in a body's ten years at most, so that each finding has one explanation.
    private void Spoil(TrueBody body)
    {
        if (_random.NextDouble() > 0.12 || body.Last - body.First < 5)
            return;
        var year = body.First + 1 + _random.Next(body.Last - body.First);
        var fault = _random.Next(5) switch { 0 => Fault.Missing, 1 => Fault.Reposted, 2 => Fault.Carried, 3 => Fault.Slip, _ => Fault.LeftOut };
        if (Apply(fault, body, year))
            Faults[(body.Number, year)] = fault;
    }

    private bool Apply(Fault fault, TrueBody body, int year)
    {
        var (key, form) = ((body.Number, year), FormOf(year));
        switch (fault)
        {
            case Fault.Missing when body.Kind != BodyKind.Government:
                return _printed.Remove(key);
            case Fault.Reposted when FormOf(year - 1) == form && Bits(_true[(body.Number, year - 1)], form) >= 24:
                _printed[key] = [.. _true[(body.Number, year - 1)]];
                return true;
            case Fault.Carried when form.YearEquations.Any(equation => !equation.IsQuestion) && FormOf(year - 1).YearEquations.Length > 0:
                foreach (var column in new[] { "natural_person", "total" })
                    Change(key, form, $"applications.carried_over.{column}", value => value + 3);
                return true;
            case Fault.Slip:
                // One more digit in the largest figure that no sum of the form holds.
                var loose = form.Cells.Where(cell => form.Equations.All(equation => !equation.Left.Concat(equation.Right).Contains(cell)) && form.YearEquations.All(equation => !equation.Left.Concat(equation.Right).Contains(cell)));
                var largest = loose.MaxBy(cell => _printed[key][cell.Index] ?? 0)!;
                if (_printed[key][largest.Index] is not >= 20)
                    return false;
                _printed[key][largest.Index] *= 10;
                return true;
            case Fault.LeftOut when body.Kind == BodyKind.Government && _owned[body.Number].FirstOrDefault(owned => _true.TryGetValue((owned.Number, year), out var values) && Bits(values, form) > 10) is { } owned:
                _printed[key] = [.. _printed[key].Zip(_true[(owned.Number, year)], (sum, part) => sum - (part ?? 0))];
                return true;
            default:
                return false;
        }
    }

    private void Change((int, int) key, OfficialForm form, string cell, Func<decimal?, decimal?> change)
    {
        var index = form.OrdinalOf(new Contracts.CellId(cell));
        _printed[key][index] = change(_printed[key][index]);
    }

    private static double Bits(decimal?[] values, OfficialForm form) => form.Cells
        .Where(cell => !form.Equations.Any(equation => equation.IsSum && equation.Left.Contains(cell)) && !form.YearEquations.Any(equation => equation.Left.Concat(equation.Right).Contains(cell)))
        .Sum(cell => Math.Log2(1 + (double)(values[cell.Index] ?? 0)));

    private static decimal?[] Total(ImmutableArray<decimal?[]> parts) =>
        parts.IsEmpty ? [] : [.. Enumerable.Range(0, parts[0].Length).Select(place => parts.Any(part => part[place] is not null) ? parts.Sum(part => part[place] ?? 0) : (decimal?)null)];
}
