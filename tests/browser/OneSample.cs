namespace Pipeline.Browser.Tests;

/// <summary>The tests that look at one sample after the other: what one does to its records, the next sees.</summary>
[CollectionDefinition]
public sealed class OneSample : ICollectionFixture<SamplePages>;
