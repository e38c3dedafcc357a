using System.CommandLine;
using Pipeline.Host.Settings;

namespace Pipeline.Host.CommandLine;

/// <summary>The options that every command with state has.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> _data = new("--data") { Description = "Folder of database, snapshots and exports (default: data).", HelpName = "DIR" };
    private readonly Option<string?> _config = new("--config") { Description = "Settings file, JSON. A variable such as PIPELINE_TRANSPORT__HOST goes before it.", HelpName = "FILE" };
    private readonly Option<string[]> _allowPrivate = new("--allow-private")
    {
        Description = "Loopback or private address that may be visited; repeatable.",
        HelpName = "HOST:PORT",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    public Command AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_config);
        command.Add(_allowPrivate);
        return command;
    }

    /// <summary>The settings, with what the command line says on top.</summary>
    /// <exception cref="CommandFailedException">A setting is wrong.</exception>
    public PipelineSettings Settings(ParseResult parsed)
    {
        var settings = SettingsFile.Load(parsed.GetValue(_config));
        settings.Data = parsed.GetValue(_data) ?? settings.Data;
        settings.AllowPrivate.AddRange(parsed.GetValue(_allowPrivate)!);
        return settings;
    }
}
