using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Host.CommandLine;
using Pipeline.Store.Records;

namespace Pipeline.Host.Storing;

/// <summary>The options that choose records: the same for every command that writes them out.</summary>
internal sealed class RecordFilterOptions
{
    private const int FirstYear = 2008;

    private readonly Option<string?> _authority = new("--authority") { Description = "Only bodies whose name contains this.", HelpName = "NAME" };
    private readonly Option<int?> _year = CheckedOption.Number("--year", FirstYear, 9999);
    private readonly Option<string?> _region = new("--region") { Description = "Only this division and those below it, by the start of its GB/T 2260 code: 33, 3301 or 330106.", HelpName = "CODE" };
    private readonly Option<string?> _source = new("--source") { Description = "Only records that this source shows.", HelpName = "NAME" };
    private readonly Option<string?> _genre = new("--genre") { Description = "Only documents of this kind; pipeline forms lists them.", HelpName = "ID" };
    private readonly Option<ReviewStatus?> _status = CheckedOption.Choice<ReviewStatus>("--status");
    private readonly Option<DateTimeOffset?> _since = new("--updated-since") { HelpName = "TIME", CustomParser = Time };

    public RecordFilterOptions()
    {
        _year.Description = "Only reports on this year.";
        _status.Description = "accepted: sure enough, or reviewed by a person; reviewed: only those that a person has finished with; review: only those that wait for one.";
        _since.Description = "Only what is new, read anew or decided about since then: 2026-11-28, or 2026-11-28T08:00:00Z.";
        _region.Validators.Add(result =>
        {
            if (result.GetValue(_region) is { } code && (code.Length is 0 or > 6 || !code.All(char.IsAsciiDigit)))
                result.AddError($"--region takes the first digits of a code of GB/T 2260, such as 33 or 330106, not '{code}'.");
        });
        All = [_authority, _year, _region, _source, _genre, _status, _since];
    }

    public IReadOnlyList<Option> All { get; }

    public Command AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
        return command;
    }

    /// <exception cref="CommandFailedException">There is no such genre.</exception>
    public RecordFilter Of(ParseResult parsed) => new()
    {
        Authority = parsed.GetValue(_authority),
        Year = parsed.GetValue(_year),
        Region = Digits(parsed.GetValue(_region)),
        Source = parsed.GetValue(_source),
        Genre = Known(parsed.GetValue(_genre)),
        Status = parsed.GetValue(_status),
        UpdatedSince = parsed.GetValue(_since),
    };

    /// <summary>The filter as it was typed; empty for none.</summary>
    public string Words(ParseResult parsed) => string.Join(' ', All.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => $"{option.Name} {string.Join(' ', parsed.GetResult(option)!.Tokens)}"));

    // 330000 is the province: its zeros say nothing.
    private static string? Digits(string? code) => code switch
    {
        { Length: 6 } when code.EndsWith("0000", StringComparison.Ordinal) => code[..2],
        { Length: 6 } when code.EndsWith("00", StringComparison.Ordinal) => code[..4],
        _ => code,
    };

    private static string? Known(string? genre) => genre is null || FormCatalog.Current.Genres.Any(known => known.Id == genre)
        ? genre
        : throw new CommandFailedException($"There is no genre '{genre}': there are {string.Join(", ", FormCatalog.Current.Genres.Select(known => known.Id))}.", ExitCode.WrongUse);

    private static DateTimeOffset? Time(ArgumentResult result)
    {
        if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        result.AddError($"--updated-since takes a day or an instant such as 2026-11-28 or 2026-11-28T08:00:00Z, not '{result.Tokens[0].Value}'.");
        return null;
    }
}
