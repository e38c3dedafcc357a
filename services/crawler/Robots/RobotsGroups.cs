using System.Globalization;
using Pipeline.Crawler.Fetching;

namespace Pipeline.Crawler.Robots;

/// <summary>Gathers groups line by line.</summary>
internal sealed class RobotsGroups
{
    private readonly List<RobotsGroup> _groups = [];
    private readonly List<string> _sitemaps = [];
    private List<string> _agents = [];
    private List<RobotsRule> _rules = [];
    private TimeSpan? _delay;
    private bool _delayEnded;

    public void Line(string line, int number)
    {
        var text = line.AsSpan().Trim();
        // A Crawl-delay is no rule of the standard and must not end a group (2.2.4). Where a blank line follows, though, everyone means an end:
        // the next group's "Disallow: /" is not for those named above.
        _delayEnded |= text.IsEmpty && _delay is not null;
        if (text.IndexOf('#') is >= 0 and var comment)
            text = text[..comment].TrimEnd();
        Split(text, out var key, out var value);
        switch (RobotsKeys.Of(key))
        {
            case RobotsKey.UserAgent:
                Agent(value);
                break;
            case RobotsKey.Allow:
                Rule(true, value, number);
                break;
            case RobotsKey.Disallow:
                Rule(false, value, number);
                break;
            case RobotsKey.CrawlDelay:
                Delay(value);
                break;
            case RobotsKey.Sitemap when !value.IsEmpty:
                _sitemaps.Add(RawBytes.Escape(value.ToString()));
                break;
        }
    }

    public RobotsFile File()
    {
        EndGroup();
        return new(_groups, _sitemaps);
    }

    // Some forget the colon: two words are taken for key and value.
    private static void Split(ReadOnlySpan<char> text, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        var end = text.IndexOf(':');
        if (end < 0)
            end = text.IndexOfAny(' ', '\t');
        key = end < 0 ? default : text[..end].TrimEnd();
        value = end < 0 ? default : text[(end + 1)..].Trim();
        if (end >= 0 && text[end] != ':' && value.ContainsAny(' ', '\t'))
            key = default;
    }

    private void Agent(ReadOnlySpan<char> value)
    {
        if (_rules.Count > 0 || _delayEnded)
            EndGroup();
        // "Foo/1.0" and "Foo Bar" are read as Foo, as far as the characters of a token go.
        var length = value.StartsWith("*") && (value.Length == 1 || char.IsWhiteSpace(value[1])) ? 1 : value.IndexOfAnyExcept(RobotsKeys.TokenCharacters);
        _agents.Add(length < 0 ? value.ToString() : value[..length].ToString());
    }

    private void Rule(bool isAllow, ReadOnlySpan<char> value, int number)
    {
        // Rules before the first group are for nobody.
        if (_agents.Count > 0)
            _rules.Add(new(isAllow, RobotsText.OfPattern(value), number));
    }

    private void Delay(ReadOnlySpan<char> value)
    {
        if (_agents.Count > 0 && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < TimeSpan.MaxValue.TotalSeconds)
            _delay = TimeSpan.FromSeconds(seconds);
    }

    private void EndGroup()
    {
        if (_agents.Count > 0)
            _groups.Add(new(_agents, _rules, _delay));
        (_agents, _rules, _delay, _delayEnded) = ([], [], null, false);
    }
}
