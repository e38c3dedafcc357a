using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Pipeline.Bodies.Declared;
using Pipeline.Bodies.Findings;
using Pipeline.Bodies.Regions;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;
using Pipeline.Store.Bodies;
using Pipeline.Store.Findings;

namespace Pipeline.Host.Storing;

/// <summary><c>pipeline bodies</c>: tells which records are about which body and compares the bodies' reports, as each crawl does at its end.</summary>
internal static class BodiesCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var file = new Option<string?>("--bodies") { Description = "Your own bodies, CSV: id, name, other_names, kind, region, belongs_to, from, to. It takes the place of the file before.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "One JSON object for a program." };
        var command = common.AddTo(new Command("bodies", "Tells anew which names are which bodies, and compares their reports over years and levels.") { file, json });
        command.SetAction((parsed, cancellation) => Run(common.Settings(parsed), parsed.GetValue(file), parsed.GetValue(json), terminal, cancellation));
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, string? file, bool json, Terminal terminal, CancellationToken cancellation)
    {
        await using var store = await StoreSession.Open(settings, cancellation);
        if (file is not null)
            await store.Get<BodyDecisions>().Declare(Read(file, store.Get<DivisionTable>()), cancellation);
        var counts = (await store.Get<Comparison>().Run(always: true, cancellation))!;
        foreach (var line in json ? [CommandJson.Object(counts)] : Lines(counts))
            await terminal.Out.WriteLineAsync(line);
        if (counts.Bodies.Questions > 0 && !json)
            terminal.Say("Some names may be one body; answer on the pages under Review, Same body?");
        return ExitCode.Done;
    }

    /// <exception cref="CommandFailedException">It cannot be read, or says what cannot be, with the lines.</exception>
    private static ImmutableArray<DeclaredBody> Read(string path, DivisionTable divisions)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var (bodies, faults) = BodiesFile.Read(stream, divisions);
            return faults.Length == 0 ? bodies : throw new CommandFailedException($"{path} was not taken; nothing has changed:\n{string.Join('\n', faults)}", ExitCode.WrongUse);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{path} cannot be read: {error.Message}", ExitCode.WrongUse);
        }
    }

    private static IEnumerable<string> Lines(ComparisonCounts counts)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"bodies     {counts.Bodies.Bodies}, {counts.Bodies.New} of them new");
        yield return string.Create(CultureInfo.InvariantCulture, $"questions  {counts.Bodies.Questions}");
        foreach (var kind in Enum.GetValues<FindingKind>())
            yield return string.Create(CultureInfo.InvariantCulture, $"{kind.ToString().ToLowerInvariant(),-10} {counts.Findings.GetValueOrDefault(kind)}");
    }
}
