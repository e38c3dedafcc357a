using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Discovery.Links;

/// <summary>Recognises the words and numbers of a pager.</summary>
internal static partial class PagerText
{
    /// <summary>Words that only a pager uses: 下一页, 后页, next, ….</summary>
    public static bool IsNext(string text) => Next().IsMatch(text);

    /// <summary>The word or arrow for the very next page, and no other.</summary>
    public static bool IsOnward(string text) => Onward().IsMatch(text);

    /// <summary>A page number or an arrow: a pager only where the address resembles the page's own.</summary>
    public static bool IsNumberOrArrow(string text) => NumberOrArrow().IsMatch(text);

    [GeneratedRegex(@"^[\s\[\(<«‹]*(?:下一?[页頁]|后一?[页頁]|後一?[页頁]|尾[页頁]|末[页頁]|最后一?[页頁]|next(?:\s*page)?|last(?:\s*page)?|下[页頁]>*|往后|加载更多|点击加载更多|显示更多)[\s\]\)>»›]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Next();

    [GeneratedRegex(@"^[\s\[\(<«‹]*(?:下一?[页頁]|后一?[页頁]|next(?:\s*page)?|[>›»])[\s\]\)>»›]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Onward();

    [GeneratedRegex(@"^[\s\[\(（]*(?:第?\s*\d{1,4}\s*[页頁]?|[>»›]{1,2}|…|\.{2,3})[\s\]\)）]*$")]
    private static partial Regex NumberOrArrow();
}
