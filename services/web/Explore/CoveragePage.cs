using Microsoft.AspNetCore.Http;
using Pipeline.Contracts.Ports;
using Pipeline.Store.Coverage;
using Pipeline.Web.Api;
using Pipeline.Web.Layout;

namespace Pipeline.Web.Explore;

/// <summary>Which regions and bodies have reported on which years, from the country down to the bodies of a county.</summary>
internal static class CoveragePage
{
    public static async Task<IResult> Answer(CoverageQuery coverage, IRegionNames regions, string? region, CancellationToken cancellation) =>
        CoverageReading.IsRegion(region)
            ? PageResults.Of<CoverageView>(await CoverageReading.At(coverage, regions, string.IsNullOrEmpty(region) ? null : region, cancellation))
            : PageResults.Problem(StatusCodes.Status400BadRequest, "A region is named by six digits.", "地区代码应为六位数字。");
}
