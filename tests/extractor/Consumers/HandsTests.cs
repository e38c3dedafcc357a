using Pipeline.Extractor.Consumers;

namespace Pipeline.Extractor.Tests.Consumers;

public sealed class HandsTests
{
    [Fact]
    public async Task What_is_read_again_waits_until_a_hand_is_free_and_what_comes_first_never_waits()
    {
        var hands = new Hands(TimeProvider.System);
        var fresh = Enumerable.Range(0, Hands.Count).Select(_ => hands.Take()).ToList();

        var again = hands.TakeFree(CancellationToken.None);
        var more = hands.Take();
        Assert.False(again.IsCompleted);

        fresh.ForEach(hand => hand.Dispose());
        more.Dispose();
        using var taken = await again;
    }
}
