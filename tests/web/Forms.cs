using System.Text.RegularExpressions;

namespace Pipeline.Web.Tests;

/// <summary>Sends a form as a browser does: with the token of the page that shows it.</summary>
internal static partial class Forms
{
    public static async Task<HttpResponseMessage> Post(HttpClient browser, string page, string action, params (string Name, string Value)[] fields)
    {
        var shown = await browser.GetAsync(page);
        if (!shown.IsSuccessStatusCode)
            return shown;
        var token = Token().Match(await shown.Content.ReadAsStringAsync()).Groups[1].Value;
        Assert.NotEmpty(token);
        return await browser.PostAsync(action, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
