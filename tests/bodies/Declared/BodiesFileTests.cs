using System.Text;
using Pipeline.Bodies.Declared;

namespace Pipeline.Bodies.Tests.Declared;

public sealed class BodiesFileTests
{
    [Fact]
    public void A_file_gives_its_bodies()
    {
        var (bodies, faults) = Read("id,name,other_names,kind,region,belongs_to,from,to\ng,清河县人民政府,,government,130534,,,\nm,清河县民政局,民政局；清河县民政和社会局,,130534,g,2015,2023\n");

        Assert.Empty(faults);
        Assert.Equal((2, "g", 2015, 2023), (bodies[1].OtherNames.Length, bodies[1].BelongsTo, bodies[1].From!.Value, bodies[1].To!.Value));
    }

    [Theory]
    [InlineData("id,name\na,甲局\na,乙局\n", 3, "twice")]
    [InlineData("id,name,region\na,甲局,999999\n", 2, "region")]
    [InlineData("id,name,belongs_to\na,甲局,b\nb,乙局,a\n", 2, "a → b → a")]
    [InlineData("id,name,belongs_to\na,甲局,c\n", 2, "does not have")]
    [InlineData("id,name,from,to\na,甲局,2020,2018\n", 2, "before it begins")]
    [InlineData("id,name,kind\na,甲局,ministry\n", 2, "no kind")]
    [InlineData("id,title\na,甲局\n", 1, "no column name")]
    public void A_fault_is_told_with_its_line(string file, int line, string about)
    {
        var (bodies, faults) = Read(file);

        Assert.Empty(bodies);
        Assert.Contains(faults, fault => fault.Line == line && fault.Text.Contains(about, StringComparison.Ordinal));
    }

    private static (System.Collections.Immutable.ImmutableArray<DeclaredBody> Bodies, System.Collections.Immutable.ImmutableArray<BodiesFault> Faults) Read(string file)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file));
        return BodiesFile.Read(stream, TableRegions.Table);
    }
}
