using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Host.CommandLine;
using Pipeline.Host.Composition;
using Pipeline.Host.Crawling;
using Pipeline.Host.Serving;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Schedule;

/// <summary><c>pipeline run</c>: the long-running service with the nightly schedule.</summary>
internal static class RunCommand
{
    public static Command Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var roles = new Option<string?>("--roles") { Description = "Workers of this process, separated by commas: crawler, extractor, store, web (default: all). Fewer than all need RabbitMQ.", HelpName = "ROLES" };
        var sources = new Option<string?>("--sources") { Description = "Sources file (default: sources.json, or the setting sources).", HelpName = "FILE" };
        var listen = ServeCommand.ListenOption();
        var now = new Option<bool>("--now") { Description = "Crawl at once as well, before the first night." };
        var command = common.AddTo(new Command("run", "Runs until it is stopped (Ctrl-C, SIGTERM): crawls every night and works off what comes.") { roles, sources, listen, now });
        command.SetAction((parsed, cancellation) =>
        {
            var settings = common.Settings(parsed);
            settings.Roles = parsed.GetValue(roles) ?? settings.Roles;
            settings.Sources = parsed.GetValue(sources) ?? settings.Sources;
            ServeCommand.Listen(settings, parsed.GetValue(listen));
            return Run(settings, parsed.GetValue(now), terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> Run(PipelineSettings settings, bool atOnce, Terminal terminal, CancellationToken cancellation)
    {
        var roles = Roles(settings);
        var crawls = roles.HasFlag(WorkerRole.Crawler);
        if (crawls && CrawlPlans.Advice(settings.Crawl) is { } advice)
            terminal.Say(advice);
        if (crawls)
            settings.AllowPrivate.AddRange(CrawlPlans.Read(settings.Sources).AllowPrivate);
        await using var host = await PipelineHost.Start(settings, DataFolder.Create(settings.Data), roles, cancellation, services =>
        {
            services.AddSingleton(terminal);
            if (crawls)
                services.AddNightlySchedule(settings, atOnce);
        });
        await host.RepublishLost(settings.Transport, cancellation);
        terminal.Say($"Running as {settings.Roles}{(crawls ? $"; crawls at \"{settings.Schedule.Cron}\" ({settings.Schedule.TimeZone})" : "")}. Stop with Ctrl-C.");
        ServeCommand.SayAddress(host, terminal);
        await host.WaitForStop(cancellation);
        terminal.Say("Stopping: what is being read is finished first.");
        return ExitCode.Done;
    }

    private static WorkerRole Roles(PipelineSettings settings)
    {
        var roles = WorkerRoles.Parse(settings.Roles, out var problem);
        if (problem is not null)
            throw new CommandFailedException($"--roles: {problem}.", ExitCode.WrongUse);
        if (!roles.HasFlag(WorkerRole.All) && settings.Transport.Kind == TransportKind.Memory)
            throw new CommandFailedException("In-memory messages never leave this process, so a process with only some roles would wait for ever: set transport.kind to rabbitmq, or leave out --roles.", ExitCode.WrongUse);
        return roles;
    }
}
