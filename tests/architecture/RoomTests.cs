namespace Pipeline.Architecture.Tests;

/// <summary>The tree is the architecture: references point one way, between the rooms and inside them.</summary>
public sealed class RoomTests
{
    public static TheoryData<string> Rooms => [.. SourceTree.Rooms];

    // The host puts all together: its composition knows the commands and the commands know it.
    public static TheoryData<string> RoomsBelowTheHost => [.. SourceTree.Rooms.Where(room => room != "host")];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_refers_only_to_those_that_it_may_use(string room)
    {
        string[] allowed = room switch
        {
            "database" or "text" => [],
            "contracts" => ["text"],
            "bodies" => ["contracts"],
            "crawler" => ["contracts", "database", "text"],
            "store" => ["bodies", "contracts", "database"],
            "extractor" => ["contracts", "text"],
            "evaluation" => ["contracts", "extractor", "store", "text"],
            "releases" => ["contracts", "database", "store"],
            "ocr" or "pdfpig" => ["extractor"],
            "browsing" => ["crawler", "extractor"],
            "web" => ["bodies", "contracts", "database", "releases", "store"],
            _ => [.. SourceTree.Rooms],
        };

        Assert.Subset(allowed.ToHashSet(StringComparer.Ordinal), SourceTree.RoomsUsedBy(room).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RoomsBelowTheHost))]
    public void Folders_of_a_room_use_one_another_in_one_direction(string room)
    {
        var uses = SourceTree.FolderUses(room);
        // What uses nothing that is left cannot be part of a circle.
        while (uses.Any(use => uses.All(other => other.Folder != use.Used)))
            uses = [.. uses.Where(use => uses.Any(other => other.Folder == use.Used))];

        Assert.Empty(uses);
    }

    [Fact]
    public void The_extractor_reads_then_recognises_then_aligns_then_checks_then_scores()
    {
        string[] order = ["Normalising", "Model", "Recognisers", "Checks", "Alignment", "Scoring"];

        var uses = SourceTree.FolderUses("extractor").Where(use => order.Contains(use.Folder) && use.Folder != "Readers");

        Assert.DoesNotContain(uses, use => use.Used == "Readers" || Array.IndexOf(order, use.Used) > Array.IndexOf(order, use.Folder));
    }
}
