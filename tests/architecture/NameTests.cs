namespace Pipeline.Architecture.Tests;

/// <summary>A thing is looked up by its name: two of one name within a room are mistaken for each other.</summary>
public sealed class NameTests
{
    [Fact]
    public void No_two_files_of_a_room_have_one_name()
    {
        var twins = from room in SourceTree.Rooms
                    from same in SourceTree.Sources(room).GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
                    where same.Count() > 1
                    select $"{room}: {same.Key}";

        Assert.Empty(twins);
    }
}
