using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Web.Answers;
using Pipeline.Web.Api;
using Pipeline.Web.Bodies;
using Pipeline.Web.Errors;
using Pipeline.Web.Explore;
using Pipeline.Web.Layout;
using Pipeline.Web.Operations;
using Pipeline.Web.Operations.Controls;
using Pipeline.Web.Review;
using Pipeline.Web.Review.Audits;
using Pipeline.Web.Review.Groups;
using Pipeline.Web.Security;
using Pipeline.Web.Settings;
using Pipeline.Web.SignIn;
using Pipeline.Web.Snapshots;

namespace Pipeline.Web;

/// <summary>Registers and maps the pages and the HTTP API. The host brings the store and the ports.</summary>
public static class PipelineWeb
{
    // The largest body that anything here takes is a reviewer's reason.
    private const long LargestBody = 64 * 1024;

    /// <param name="keyFolder">Where the keys of cookies and form tokens are kept, so that a restart signs nobody out; null where nothing can be kept.</param>
    public static void AddPipelineWeb(this WebApplicationBuilder builder, WebSettings settings, string? keyFolder)
    {
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(settings.Endpoint);
        });
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddRouting();
        var keys = services.AddDataProtection().SetApplicationName("pipeline");
        if (keyFolder is null)
            keys.UseEphemeralDataProtectionProvider();
        else
            keys.PersistKeysToFileSystem(new DirectoryInfo(keyFolder));
        services.AddSingleton<SignInCookie>();
        services.AddSingleton<WrongKeys>();
        services.AddAuthentication(AccessHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, AccessHandler>(AccessHandler.SchemeName, null);
        services.AddAuthorization(AccessPolicy.AddTo);
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "pipeline-forms";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(RateLimits.AddTo);
        // Chinese as itself: as character references it would take three times the bytes.
        services.AddWebEncoders(encoders => encoders.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddCascadingValue(provider => PageRequest.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!));
        services.AddProblemDetails();
        services.AddOpenApi(ApiRoutes.Version, ApiDescription.Describe);
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(json => Json(json.SerializerOptions));
        services.AddSingleton<FilterChoices>();
        services.AddSingleton<CachedFigures>();
        services.AddSingleton<CachedTotals>();
        services.AddSingleton<Citations>();
        services.AddSingleton<AuditedReextractions>();
        services.AddSingleton<CachedOverview>();
        services.AddSingleton<OperationsLists>();
        services.AddSingleton<OperationsView>();
        services.AddSingleton<FailureService>();
        services.AddSingleton<AlarmDesk>();
        services.AddSingleton<ControlDesk>();
        services.AddSingleton<ReviewService>();
        services.AddSingleton<ReviewModelFactory>();
        services.AddSingleton<CellReasons>();
        services.AddSingleton<GroupDesk>();
        services.AddSingleton<AuditDesk>();
    }

    public static void MapPipelineWeb(this WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.Use(ForwardedScheme.Take(app.Services.GetRequiredService<WebSettings>()));
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ApiExceptions.Answer, SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException });
        app.UseStatusCodePages(context => BareAnswers.Complete(context.HttpContext));
        app.Use(HostNames.Check(app.Services.GetRequiredService<WebSettings>()));
        app.Use(CrossSite.Refuse);
        app.Use(HeadRequests.Answer);
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        // Before the framework looks at the token: whoever reads a form that it has refused gets its exception.
        app.Use(FormTokens.Require);
        app.UseAntiforgery();
        app.MapGet("/assets/{version}/{name}", (string name, HttpContext context) => Asset.Get(name, context)).AllowAnonymous().ExcludeFromDescription();
        ApiRoutes.Map(app);
        var pages = app.MapGroup("").AddEndpointFilter(UnknownParameters.RefuseOnPages);
        LanguageEndpoint.Map(pages);
        SignInEndpoints.Map(pages);
        ExploreEndpoints.Map(pages);
        BodyPages.Map(pages);
        QueuePages.Map(pages);
        ReviewPages.Map(pages);
        GroupPages.Map(pages);
        AuditPages.Map(pages);
        OperationsPages.Map(pages);
        ControlPages.Map(pages);
        SnapshotEndpoints.Map(pages);
    }

    private static void Json(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        // Chinese as itself; answers are application/json with nosniff, so no browser takes them for a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }
}
