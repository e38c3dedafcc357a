using Pipeline.ScanLab;

// scan-lab CORPUS TARGET [KIND…]: pictures of the documents of a corpus, spoilt in the ways of scanners, faxes, phones and browsers, with the corpus's truth.
if (args.Length < 2)
{
    Console.Error.WriteLine("Usage: scan-lab CORPUS TARGET [KIND…], kinds: " + string.Join(' ', Kinds.All.Keys));
    return 2;
}

var (corpus, target) = (args[0], args[1]);
var kinds = args.Length > 2 ? args[2..] : [.. Kinds.All.Keys];
Directory.CreateDirectory(Path.Combine(target, "truth"));
using var manifest = new StreamWriter(Path.Combine(target, "manifest.csv")) { NewLine = "\n" };
manifest.WriteLine("id,file,layout");
var number = 0;
foreach (var document in Corpus.Reports(corpus))
{
    // Every document in two ways, so that each way meets many layouts.
    foreach (var kind in ((string[])[kinds[number % kinds.Length], kinds[(number + (kinds.Length / 2)) % kinds.Length]]).Distinct())
    {
        var id = $"{document.Id}-{kind}";
        var file = await Scan.Make(document, kind, target, id);
        if (file is null)
            continue;
        File.Copy(Path.Combine(corpus, "truth", document.Id + ".json"), Path.Combine(target, "truth", id + ".json"), overwrite: true);
        manifest.WriteLine($"{id},{file},{kind}");
        Console.Error.WriteLine(id);
    }
    number++;
}
return 0;
