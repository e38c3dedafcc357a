using System.Net;
using System.Net.Sockets;
using Pipeline.Crawler.Politeness;

namespace Pipeline.Crawler.Tests.Politeness;

/// <summary>Names that lead to one machine are asked together no more often than a few hosts.</summary>
public sealed class AddressGateTests
{
    private readonly SkippingClock _clock = new();
    private readonly MemoryHostPaces _paces = new();

    [Fact]
    public async Task Twenty_names_of_one_address_are_asked_four_times_a_second_at_a_gap_of_a_second()
    {
        var gate = Gate((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("203.0.113.7")]));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => gate.Enter($"s{i}.gov.cn", default).AsTask()));
        var start = _clock.GetUtcNow();
        for (var i = 0; i < 20; i++)
            await gate.Enter($"s{i}.gov.cn", default);
        Assert.InRange((_clock.GetUtcNow() - start).TotalSeconds, 4.7, 5.1);
    }

    [Fact]
    public async Task A_name_with_an_address_of_its_own_or_none_waits_for_nobody()
    {
        var gate = Gate((host, _) => host == "lost.gov.cn" ? throw new SocketException((int)SocketError.HostNotFound) : Task.FromResult<IPAddress[]>([IPAddress.Parse("203.0.113.7")]));
        var start = _clock.GetUtcNow();
        for (var i = 0; i < 10; i++)
        {
            await gate.Enter("a.gov.cn", default);
            await gate.Enter("lost.gov.cn", default);
        }

        Assert.Equal(start, _clock.GetUtcNow());
    }

    [Fact]
    public async Task Names_of_several_addresses_in_turning_order_share_them()
    {
        var turn = 0;
        IPAddress[] both = [IPAddress.Parse("203.0.113.7"), IPAddress.Parse("203.0.113.8")];
        var addresses = new SharedAddresses((_, _) => Task.FromResult<IPAddress[]>(turn++ % 2 == 0 ? both : [both[1], both[0]]), _clock);
        await addresses.Of("a.gov.cn", default);
        Assert.Equal("203.0.113.7", await addresses.Of("b.gov.cn", default));
        Assert.Equal("203.0.113.7", await addresses.Of("a.gov.cn", default));
    }

    [Fact]
    public async Task A_name_that_has_moved_no_longer_slows_down_those_at_its_old_address()
    {
        var where = new Dictionary<string, string> { ["a.gov.cn"] = "203.0.113.7", ["b.gov.cn"] = "203.0.113.7" };
        var addresses = new SharedAddresses((host, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(where[host])]), _clock);
        await addresses.Of("a.gov.cn", default);
        Assert.Equal("203.0.113.7", await addresses.Of("b.gov.cn", default));

        where["a.gov.cn"] = "203.0.113.8";
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Null(await addresses.Of("a.gov.cn", default));
        Assert.Null(await addresses.Of("b.gov.cn", default));
    }

    private AddressGate Gate(Func<string, CancellationToken, Task<IPAddress[]>> lookUp) => new(_paces, new SharedAddresses(lookUp, _clock), _ => new(), _clock);
}
