using System.ComponentModel.DataAnnotations;
using Quartz;

namespace Pipeline.Host.Settings;

/// <summary>When <c>pipeline run</c> crawls.</summary>
public sealed class ScheduleSettings : IValidatableObject
{
    /// <summary>Quartz cron expression with seconds; 01:00 every night by default, when the sites are least busy.</summary>
    [Required]
    public string Cron { get; set; } = "0 0 1 * * ?";

    /// <summary>IANA name; "Asia/Shanghai" by default.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!CronExpression.TryParse(Cron, out _))
            yield return new ValidationResult($"'{Cron}' is no Quartz cron expression; every night at one is \"0 0 1 * * ?\"", [nameof(Cron)]);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"'{TimeZone}' is not known on this machine; one looks like \"Asia/Shanghai\"", [nameof(TimeZone)]);
    }
}
