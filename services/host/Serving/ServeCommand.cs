using System.CommandLine;
using System.ComponentModel.DataAnnotations;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Serving;

/// <summary><c>pipeline serve</c>: the pages and the HTTP API over what is stored, without crawling by itself.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var listen = ListenOption();
        var command = common.AddTo(new Command("serve", "Serves the pages and the HTTP API until it is stopped (Ctrl-C, SIGTERM); crawls nothing by itself.") { listen });
        command.SetAction((parsed, cancellation) =>
        {
            var settings = common.Settings(parsed);
            Listen(settings, parsed.GetValue(listen));
            return Run(settings, terminal, cancellation);
        });
        return command;
    }

    public static Option<string?> ListenOption() => new("--listen") { Description = "Address and port of the pages (default: 127.0.0.1:8481, this machine only).", HelpName = "ADDRESS:PORT" };

    /// <exception cref="CommandFailedException">It is no address, or one that others reach while nothing says who may come in.</exception>
    public static void Listen(PipelineSettings settings, string? listen)
    {
        if (listen is null)
            return;
        settings.Web.Listen = listen;
        if (settings.Web.Validate(new ValidationContext(settings.Web)).FirstOrDefault() is { } problem)
            throw new CommandFailedException($"--listen: {problem.ErrorMessage}.", ExitCode.WrongUse);
    }

    public static void SayAddress(RunningHost host, Terminal terminal)
    {
        foreach (var address in host.Addresses)
            terminal.Say($"Pages: {address}/");
    }

    private static async Task<int> Run(PipelineSettings settings, Terminal terminal, CancellationToken cancellation)
    {
        var data = settings.Database.Kind == DatabaseKind.Sqlite ? DataFolder.Read(settings.Data) : DataFolder.Create(settings.Data);
        // What a person asks for is worked off by this process where no other could hear of it.
        var roles = settings.Transport.Kind == TransportKind.Memory && data.CanWrite ? WorkerRole.All | WorkerRole.Web : WorkerRole.Web;
        await using var host = await PipelineHost.Start(settings, data, roles, cancellation);
        SayAddress(host, terminal);
        if (!data.CanWrite)
            terminal.Say($"The data folder {data.Root} cannot be written: the pages show what is stored, and refuse what would change it.");
        terminal.Say("Stop with Ctrl-C.");
        await host.WaitForStop(cancellation);
        return ExitCode.Done;
    }
}
