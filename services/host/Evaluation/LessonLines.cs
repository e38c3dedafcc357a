using System.Globalization;
using Pipeline.Store.Reviews.Learning;

namespace Pipeline.Host.Evaluation;

/// <summary>What reviewers' decisions taught, for a person: evidence that counts too much or too little, and the records that would teach most.</summary>
internal static class LessonLines
{
    // What a person looks at in an hour or two.
    private const int MostRecords = 20;

    public static async Task<IReadOnlyList<string>> Of(Lessons lessons, CancellationToken cancellation)
    {
        var causes = await lessons.Causes(cancellation);
        var records = await lessons.Records(causes.Take(MostRecords), cancellation);
        return
        [
            "Evidence against what was decided", .. Ratings(causes).DefaultIfEmpty("  No decision was about a cell in doubt: decide about some of the records below."),
            "", "Records that would teach most", .. records.Select(Line).DefaultIfEmpty("  None waits."), "",
        ];
    }

    private static IEnumerable<string> Ratings(IEnumerable<RatedCause> causes) => causes.Where(cause => cause.Right.Drawn > 0)
        .OrderByDescending(cause => cause.Rating is not null).ThenByDescending(cause => Math.Abs(cause.Stated - cause.Right.Share!.Value)).Select(cause => string.Create(
            CultureInfo.InvariantCulture,
            $"  {Word(cause.Rating),-12}{cause.Cause}: said to be right with {cause.Stated:0.000}, {cause.Right.Hits} of {cause.Right.Drawn} were ({cause.Right.Interval.Low:0.000} to {cause.Right.Interval.High:0.000}); {cause.Waiting} wait"));

    private static string Word(Rating? rating) => rating switch
    {
        Rating.Overrated => "overrated",
        Rating.Underrated => "underrated",
        _ => "",
    };

    private static string Line((RatedCause Cause, long Record, long Cells) lesson) => string.Create(
        CultureInfo.InvariantCulture,
        $"  /review/{lesson.Record}: {lesson.Cells} of {lesson.Cause.Waiting} cells that wait for {lesson.Cause.Cause}, about which {(lesson.Cause.Right.Drawn == 0 ? "nobody has decided" : $"{lesson.Cause.Right.Drawn} were decided")}");
}
