using Microsoft.AspNetCore.OpenApi;

namespace Pipeline.Web.Api;

/// <summary>What the OpenAPI document says about the API as a whole.</summary>
internal static class ApiDescription
{
    public static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Pipeline";
        document.Info.Version = ApiRoutes.Version;
        document.Info.Description =
            """
            Annual reports on government information disclosure as data. Lists come in pages: pass `next` as `cursor` until it is null.
            Answers carry an ETag; send it as If-None-Match and an unchanged answer is 304. Errors are application/problem+json (RFC 9457).
            Where keys are set, send one as X-Api-Key; its role (read, review, operate) says what it allows.
            """;
        // The address under which this was fetched is the right one.
        document.Servers?.Clear();
        return Task.CompletedTask;
    });
}
