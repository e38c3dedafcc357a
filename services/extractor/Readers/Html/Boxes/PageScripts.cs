using System.Buffers;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>What the scripts of a page, which never run here, might write into it.</summary>
internal sealed partial class PageScripts
{
    private const int LongestScript = 500_000;
    private static readonly SearchValues<char> Counting = SearchValues.Create("0123456789_-");

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    // Of names that a script counts up, such as "cell" + i.
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);
    private readonly HashSet<IElement> _holdsShadows = [];
    private readonly bool _hasScripts;
    private readonly int _tables;

    public PageScripts(IElement? body, PageElements elements)
    {
        _hasScripts = elements.Scripts.Count > 0;
        _tables = elements.Tables;
        foreach (var host in elements.ShadowHosts)
        {
            for (var step = host.ParentElement; step is not null && _holdsShadows.Add(step); step = step.ParentElement)
            {
            }
        }

        var handlers = body?.GetAttribute("onload") is { } onload ? [onload] : Array.Empty<string>();
        foreach (var script in elements.Scripts.Select(script => script.TextContent).Concat(handlers).Where(text => text.Length is > 0 and < LongestScript && Writes().IsMatch(text)))
        {
            foreach (Match literal in Literal().Matches(script))
            {
                var words = literal.Groups["text"].Value.Split([' ', '.', '#', '>', ',', '[', ']', ':', '(', ')', '=', '$', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
                _words.UnionWith(words);
                if (literal.Groups["open"].Success || literal.Value.Contains("${", StringComparison.Ordinal))
                    _beginnings.UnionWith(words);
            }

            WritesCells |= CellAccess().IsMatch(script);
        }
    }

    /// <summary>Whether a script that writes goes through the rows or cells of tables.</summary>
    public bool WritesCells { get; }

    /// <summary>Whether something within the element is shown in place of what stands there.</summary>
    public bool HoldsShadows(IElement element) => _holdsShadows.Contains(element);

    /// <summary>Whether a script that writes names the element, or the element waits for a script to define it.</summary>
    public bool MayWrite(IElement element) => IsNamed(element) || (_hasScripts && element.LocalName.Contains('-', StringComparison.Ordinal)) || HasWritingHandler(element);

    private bool IsNamed(IElement element) =>
        _words.Count > 0 && ((element.Id is { Length: > 0 } id && (_words.Contains(id) || IsCounted(id))) || (element.ClassName is { Length: > 0 } && element.ClassList.Any(_words.Contains)));

    private bool IsCounted(string id) =>
        char.IsAsciiDigit(id[^1]) && _beginnings.Any(beginning => id.StartsWith(beginning, StringComparison.Ordinal) && id.AsSpan(beginning.Length).IndexOfAnyExcept(Counting) < 0);

    private static bool HasWritingHandler(IElement element)
    {
        for (var i = 0; i < element.Attributes.Length; i++)
        {
            if (element.Attributes[i] is { } attribute && attribute.Name.StartsWith("on", StringComparison.Ordinal) && attribute.Name is not ("onclick" or "onmouseover" or "onmouseout") && Writes().IsMatch(attribute.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an invisible element is one that the site's script shows as soon as it runs: it holds all tables of the page.</summary>
    public bool Lifts(IElement element) => _hasScripts && _tables >= 2 && element.Id is { Length: > 0 } && element.GetElementsByTagName("table").Length == _tables;

    [GeneratedRegex(@"FontFace\(|innerHTML|outerHTML|innerText|textContent|nodeValue|insertAdjacent|document\.write|appendChild|append\(|prepend\(|replaceWith|replaceChild|createTextNode|\.data\s*=|\.(?:text|html|val|before|after)\(|\.style\b|classList|adoptedStyleSheets|insertRule")]
    private static partial Regex Writes();

    [GeneratedRegex(@"(?:""(?<text>[^""\n]{1,80})""|'(?<text>[^'\n]{1,80})')(?<open>\s*\+)?|`(?<text>[^`\n]{1,80})`")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\.(?:rows|cells)\b|\bFontFace\(|insertCell|[""'`\s](?:td|tr|th|tbody)\b[^""'`<>]{0,40}[""'`]")]
    private static partial Regex CellAccess();
}
