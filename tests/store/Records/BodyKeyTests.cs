using Pipeline.Store.Records;

namespace Pipeline.Store.Tests.Records;

public sealed class BodyKeyTests
{
    [Theory]
    [InlineData("清河县 民政局", "清河县民政局")]
    [InlineData("清河县\u3000民政局\u200B", "清河县民政局")]
    [InlineData("清河县（ＡＢ）局", "清河县(ab)局")]
    [InlineData(" \u3000", null)]
    [InlineData(null, null)]
    public void Spaces_and_widths_do_not_tell_bodies_apart(string? name, string? key) => Assert.Equal(key, BodyKey.Of(name));

    [Theory]
    [InlineData("清河县（ＡＢ）局")]
    [InlineData("İstanbul\0")]
    public void Folding_twice_equals_folding_once(string name) => Assert.Equal(BodyKey.Of(name), BodyKey.Of(BodyKey.Of(name)));
}
