using Pipeline.Extractor.Model;
using Pipeline.Extractor.Readers.Html.Boxes;
using Pipeline.Extractor.Readers.Html.PseudoTables;
using Pipeline.Extractor.Readers.Html.Tables;
using Pipeline.Extractor.Readers.Html.Text;

namespace Pipeline.Extractor.Readers.Html.Blocks;

/// <summary>Writes down the blocks of a page in reading order: a line of text each, a grid for each table.</summary>
internal sealed class PageBlocks(ElementPaths paths)
{
    private readonly List<PlacedBlock> _blocks = [];
    private readonly List<PlacedImage> _pictures = [];
    private readonly TableBlocks _tables = new(paths);
    private readonly PseudoTableRuns _pseudoTables = new();
    private readonly PseudoTableBlocks _pseudoTableBlocks = new(paths);

    public IReadOnlyList<PlacedBlock> Blocks => _blocks;

    /// <summary>Pictures in reading order, those in cells behind their table.</summary>
    public IReadOnlyList<PlacedImage> Pictures => _pictures;

    /// <summary>Everything within a box that stacks its content.</summary>
    public void Flow(Box container)
    {
        var run = new List<Box>();
        var table = new PseudoTable(0, 0, [], null);
        for (var i = 0; i < container.Children.Count; i++)
        {
            var child = container.Children[i];
            if (child.IsInlineLevel && !child.HoldsBlocks)
            {
                run.Add(child);
                continue;
            }

            Lines(run, container);
            table = i < table.End ? table : _pseudoTables.Find(container, i);
            if (i == table.Start)
            {
                _blocks.AddRange(_pseudoTableBlocks.Blocks(table).Select(block => new PlacedBlock(block, container)));
                for (; i < table.End; i++)
                {
                    AddPictures(container.Children[i]);
                }

                i--;
            }
            else
            {
                Block(child);
            }
        }

        Lines(run, container);
    }

    public void Add(GridBlock grid, Box origin) => _blocks.Add(new PlacedBlock(grid, origin));

    /// <summary>The pictures of a box whose text has been written down.</summary>
    public void AddPictures(Box box)
    {
        if (box.IsPicture)
        {
            _pictures.Add(new PlacedImage(box.Element, _blocks.Count));
        }
        else if (box.HoldsPictures)
        {
            box.Children.ForEach(AddPictures);
        }
    }

    private void Block(Box box)
    {
        if (box.TextLength == 0 && !box.HoldsTables)
        {
            AddPictures(box);
            return;
        }

        if (box.Kind == BoxKind.Table)
        {
            _tables.Write(box, this);
            return;
        }

        Flow(box);
    }

    /// <summary>A run of inline content: a br ends a line, except in a heading, where it only wraps.</summary>
    private void Lines(List<Box> run, Box container)
    {
        if (run.Count == 0)
        {
            return;
        }

        var level = HeadingLevel(container);
        foreach (var line in level is null ? LineBreaks.Split(run) : [run.ToList()])
        {
            Line(line, container, level);
            line.ForEach(AddPictures);
        }

        run.Clear();
    }

    private void Line(IReadOnlyList<Box> line, Box container, int? level)
    {
        var text = BoxText.Of(line);
        if (text.Length > 0)
        {
            var origin = line is [{ IsElement: true } only] ? only : container;
            var segments = LineSegments.Of(line, container, paths);
            text = segments.Select(segment => segment.Source).Distinct().Count() > 1 ? string.Join(' ', segments.Select(segment => segment.Text).Where(part => part.Length > 0)) : text;
            _blocks.Add(new PlacedBlock(new TextBlock(text, paths.Locator(origin.Element), level, segments), container, Links.Share(line, container)));
        }
    }

    private static int? HeadingLevel(Box container)
    {
        for (Box? box = container; box is not null && (box.IsInlineLevel || box == container || box.Kind == BoxKind.Block); box = box.Parent)
        {
            if (box.Element.LocalName is ['h', >= '1' and <= '6' and var digit])
            {
                return digit - '0';
            }
        }

        return null;
    }
}
