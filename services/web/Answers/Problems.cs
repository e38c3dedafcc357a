using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Pipeline.Web.Answers;

/// <summary>Errors as problem+json (RFC 9457): a stable type, and a line that tells what to do.</summary>
internal static class Problems
{
    /// <param name="code">Stable name of the problem; its type is <c>urn:pipeline:CODE</c>.</param>
    public static ProblemHttpResult Of(int status, string code, string detail, IDictionary<string, object?>? more = null) =>
        TypedResults.Problem(detail, statusCode: status, type: $"urn:pipeline:{code}", extensions: more);

    public static ProblemHttpResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "not-found", what);

    public static ProblemHttpResult Unauthorized() => Of(
        StatusCodes.Status401Unauthorized, "key-needed", "Say who you are: send the header X-Api-Key with one of the keys in the setting web.keys, or sign in.");

    public static ProblemHttpResult Forbidden() => Of(StatusCodes.Status403Forbidden, "role-needed", "Your role does not allow this: ask whoever runs the pipeline for a key with the role review or operate.");

    public static ProblemHttpResult BadCursor() => Of(
        StatusCodes.Status400BadRequest, "bad-cursor", "The cursor is none of ours: take 'next' of the page before as it is, or leave it out to begin anew.");

    public static ProblemHttpResult BadParameter(string name, string expected) => Of(StatusCodes.Status400BadRequest, "bad-parameter", $"{name}: {expected}.");
}
