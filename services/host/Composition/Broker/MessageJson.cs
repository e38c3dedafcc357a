using System.Text.Json;
using MassTransit;

namespace Pipeline.Host.Composition.Broker;

/// <summary>How messages are written: MassTransit's JSON, without the white space that it puts in for people to read.</summary>
internal static class MessageJson
{
    // A reading has some two hundred cells: indented, half of what the broker stores and every receiver parses would be blanks.
    public static void UseCompactJson(this IBusFactoryConfigurator bus) =>
        bus.ConfigureJsonSerializerOptions(static options => new JsonSerializerOptions(options) { WriteIndented = false });
}
