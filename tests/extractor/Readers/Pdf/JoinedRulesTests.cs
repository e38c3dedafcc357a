using Pipeline.Extractor.Readers.Pdf.Engines;
using Pipeline.Extractor.Readers.Pdf.Layout;

namespace Pipeline.Extractor.Tests.Readers.Pdf;

public sealed class JoinedRulesTests
{
    [Fact]
    public void Columns_of_one_table_are_not_drawn_to_those_of_the_next()
    {
        var joined = JoinedRules.Of([Standing(439, 347, 409), Standing(435, 688, 1277)]);

        Assert.Equal([439, 435], joined.Select(rule => rule.Position));
    }

    [Fact]
    public void Parts_of_a_double_line_are_one_where_each_goes_on_below_the_other()
    {
        var joined = JoinedRules.Of([Standing(100, 0, 50), Standing(102, 50, 100), Standing(102, 0, 50)]);

        Assert.Equal((0, 100), (Assert.Single(joined).Start, Assert.Single(joined).End));
    }

    private static PdfRule Standing(double position, double start, double end) => new(false, position, start, end);
}
