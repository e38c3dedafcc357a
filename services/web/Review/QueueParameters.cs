using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Store.Reviews;

namespace Pipeline.Web.Review;

/// <summary>The filter of the review queue as it stands in an address; what is empty does not matter.</summary>
public sealed record QueueParameters
{
    /// <summary>Why a record waits: cell, sum, body, year.</summary>
    [FromQuery(Name = "reason")]
    public string? Reason { get; init; }

    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    [FromQuery(Name = "region")]
    public string? Region { get; init; }

    [FromQuery(Name = "form")]
    public string? Form { get; init; }

    /// <summary>Doubtful cells at most.</summary>
    [FromQuery(Name = "doubts")]
    public string? Doubts { get; init; }

    /// <summary>A name, <c>me</c>, or <c>nobody</c>.</summary>
    [FromQuery(Name = "assignee")]
    public string? Assignee { get; init; }

    /// <summary><c>yes</c> shows what the person has passed by as well.</summary>
    [FromQuery(Name = "skipped")]
    public string? Skipped { get; init; }

    /// <summary>confidence or worth.</summary>
    [FromQuery(Name = "order")]
    public string? Order { get; init; }

    /// <summary>Null when a value is none of those that there are.</summary>
    /// <param name="wrong">Name of the parameter; null when all can be used.</param>
    public QueueFilter? Filter(string person, out string? wrong)
    {
        QueueReason? reason = null;
        var order = QueueOrder.Confidence;
        int? doubts = null;
        wrong = null;
        if (Given(Reason) is { } why && !TryName(why, out reason))
            wrong = "reason";
        if (Given(Order) is { } by && !(TryName<QueueOrder>(by, out var given) && (order = given!.Value) == given))
            wrong = "order";
        if (Given(Doubts) is { } most && !((doubts = int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null) > 0))
            wrong = "doubts";
        return wrong is not null ? null : new QueueFilter
        {
            Reason = reason, Source = Given(Source), Region = Given(Region), Form = Given(Form), Doubts = doubts, Order = order,
            Assignee = Given(Assignee) switch { "me" => person, "nobody" => "", var name => name },
            NotSkippedBy = Skipped == "yes" ? null : person,
        };
    }

    /// <summary>As the end of an address, with an ampersand before each; empty without a filter.</summary>
    public string ToQuery() => string.Concat(
        new[] { ("reason", Reason), ("source", Source), ("region", Region), ("form", Form), ("doubts", Doubts), ("assignee", Assignee), ("skipped", Skipped), ("order", Order) }
            .Where(pair => Given(pair.Item2) is not null).Select(pair => $"&{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool TryName<T>(string text, out T? value)
        where T : struct, Enum
    {
        value = Enum.TryParse<T>(text, ignoreCase: true, out var read) && Enum.IsDefined(read) && !char.IsAsciiDigit(text[0]) ? read : null;
        return value is not null;
    }
}
