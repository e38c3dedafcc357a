using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Extractor.Viewing;

/// <summary>The one style sheet of shown snapshots, inside the page because a sandboxed page loads nothing.</summary>
internal static class InertStyle
{
    public const string Text =
        ":root{color-scheme:light dark}body{font:14px/1.5 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;margin:12px;background:Canvas;color:CanvasText}" +
        "table{border-collapse:collapse;margin:8px 0}td,th{border:1px solid #8888;padding:2px 6px;vertical-align:top;font-weight:400;text-align:left}" +
        "h1,h2,h3,h4,h5,h6{font-size:15px;margin:10px 0 4px}p,div{margin:2px 0}pre{font:13px/1.6 ui-monospace,'DejaVu Sans Mono',monospace;white-space:pre-wrap;overflow-wrap:anywhere}" +
        "#spot{scroll-margin:10vh 30vw;scroll-initial-target:nearest;scroll-snap-align:center}td#spot,th#spot,p#spot,div#spot,span#spot,mark#spot,li#spot{background:#ffe58a;color:#1b1b1b;outline:3px solid #d98200;outline-offset:1px}" +
        // A line has no box of its own to be scrolled to.
        "span#spot,mark#spot{display:inline-block}" +
        "svg{width:100%;max-width:1000px;height:auto;display:block;background:#fff}rect#spot{fill:#ffd54a55;stroke:#d98200;stroke-width:1.6}" +
        // All of it, however high the frame is; the frame of the spot must not colour what was read.
        "svg.close{position:fixed;inset:0;max-width:none;height:100%}svg.close rect#spot{fill:none}" +
        ".page{position:relative;max-width:1000px;margin:0}.reach{position:absolute;inset:0;margin:0;pointer-events:none}.reach svg{background:none}.here{height:1px;margin:0;scroll-initial-target:nearest;scroll-margin:10vh 0}";

    /// <summary>As a policy names it: <c>sha256-…</c>.</summary>
    public static string Hash { get; } = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
