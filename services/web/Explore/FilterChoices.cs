using Pipeline.Contracts.Ports;
using Pipeline.Store.Coverage;
using Pipeline.Web.Api;

namespace Pipeline.Web.Explore;

/// <summary>Finds out what a person may choose from.</summary>
internal sealed class FilterChoices(CoverageQuery coverage, IRegionNames regions)
{
    public async Task<FilterOptions> For(RecordParameters filter, CancellationToken cancellation) =>
        new(regions.Below(null), await coverage.Years(cancellation), filter.Region is { Length: > 0 } code ? regions.NameOf(code.PadRight(6, '0')) : null);
}
