using System.Text.RegularExpressions;

namespace Pipeline.Crawler.Fetching.ErrorPages;

/// <summary>A page whose title asks for a verification (slider, captcha) and that holds little else. A captcha script on a page with content is no evidence.</summary>
internal sealed partial class SliderChallenge : IErrorPageDetector
{
    // The longest verification page seen holds a dozen sentences of help; real pages with such a title do not exist.
    private const int MostText = 500;

    public ErrorPage? Detect(PagePreview page) =>
        page.ReadsLessThan(MostText) && Verification().IsMatch(page.Title)
            ? new(ErrorPageKind.Challenge, "challenge.slider", $"Status {page.Status}, and the title asks for a verification: {page.Title}.")
            : null;

    [GeneratedRegex("滑动验证|滑块|安全验证|人机验证|访问验证|行为验证|身份校验|验证码|验证中心|请.{0,6}验证|captcha|humanverification|verifyyouarehuman", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Verification();
}
