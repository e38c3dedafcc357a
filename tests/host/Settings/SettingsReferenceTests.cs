using Pipeline.Host.Settings;
using Pipeline.Tests;

namespace Pipeline.Host.Tests.Settings;

public sealed class SettingsReferenceTests
{
    [Fact]
    public void The_page_of_settings_is_the_one_that_the_command_writes() =>
        Assert.True(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "settings.md")) == SettingsReference.Markdown(), "Write it anew: ./run settings >docs/settings.md");

    [Fact]
    public void Every_setting_says_what_it_does() =>
        Assert.DoesNotContain(SettingsReference.Markdown().Split('\n'), line => line.StartsWith("| `", StringComparison.Ordinal) && line.EndsWith("|  |", StringComparison.Ordinal));
}
