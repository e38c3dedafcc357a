namespace Pipeline.Extractor.Readers.Html.Boxes;

/// <summary>How a box lays out itself and its content, as far as reading order and tables depend on it.</summary>
internal enum BoxKind
{
    Text,
    LineBreak,
    Inline,
    InlineBlock,
    Block,
    Flex,
    Grid,
    Table,
    HeaderGroup,
    RowGroup,
    FooterGroup,
    Row,
    Cell,
    Caption,
}
