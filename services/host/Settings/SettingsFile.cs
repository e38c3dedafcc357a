using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Pipeline.Host.CommandLine;

namespace Pipeline.Host.Settings;

/// <summary>Loads the settings. A wrong one ends the command before anything starts, with a line that names it.</summary>
internal static class SettingsFile
{
    private const string VariablePrefix = "PIPELINE_";

    /// <param name="file">JSON; null to use the environment alone.</param>
    /// <exception cref="CommandFailedException">A setting is unknown or wrong.</exception>
    public static PipelineSettings Load(string? file)
    {
        var configuration = Read(file);
        // Other programs may have variables of the same prefix, so only the file is searched for unknown names.
        var problems = file is null ? [] : Unknown(new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(file)).Build(), typeof(PipelineSettings)).ToList();
        problems.AddRange(Misfits(configuration, typeof(PipelineSettings)));
        if (problems.Count > 0)
            throw Wrong(file, problems);
        var settings = new PipelineSettings();
        configuration.Bind(settings);
        WorkerRoles.Parse(settings.Roles, out var problem);
        if (problem is not null)
            problems.Add($"roles: {problem}");
        problems.AddRange(Violations(settings, ""));
        return problems.Count == 0 ? settings : throw Wrong(file, problems);
    }

    private static IConfigurationRoot Read(string? file)
    {
        if (file is not null && !File.Exists(file))
            throw new CommandFailedException($"There is no settings file '{file}': check --config.", ExitCode.WrongUse);
        var builder = new ConfigurationBuilder();
        if (file is not null)
            builder.AddJsonFile(Path.GetFullPath(file));
        try
        {
            return builder.AddEnvironmentVariables(VariablePrefix).Build();
        }
        catch (InvalidDataException error)
        {
            throw new CommandFailedException($"The settings file '{file}' is not valid JSON: {error.InnerException?.InnerException?.Message ?? error.Message}", ExitCode.WrongUse);
        }
    }

    private static IEnumerable<string> Unknown(IConfiguration configuration, Type type) => configuration.GetChildren().SelectMany(section => PropertyOf(type, section) switch
    {
        null => [$"{NameOf(section.Path)} is not known; beside it there are {string.Join(", ", type.GetProperties().Select(known => NameOf(known.Name)))}"],
        { } property when IsSection(property.PropertyType) => Unknown(section, property.PropertyType),
        _ => [],
    });

    private static IEnumerable<string> Misfits(IConfiguration configuration, Type type) => configuration.GetChildren().SelectMany(section => PropertyOf(type, section)?.PropertyType switch
    {
        null => [],
        { } kind when IsSection(kind) => Misfits(section, kind),
        { } kind when section.Value is { } value && !Fits(value, kind) => [$"{NameOf(section.Path)} is '{value}'; it takes {Expected(kind)}"],
        _ => Array.Empty<string>(),
    });

    private static PropertyInfo? PropertyOf(Type type, IConfigurationSection section) =>
        type.GetProperty(section.Key, BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance);

    /// <summary>Whether a setting of the type has settings of its own.</summary>
    internal static bool IsSection(Type type) => type.IsClass && type.Namespace?.StartsWith(nameof(Pipeline), StringComparison.Ordinal) == true && !typeof(IEnumerable).IsAssignableFrom(type);

    private static bool Fits(string value, Type type) =>
        type == typeof(string) || typeof(IEnumerable).IsAssignableFrom(type) || (type.IsEnum ? Enum.TryParse(type, value, ignoreCase: true, out _) : TypeDescriptor.GetConverter(type).IsValid(value));

    private static string Expected(Type type) => type.IsEnum ? string.Join(" or ", Enum.GetNames(type).Select(name => name.ToLowerInvariant())) : $"a value of the kind {type.Name}";

    /// <param name="path">Of the section, ending in a dot; empty for the whole.</param>
    private static IEnumerable<string> Violations(object section, string path)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(section, new ValidationContext(section), results, validateAllProperties: true);
        var parts = section.GetType().GetProperties().Where(property => IsSection(property.PropertyType) && property.GetIndexParameters().Length == 0);
        return results.Select(result => $"{path}{NameOf(result.MemberNames.First())}: {result.ErrorMessage}")
            .Concat(parts.SelectMany(part => part.GetValue(section) is { } value ? Violations(value, $"{path}{NameOf(part.Name)}.") : []));
    }

    private static CommandFailedException Wrong(string? file, IEnumerable<string> problems) =>
        new(string.Join(Environment.NewLine, problems.Select(problem => $"Setting {problem}. (from {(file is null ? "" : $"{file} or ")}a {VariablePrefix}… variable)")), ExitCode.WrongUse);

    /// <summary>A path such as <c>Transport:VirtualHost</c> as it is written in the file: <c>transport.virtualHost</c>.</summary>
    internal static string NameOf(string path) => string.Join('.', path.Split(':').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
