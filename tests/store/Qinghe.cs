using Pipeline.Contracts.Ports;

namespace Pipeline.Store.Tests;

/// <summary>One county and what it lies in.</summary>
internal sealed class Qinghe : IRegionNames
{
    public IReadOnlyList<Region> All { get; } = [new("130000", "河北省"), new("130500", "邢台市"), new("130534", "清河县")];

    public string? NameOf(string code) => All.FirstOrDefault(region => region.Code == code)?.Name;

    public IReadOnlyList<Region> Below(string? code) => [];
}
