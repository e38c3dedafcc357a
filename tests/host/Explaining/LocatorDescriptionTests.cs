using Pipeline.Contracts.Locators;
using Pipeline.Host.Explaining;

namespace Pipeline.Host.Tests.Explaining;

public sealed class LocatorDescriptionTests
{
    [Fact]
    public void People_count_from_one() =>
        Assert.Equal("row 3, column 2 of block 1", LocatorDescription.Of(new DocxLocator(0, 2, 1)));
}
