using Pipeline.Host.Settings;

namespace Pipeline.Host.Tests.Settings;

public sealed class WorkerRolesTests
{
    [Theory]
    [InlineData("crawler,extractor,store", WorkerRole.All)]
    [InlineData("store", WorkerRole.Store)]
    [InlineData(" crawler , store ", WorkerRole.Crawler | WorkerRole.Store)]
    public void A_list_of_roles_is_read(string list, WorkerRole expected)
    {
        Assert.Equal(expected, WorkerRoles.Parse(list, out var problem));
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("", "names no role")]
    [InlineData("all", "'all' is no role")]
    [InlineData("store,1", "'1' is no role")]
    public void What_is_no_role_is_told(string list, string expected)
    {
        WorkerRoles.Parse(list, out var problem);

        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
    }
}
