using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pipeline.Web.Explore.Regions;

/// <summary>The regions' totals of all years as CSV.</summary>
internal static class RegionsTable
{
    public static IResult Of(RegionsModel model)
    {
        // The mark tells spreadsheets that it is UTF-8.
        var text = new StringBuilder("\uFEFFregion_code,region,kind,cell,year,sum,bodies_stating,bodies_reported,bodies_expected\r\n");
        foreach (var row in model.Rows ?? [])
            foreach (var total in row.Totals.Values.OrderBy(total => total.Year))
                text.Append(CultureInfo.InvariantCulture, $"{row.Region?.Code},{row.Region?.Name},{model.Question.Kind.ToString().ToLowerInvariant()},{model.Question.Cell},{total.Year},{(total.Stated == 0 ? null : (decimal?)total.Sum)},{total.Stated},{total.Reported},{total.Expected}\r\n");
        return Results.Text(text.ToString(), "text/csv; charset=utf-8", Encoding.UTF8);
    }
}
