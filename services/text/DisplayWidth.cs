namespace Pipeline.Text;

/// <summary>How many places of a fixed-width line a character takes.</summary>
public static class DisplayWidth
{
    /// <summary>Chinese characters and what is as wide.</summary>
    public static bool IsWide(char c) => c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6';

    /// <summary>Signs that programs count either way.</summary>
    public static bool IsWideOrNot(char c) => c is '“' or '”' or '‘' or '’' or '—' or '…' or '·' or '×' or (>= '①' and <= '⒛');
}
