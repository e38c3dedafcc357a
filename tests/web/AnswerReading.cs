using System.Net;
using System.Text.Json;

namespace Pipeline.Web.Tests;

/// <summary>Short words for looking at answers.</summary>
internal static class AnswerReading
{
    public static async Task<JsonElement> Json(this HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    public static async Task<JsonElement> Json(this HttpClient client, string address)
    {
        var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Json();
    }

    /// <summary>Asserts a problem of this kind and gives its line for a person.</summary>
    public static async Task<string> Problem(this HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Json();
        Assert.Equal($"urn:pipeline:{code}", problem.GetProperty("type").GetString());
        return problem.GetProperty("detail").GetString()!;
    }
}
