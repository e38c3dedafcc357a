using System.Net.Sockets;
using System.Security.Authentication;

namespace Pipeline.Crawler.Fetching;

/// <summary>Turns the HTTP handler's exceptions into a failure and its reason, once, at the fetcher's edge.</summary>
internal static class FailureClassifier
{
    /// <param name="error">What the handler threw.</param>
    /// <param name="headerCame">Whether the response's header had arrived.</param>
    /// <returns>Null for an exception that is no failure of the network: a bug of ours, or cancellation.</returns>
    public static (FetchFailure Failure, string Reason)? Of(Exception error, bool headerCame) => error switch
    {
        OperationCanceledException { InnerException: TimeoutException } => (FetchFailure.ConnectFailed, "No connection was made in time."),
        HttpRequestException { InnerException: AddressRefusedException refused } => (FetchFailure.AddressRefused, refused.Message),
        HttpRequestException or IOException or NoAnswerException => OfCause(error, headerCame),
        _ => null,
    };

    private static (FetchFailure, string) OfCause(Exception error, bool headerCame)
    {
        if (Cause<AuthenticationException>(error) is { } tls)
            return (FetchFailure.TlsFailed, $"TLS failed: {tls.InnerException?.Message ?? tls.Message}");
        if (Cause<SocketException>(error) is { } socket)
            return OfSocket(socket);
        return KindOf(error) switch
        {
            HttpRequestError.SecureConnectionError => (FetchFailure.TlsFailed, $"TLS failed: {Innermost(error).Message}"),
            HttpRequestError.ConfigurationLimitExceeded => (FetchFailure.HeaderTooLarge, "The response's header exceeds its bound."),
            HttpRequestError.ResponseEnded => headerCame
                ? (FetchFailure.Truncated, "The body ended before its stated end.")
                : (FetchFailure.Reset, "The server closed the connection without an answer."),
            HttpRequestError.InvalidResponse => (FetchFailure.Malformed, $"The answer is not sound HTTP: {Innermost(error).Message}"),
            _ => headerCame
                ? (FetchFailure.Malformed, $"The body is not sound HTTP: {Innermost(error).Message}")
                : (FetchFailure.Reset, $"The exchange broke off: {Innermost(error).Message}"),
        };
    }

    private static (FetchFailure, string) OfSocket(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData => (FetchFailure.NameUnknown, "The host's name is not known; check its spelling."),
        SocketError.TryAgain or SocketError.NoRecovery => (FetchFailure.NameLookupFailed, "The host's name could not be looked up just now."),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => (FetchFailure.Reset, "The server dropped the connection."),
        _ => (FetchFailure.ConnectFailed, $"No connection: {error.Message}"),
    };

    private static HttpRequestError KindOf(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } request => request.HttpRequestError,
        HttpIOException body => body.HttpRequestError,
        { InnerException: { } inner } => KindOf(inner),
        _ => HttpRequestError.Unknown,
    };

    private static T? Cause<T>(Exception? error) where T : Exception => error is null ? null : error as T ?? Cause<T>(error.InnerException);

    private static Exception Innermost(Exception error) => error.InnerException is { } inner ? Innermost(inner) : error;
}
