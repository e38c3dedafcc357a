using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Pipeline.Contracts.Forms;
using Pipeline.Contracts.Reports;
using Pipeline.Store.Records;

namespace Pipeline.Web.Api;

/// <summary>Which records, as an address says it; an empty value counts as none, because forms send them.</summary>
public sealed record RecordParameters
{
    [FromQuery(Name = "authority"), Description("Part of the body's name.")]
    public string? Authority { get; init; }

    [FromQuery(Name = "region"), Description("Start of the GB/T 2260 code: two digits are a province, four a prefecture, six a county.")]
    public string? Region { get; init; }

    [FromQuery(Name = "year"), Description("Year that the report is about.")]
    public string? Year { get; init; }

    [FromQuery(Name = "form"), Description("Official form; pipeline forms lists them.")]
    public string? Form { get; init; }

    [FromQuery(Name = "genre"), Description("Kind of document, such as goi-annual-report; pipeline forms lists them.")]
    public string? Genre { get; init; }

    [FromQuery(Name = "status"), Description("accepted (sure enough, or reviewed by a person), reviewed, or review.")]
    public string? Status { get; init; }

    /// <summary>The filter as it stands in an address, without a question mark; empty values are left out.</summary>
    internal string ToQuery() => string.Join('&', new[] { ("authority", Authority), ("region", Region), ("year", Year), ("form", Form), ("genre", Genre), ("status", Status) }
        .Where(pair => !string.IsNullOrWhiteSpace(pair.Item2)).Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2!)}"));

    /// <param name="problem">What is wrong with a value; null when all is well.</param>
    internal RecordFilter Filter(out (string Name, string Expected)? problem)
    {
        problem = null;
        int? year = null;
        if (!string.IsNullOrWhiteSpace(Year))
        {
            if (int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                year = number;
            else
                problem = ("year", "a year such as 2023");
        }

        if (!string.IsNullOrEmpty(Form) && FormCatalog.Current.Forms.All(form => form.Id != Form))
            problem = ("form", $"one of {string.Join(", ", FormCatalog.Current.Forms.Select(form => form.Id))}");
        if (!string.IsNullOrEmpty(Genre) && FormCatalog.Current.Genres.All(genre => genre.Id != Genre))
            problem = ("genre", $"one of {string.Join(", ", FormCatalog.Current.Genres.Select(genre => genre.Id))}");
        if (!string.IsNullOrEmpty(Region) && (Region.Length > 6 || !Region.All(char.IsAsciiDigit)))
            problem = ("region", "up to six digits of a region code, such as 33 or 330300");
        if (Status is not (null or "" or "accepted" or "reviewed" or "review"))
            problem = ("status", "accepted, reviewed or review");
        return new RecordFilter
        {
            Authority = string.IsNullOrWhiteSpace(Authority) ? null : Authority.Trim(),
            Region = string.IsNullOrEmpty(Region) ? null : Region,
            Year = year,
            Form = string.IsNullOrEmpty(Form) ? null : Form,
            Genre = string.IsNullOrEmpty(Genre) ? null : Genre,
            Status = Status switch { "accepted" => ReviewStatus.Accepted, "reviewed" => ReviewStatus.Reviewed, "review" => ReviewStatus.Review, _ => null },
        };
    }
}
