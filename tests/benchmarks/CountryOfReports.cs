using System.Globalization;
using System.Text;
using Pipeline.Contracts;
using Pipeline.Contracts.Messages;
using Pipeline.Contracts.Reports;

namespace Pipeline.Benchmarks;

/// <summary>A country's worth of documents made from a few real readings: ten years of each body, bodies in counties of their own, each document with an address, facts and numbers of its own.</summary>
internal sealed class CountryOfReports(IReadOnlyList<ExtractionResult> readings)
{
    /// <summary>Documents of one site and source, numbered one after the other.</summary>
    public const int CountySize = 40;

    private const int Years = 10;
    private const int FirstYear = 2016;

    private static readonly string[] Counties = [.. Divisions.Within(null).SelectMany(Divisions.Within).SelectMany(Divisions.Within)];

    private static readonly DateTimeOffset Night = new(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public static Guid Run { get; } = new("00000001-0000-0000-0000-000000000001");

    public (DocumentReference Document, ExtractionResult Result) this[int number]
    {
        get
        {
            var random = new Random(number);
            // The same layout over the years of a body, so that they can be compared.
            var reading = readings[number / Years % readings.Count];
            return (Document(number, random, reading), reading with { Reports = [.. reading.Reports.Select(report => Vary(report, number, random))] });
        }
    }

    private static DocumentReference Document(int number, Random random, ExtractionResult reading)
    {
        var snapshot = SnapshotHash.Of(BitConverter.GetBytes(number));
        var extension = reading.Reading.MediaType.Split('/')[1].Split('.')[^1];
        var url = string.Create(CultureInfo.InvariantCulture, $"http://www.xian{number / CountySize}.gov.cn/zwgk/zfxxgkzl/zfxxgknb/2023{number % 12 + 1:00}/t2023{number % 12 + 1:00}{number % 28 + 1:00}_{number + 4_000_000}.{extension}");
        return new DocumentReference
        {
            Url = url,
            Source = string.Create(CultureInfo.InvariantCulture, $"第{number / CountySize}县人民政府"),
            RunId = Run,
            FetchId = RandomGuid(random),
            Snapshot = snapshot,
            Facts = new FetchFacts
            {
                RequestedUrl = new Uri(url),
                FinalUrl = new Uri(url),
                FetchedAt = Night.AddMilliseconds(number * 937L),
                Status = 200,
                Referrer = new Uri(new Uri(url), "index_1.html"),
                LinkText = $"第{number}镇人民政府2022年政府信息公开工作年度报告",
                Headers =
                [
                    new("Date", "Sun, 01 Feb 2026 00:00:00 GMT"), new("Server", "nginx/1.20.1"), new("Content-Type", reading.Reading.MediaType), new("Connection", "keep-alive"),
                    new("Last-Modified", "Thu, 19 Jan 2023 02:11:09 GMT"), new("ETag", $"W/\"{random.NextInt64():x}\""), new("Vary", "Accept-Encoding"),
                    new("X-Frame-Options", "SAMEORIGIN"), new("X-Content-Type-Options", "nosniff"), new("X-XSS-Protection", "1; mode=block"), new("Set-Cookie", $"JSESSIONID={random.NextInt64():X}; Path=/; HttpOnly"),
                ],
            },
        };
    }

    // A third of the printed numbers move a little and with them their raw text; every name and figure in the prose differs as between two real bodies.
    private static AnnualReport Vary(AnnualReport report, int number, Random random)
    {
        var body = number / Years;
        var county = Counties[body % Counties.Length];
        var authority = string.Create(CultureInfo.InvariantCulture, $"{Divisions.Names.NameOf(county)}第{body}局");
        var year = FirstYear + (number % Years);
        return report with
        {
            Authority = authority,
            Year = year,
            RegionCode = county,
            Level = AdministrativeLevel.County,
            Title = $"{authority}{year}年政府信息公开工作年度报告",
            Cells = [.. report.Cells.Select(cell => cell.Value is > 0 && random.Next(3) == 0 ? Move(cell, random) : cell)],
            Sections = report.Sections.ToDictionary(section => section.Key, section => OtherFigures(section.Value, random)),
        };
    }

    private static CellReading Move(CellReading cell, Random random)
    {
        var value = cell.Value!.Value + random.Next(50);
        return cell with { Value = value, Raw = value.ToString(CultureInfo.InvariantCulture), Confidence = cell.Confidence - (random.Next(100) / 10_000.0) };
    }

    private static string OtherFigures(string text, Random random)
    {
        var other = new StringBuilder(text.Length);
        foreach (var c in text)
            other.Append(char.IsAsciiDigit(c) ? (char)('0' + random.Next(10)) : c);
        return other.ToString();
    }

    private static Guid RandomGuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
