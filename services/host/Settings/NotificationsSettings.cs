using System.ComponentModel.DataAnnotations;
using MimeKit;
using Pipeline.Store.Alarms;
using Pipeline.Store.Dashboard;

namespace Pipeline.Host.Settings;

/// <summary>Who is told when the alarm of a source opens and closes; nobody by default.</summary>
public sealed class NotificationsSettings : IValidatableObject
{
    /// <summary>Address that notices are posted to as JSON, such as https://chat.example.org/hooks/…; none by default.</summary>
    public string? Webhook { get; set; }

    /// <summary>Sent with it as <c>Authorization: Bearer …</c>; none by default. Better set as the variable <c>PIPELINE_NOTIFICATIONS__WEBHOOKTOKEN</c> than in a file.</summary>
    public string? WebhookToken { get; set; }

    /// <summary>Mail server; no mail by default.</summary>
    public string? MailHost { get; set; }

    /// <summary>Its port; 587 by default.</summary>
    [Range(1, 65535)]
    public int MailPort { get; set; } = 587;

    /// <summary>StartTls by default.</summary>
    public MailSecurity MailSecurity { get; set; } = MailSecurity.StartTls;

    /// <summary>Name at the mail server; none by default: it takes mail without.</summary>
    public string? MailUsername { get; set; }

    /// <summary>Better set as the variable <c>PIPELINE_NOTIFICATIONS__MAILPASSWORD</c> than in a file.</summary>
    public string? MailPassword { get; set; }

    /// <summary>Address that mail comes from.</summary>
    public string? MailFrom { get; set; }

    /// <summary>Addresses that mail goes to.</summary>
    public List<string> MailTo { get; } = [];

    /// <summary>The least alarm that is told, such as <c>failing</c>; <c>empty</c> by default: what makes the operations page red.</summary>
    public SourceAlarm Least { get; set; } = SourceAlarm.Empty;

    /// <summary>Time to deliver one notice; 10 seconds by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    internal AlarmOptions ToOptions() => new() { Least = Least, Timeout = Timeout };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Webhook is not null && !(Uri.TryCreate(Webhook, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
            yield return new ValidationResult($"'{Webhook}' is no address; one looks like https://chat.example.org/hooks/…", [nameof(Webhook)]);
        if (WebhookToken is not null && Webhook is null)
            yield return new ValidationResult("is sent with a webhook only: set notifications.webhook, or take it out", [nameof(WebhookToken)]);
        if (Least == SourceAlarm.None)
            yield return new ValidationResult("'none' is no alarm; the least is noticed", [nameof(Least)]);
        if (MailHost is null && (MailFrom is not null || MailTo.Count > 0))
            yield return new ValidationResult("is needed to send mail: name the mail server", [nameof(MailHost)]);
        if (MailHost is not null && !IsMailbox(MailFrom))
            yield return new ValidationResult($"'{MailFrom}' is no mail address; one looks like pipeline@example.org", [nameof(MailFrom)]);
        if (MailHost is not null && (MailTo.Count == 0 || MailTo.Find(to => !IsMailbox(to)) is not null))
            yield return new ValidationResult($"'{MailTo.Find(to => !IsMailbox(to))}' is no mail address: list at least one, such as [\"operators@example.org\"]", [nameof(MailTo)]);
    }

    private static bool IsMailbox(string? text) => text is not null && text.Contains('@', StringComparison.Ordinal) && MailboxAddress.TryParse(text, out _);
}
