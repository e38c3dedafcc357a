namespace Pipeline.Extractor.Normalising;

/// <summary>Numbers of one character in a circle or in brackets: ⑫, ⑿, ❶.</summary>
internal static class EnclosedNumbers
{
    /// <summary>Null unless the text is one such character.</summary>
    public static int? Of(string text) => text is not [var c] ? null : c switch
    {
        '⓪' or '⓿' => 0,
        >= '①' and <= '⑳' => c - '①' + 1,
        >= '⑴' and <= '⒇' => c - '⑴' + 1,
        >= '⒈' and <= '⒛' => c - '⒈' + 1,
        >= '❶' and <= '❿' => c - '❶' + 1,
        >= '㉑' and <= '㉟' => c - '㉑' + 21,
        >= '㊱' and <= '㊿' => c - '㊱' + 36,
        _ => null,
    };
}
