using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Fetching;

/// <summary>How we introduce ourselves: a product, its version and an address where a site's owner learns who visits and how to say no.</summary>
public sealed partial record UserAgent
{
    /// <summary>Reserved name that answers nowhere: an operator is asked to set their own.</summary>
    public static readonly Uri UnsetContact = new("https://set-your-contact-address.example/");

    private readonly string _product = "GovReportCrawler";

    /// <summary>Name, also the token that robots.txt groups are chosen by. Default GovReportCrawler.</summary>
    /// <exception cref="ArgumentException">RFC 9309 allows a token letters, "_" and "-" only.</exception>
    public string Product
    {
        get => _product;
        init => _product = ProductToken().IsMatch(value) ? value : throw new ArgumentException($"'{value}' is no product name for robots.txt: use letters, '_' and '-' only.", nameof(value));
    }

    /// <summary>Version of the product. Default that of the program.</summary>
    public string Version { get; init; } = typeof(UserAgent).Assembly.GetName().Version?.ToString(2) ?? "0";

    /// <summary>Page or mail address of the operator, where owners of sites learn who visits: set your own.</summary>
    public Uri Contact { get; init; } = UnsetContact;

    /// <summary>Whether the operator has yet to say who visits.</summary>
    public bool LacksContact => Contact == UnsetContact;

    /// <summary>Value of the User-Agent header.</summary>
    public override string ToString() => $"{Product}/{Version} (+{Contact.AbsoluteUri})";

    [GeneratedRegex("^[A-Za-z_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex ProductToken();
}
