using Microsoft.Extensions.DependencyInjection;
using Pipeline.Contracts.Ports;
using Pipeline.Host.Settings;

namespace Pipeline.Host.Notifying;

/// <summary>Registers the ways to tell people that the settings name; none where they name none.</summary>
internal static class NoticeChannels
{
    public static void AddNoticeChannels(this IServiceCollection services, NotificationsSettings settings)
    {
        services.AddSingleton(settings);
        if (settings.Webhook is not null)
            services.AddSingleton<INoticeChannel, WebhookChannel>();
        if (settings.MailHost is not null)
            services.AddSingleton<INoticeChannel, MailChannel>();
    }
}
