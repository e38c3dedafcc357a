using System.Globalization;
using System.Text;

namespace Pipeline.Host.Observability.Metrics;

/// <summary>Metrics in Prometheus' text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Of(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        foreach (var family in families.OrderBy(family => family.Name, StringComparer.Ordinal))
        {
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(Escaped(family.Help, quotes: false)).Append('\n');
            text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type).Append('\n');
            foreach (var sample in family.Samples)
                Append(text, family.Name, sample);
        }

        return text.ToString();
    }

    /// <summary>A name as Prometheus allows it: <c>messaging.masstransit.receive</c> becomes <c>messaging_masstransit_receive</c>.</summary>
    public static string Name(string name)
    {
        var allowed = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));
        return allowed.Length > 0 && char.IsAsciiDigit(allowed[0]) ? "_" + allowed : allowed;
    }

    private static void Append(StringBuilder text, string family, MetricSample sample)
    {
        text.Append(family).Append(sample.Suffix);
        if (sample.Labels.Count > 0)
            text.Append('{').AppendJoin(',', sample.Labels.Select(label => $"{Name(label.Key)}=\"{Escaped(label.Value, quotes: true)}\"")).Append('}');
        text.Append(' ').Append(Number(sample.Value)).Append('\n');
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    private static string Escaped(string text, bool quotes)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? escaped.Replace("\"", "\\\"", StringComparison.Ordinal) : escaped;
    }
}
