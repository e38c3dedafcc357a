namespace Pipeline.Extractor.Tests.Seen;

/// <summary>
/// Ways to write a page that are not followed by the reader: it cannot say what they show, and must say so. Kinds that nobody thought of when the reader was
/// written; those that it has learned since stand in <see cref="PaintedTricks"/>.
/// </summary>
internal static class UnfollowedTricks
{
    /// <summary>Style that may hide a piece of a figure, as a declaration block.</summary>
    public static readonly IReadOnlyList<string> Styles =
    [
        "color:color-mix(in srgb,white 100%,black)", "color:lab(100% 0 0)", "color:oklch(1 0 0)", "color:color(srgb 1 1 1)", "color:hwb(0 100% 0)", "color:light-dark(white,black)", "-webkit-text-security:disc",
        "-webkit-text-stroke:9px #fff", "filter:invert(1)", "filter:opacity(1) opacity(0)", "filter:blur(20px)", "mask:linear-gradient(transparent,transparent)", "letter-spacing:-1em", "font-size:calc(1px * 0)", "font-size:clamp(0px,0px,0px)",
        "font-size-adjust:0", "display:inline-block;inline-size:calc(0px);overflow:hidden", "display:inline-block;width:0;overflow:auto", "display:inline-block;width:0;overflow:scroll", "display:inline-block;width:0;contain:paint",
        "display:inline-block;contain:strict", "display:inline-block;width:min(0px,1px);overflow:hidden", "display:inline-block;overflow:hidden;text-indent:100%;white-space:nowrap;width:1ch",
        "display:inline-block;overflow:hidden;height:1em;line-height:5em;width:1ch", "position:absolute;left:200vw", "position:absolute;left:calc(-9999px)", "position:absolute;z-index:-1", "position:relative;inset-inline-end:9999px",
        "display:inline-block;transform:perspective(1px) translateZ(2px)", "display:inline-block;transform:skew(90deg)", "display:inline-block;backface-visibility:hidden;transform:rotateY(180deg)", "clip-path:path('M0 0')",
        "clip-path:xywh(0 0 0 0)", "clip-path:inset(99px)", "opacity:calc(0)", "opacity:calc(1 - 1)", "opacity:env(none,0)", "display:table-column", "display:table-column-group", "display:none;display:foo", "display:ruby-text",
        "display:inline-grid;grid-template-columns:0;overflow:hidden", "text-decoration:underline;text-underline-offset:-.6em", "text-decoration:overline;text-decoration-thickness:1em", "display:inline-block;height:.5em;line-height:.5;border-bottom:1px solid",
        "some-property-of-tomorrow:hide", "margin-left:-9999px", "margin-left:-9999px;display:inline-block", "margin-inline-start:-9999px;display:inline-block", "-webkit-text-decoration:line-through", "opacity:0;opacity:something-of-tomorrow(1)",
    ];

    /// <summary>Sheets of which it is not known whether they give a class <c>x</c> the style.</summary>
    public static readonly IReadOnlyList<string> Sheets =
    [
        "<style>.x:dir(ltr){{{0}}}</style>", "<style>:scope .x{{{0}}}</style>", "<style>.x:-webkit-any(b,span,font,em,a,u){{{0}}}</style>", "<style>.x:of-tomorrow(a){{{0}}}</style>", "<style>@media(not(max-width:1px)){{.x{{{0}}}}}</style>",
        "<style>@media((min-width:1px)or(max-width:1px)){{.x{{{0}}}}}</style>", "<style>@media(of-tomorrow:1){{.x{{{0}}}}}</style>", "<style>@supports not(display:foo){{.x{{{0}}}}}</style>", "<style>@supports(of:tomorrow){{.x{{{0}}}}}</style>",
        "<style>@container(min-width:1px){{.x{{{0}}}}}</style>", "<style>@scope(td){{.x{{{0}}}}}</style>", "<style>@layer a{{@layer b{{.x{{{0}}}}}}}</style>",
    ];

    /// <summary>Whole cells of which a person must say what they show.</summary>
    public static readonly IReadOnlyList<(string Head, string Attributes, string Cell)> Cells =
    [
        ("<style>.x::first-letter{color:#fff}</style>", " class=x", "912"), ("<style>td::first-letter{font-size:0}</style>", "", "912"), ("<style>.x{content:\"3\"}</style>", "", "<b class=x>9</b>12"), ("<style>q{quotes:\"9\" \"\"}</style>", "", "<q>12</q>"),
        ("<style>tr::before{content:\"\";display:table-cell}</style>", "", "12"), ("<style>tr{position:relative}tr::after{content:\"\";position:absolute;inset:0;background:white}</style>", "", "912"), ("<style>@keyframes k{from,to{opacity:0}}td{animation:9s infinite k}</style>", "", "912"),
        ("", " background=9.png", "12"), ("", " style=\"background-image:url(9.png)\"", "12"), ("", " style=\"border-image:url(9.png) 1\"", "12"), ("", "", "<ul><li style=\"list-style-image:url(9.png)\">12</ul>"), ("", "", "<ul><li style=\"list-style-type:'9'\">12</ul>"),
        ("", "", "<ul style=\"list-style:'9'\"><li>12</ul>"), ("", "", "<ul><li style=list-style-type:decimal>2</ul>"), ("<style>@counter-style f{system:fixed;symbols:\"9\"}</style>", "", "<ul style=list-style-type:f><li>12</ul>"),
        ("", "", "<input value=912 size=1>"), ("", "", "<input value=912 style=width:1ch>"), ("", "", "<input placeholder=12>"), ("", "", "<input type=password value=12>"), ("", "", "<textarea placeholder=9></textarea>12"), ("", "", "<textarea rows=1>12\n9</textarea>"),
        ("", "", "<select><option label=9>12</select>"), ("", "", "<select multiple><option>1<option>2</select>"), ("", "", "<select size=2><option>1<option>2</select>"), ("", "", "<select><option disabled>9<option>12</select>"), ("", "", "<option label=9>12</option>"),
        ("", "", "<math><mpadded width=0><mn>9</mn></mpadded><mn>12</mn></math>"), ("", "", "12<rt>9</rt>"), ("", "", "<ruby>12<rt style=font-size:1em>9</rt></ruby>"), ("", "", "\u202E2\u202D1\u202C\u202C"), ("", "", "\u202E2<b>1</b>"),
        ("", "", "<b style=\"position:relative;top:3em\">12</b>"), ("", "", "<b style=font-family:Wingdings>12</b>"), ("", "", "<font face=Webdings>12</font>"), ("<style>@font-face{font-family:f;src:url(x)}</style>", "", "<font face=f>12</font>"),
        ("<script>document.fonts.add(new FontFace('f','url(x)'))</script>", "", "12"), ("", "", "<div style=display:grid><b style=grid-area:1/1>9</b><b style=\"grid-area:1/1;background:#fff\">12</b></div>"), ("", "", "9<b style=\"box-shadow:-1ch 0 0 #fff\">12</b>"),
        ("", "", "9<b style=\"outline:1ch solid #fff\">12</b>"), ("", "", "<b style=\"text-shadow:1em 0 #000\">12</b>"), ("", "", "<b style=\"text-emphasis:'9'\">12</b>"), ("", "", "2<b style=float:inline-start>1</b>"), ("", " style=\"max-width:0;overflow:hidden\"", "12"),
    ];

    /// <summary>What of the clean page is written otherwise, and how: around the tables, their columns and rows, and over them.</summary>
    public static readonly IReadOnlyList<(string Written, string Otherwise)> Pages =
    [
        ("<table><tbody>", "<table><colgroup><col><col style=visibility:collapse><col><col></colgroup><tbody>"), ("<table>", "<table style=writing-mode:vertical-rl>"), ("<table>", "<div style=\"transform:scaleX(-1)\"><table>"), ("<main>", "<main style=\"transform:rotate(180deg)\">"),
        ("<table>", "<div style=\"height:5em;overflow:hidden\"><table>"), ("<table>", "<div style=-webkit-text-security:disc><table>"), ("<tr><th>行政许可", "<tr style=\"background:url(9.png)\"><th>行政许可"), ("</table>", "</table><div style=\"position:absolute;top:500px;left:300px;width:99px;height:99px;background:#fff\"></div>"),
        ("</table>", "</table><div style=\"position:relative;margin-top:-200px;height:200px;background:#fff\"></div>"), ("</body>", "<b style=\"position:absolute;top:500px;left:300px\">15</b></body>"),
        ("<tr><th>行政许可", "<tr><th><b style=\"filter:opacity(1) opacity(0)\">行政处罚</b>行政许可"),
        ("<h1>郁州县", "<h1><b style=\"filter:opacity(1) opacity(0)\">东</b>郁州县"),
        ("</body>", "<div style=\"position:fixed;left:0;top:0;width:100%;height:100vh;background:#fff\"></div></body>"),
        ("</body>", "<div style=\"position:fixed;inset:0;background:#fff\"></div></body>"),
    ];
}
