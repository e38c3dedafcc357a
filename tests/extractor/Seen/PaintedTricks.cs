namespace Pipeline.Extractor.Tests.Seen;

/// <summary>Ways to write a page so that it shows something else than its text says. <c>{0}</c> stands for the text that the trick is played on.</summary>
internal static class PaintedTricks
{
    /// <summary>Style that hides text, as a declaration block.</summary>
    public static readonly IReadOnlyList<string> Hiding =
    [
        "display:none", "visibility:hidden", "opacity:0", "opacity:.01", "opacity:1%", "font-size:0", "font-size:1px", "font-size:1pt", "font:1px/1 serif", "color:#fff", "color:#ffffff", "color:white",
        "color:#fefefe", "color:rgb(255,255,255)", "color:rgb(255 255 255)", "color:rgba(0,0,0,0)", "color:rgba(0,0,0,.02)", "color:#0000", "color:#00000003", "color:hsl(0,0%,100%)", "color:hsl(120 50% 100%)",
        "color:transparent", "color:snow", "background:#000", "background-color:black", "color:red;background:red", "color:#123456;background:#123456", "-webkit-text-fill-color:transparent",
        "display:inline-block;transform:scale(0)", "display:inline-block;transform:scaleX(0)", "display:inline-block;transform:matrix(0,0,0,0,0,0)", "display:inline-block;transform:translateX(-9999px)",
        "display:inline-block;transform:translate(-9999px,0)", "display:inline-block;scale:0", "display:inline-block;translate:-9999px", "display:inline-block;transform:rotateY(90deg)", "position:absolute;left:-9999px",
        "position:absolute;clip:rect(0,0,0,0)", "position:relative;left:-9999px", "clip-path:inset(50%)", "display:inline-block;clip-path:inset(100%)", "clip-path:circle(0)", "clip-path:polygon(0 0,0 0,0 0)",
        "display:inline-block;width:0;height:0;overflow:hidden", "display:inline-block;max-width:0;overflow:hidden", "display:inline-block;height:1px;overflow:hidden", "display:inline-block;content-visibility:hidden",
        "text-decoration:line-through", "text-decoration-line:line-through", "text-decoration:underline line-through", "filter:opacity(0)", "zoom:.01", "DISPLAY:NONE", "display:none!important",
        @"d\69 splay:none", @"display:n\6f ne", "/**/display/**/:/**/none", "--x:1;display:none", "display:inline-block;text-indent:-9999px;overflow:hidden",
        "background:currentColor", "color:Canvas", "color:hsl(0 0 100)", "display:inline-block;block-size:0;overflow:hidden", "display:inline-block;inline-size:0;overflow:hidden", "display:inline-block;max-inline-size:0;overflow:hidden",
        "position:relative;inset-inline-start:-9999px", "-webkit-filter:opacity(0)", "display:none;some-property-of-tomorrow:1",
    ];

    /// <summary>Sheets that give a class <c>x</c> such a style, in ways that a careless reader overlooks.</summary>
    public static readonly IReadOnlyList<string> Sheets =
    [
        "<style>.x{{{0}}}</style>", "<style>td{{.x{{{0}}}}}</style>", "<style>td{{& .x{{{0}}}}}</style>", "<style>@media screen{{.x{{{0}}}}}</style>", "<style>@media(min-width:600px){{.x{{{0}}}}}</style>",
        "<style>@layer a{{.x{{{0}}}}}</style>", "<style>@supports(display:grid){{.x{{{0}}}}}</style>", "<style>table .x,.y{{{0}}}</style>", "<style media=screen>.x{{{0}}}</style>",
        "<style>@import \"data:text/css,.x%7B{0}%7D\";</style>", "<style>.x:not(:hover){{{0}}}</style>", @"<style>.\78{{{0}}}</style>", "<style>[class=x]{{{0}}}</style>", "<style>.z{{content:\"}}\"}}.x{{{0}}}</style>",
        "<style>@layer a{{.x{{display:none!important}}}}.x{{display:inline!important}}</style>", "<style>@layer a,b;@layer b{{.x{{display:inline!important}}}}@layer a{{.x{{display:none!important;color:red}}}}</style>",
    ];

    /// <summary>Style that sets a footnote mark.</summary>
    public static readonly IReadOnlyList<string> Raising =
    [
        "vertical-align:super", "vertical-align:sub", "vertical-align:5px", "vertical-align:40%", "font-size:50%", "font-size:8px", "position:relative;top:-6px", "vertical-align:text-top;font-size:60%",
    ];

    /// <summary>Whole cells with their head, all of which show 12.</summary>
    public static readonly IReadOnlyList<(string Head, string Attributes, string Cell)> Shown =
    [
        ("<style>.x::before{content:\"1\"}</style>", " class=x", "2"), ("<style>.x::after{content:'2'}</style>", " class=x", "1"), ("<style>.x:before{content:\"\\31\"}</style>", " class=x", "2"),
        ("<style>.x::before{content:attr(data-n)}</style>", " class=x data-n=1", "2"), ("<style>.x::before{content:attr(data-n)}</style>", " class=x data-n=12", ""), ("<style>.x::after{content:\"2\"}</style>", "", "<b class=x>1</b>"),
        ("<style>.x::before{content:\"9\";display:none}</style>", " class=x", "12"), ("<style>.x::before{content:\"9\";color:#fff}</style>", " class=x", "12"), ("<style>.x::before{content:none}</style>", " class=x", "12"),
        ("<style>@media print{.x::before{content:\"9\"}}</style>", " class=x", "12"), ("<style>@media print{.x{display:none}}</style>", " class=x", "12"), ("<style>@media(prefers-color-scheme:dark){.x{display:none}}</style>", " class=x", "12"),
        ("<style>@media(max-width:600px){.x{display:none}}</style>", " class=x", "12"), ("", "", "<span style=\"display:flex;flex-direction:row-reverse\"><b>2</b><b>1</b></span>"), ("", "", "<span style=\"display:flex\"><b style=order:2>2</b><b style=order:1>1</b></span>"),
        ("<style>.x{--o:2}.x b{order:var(--o)}</style>", "", "<span style=display:flex class=x><b>2</b><i style=order:1>1</i></span>"), ("", "", "<bdo dir=rtl>21</bdo>"), ("", "", "\u202E21\u202C"),
        ("", "", "<span style=\"direction:rtl;unicode-bidi:bidi-override\">21</span>"), ("", "", "<span style=\"direction:rtl;unicode-bidi:bidi-override\"><b>2</b><b>1</b></span>"), ("", "", "<math><mn>12</mn></math>"),
        ("", "", "<span style=\"color:var(--none,#000)\">12</span>"), ("", "", "<span style=\"background:#000;color:#fff\">12</span>"), ("", " bgcolor=black style=color:#fff", "12"), ("", "", "<s>15</s> 12"), ("", "", "<strike>15</strike>12"),
        ("", "", "<del>15</del><ins>12</ins>"), ("", "", "<input value=12>"), ("", "", "十二"), ("", "", "１２"), ("", "", "12件"), ("", "", "12（其中网上3件）"), ("", "", "١٢"), ("", "", "𝟏𝟐"),
        ("<style>.x{display:none}.x{display:inline}</style>", "", "<span class=x>12</span>"), ("<style>.x{display:inline!important}.x{display:none}</style>", "", "<span class=x>12</span>"), ("", "", "<small>12</small>"), ("", "", "<sup>12</sup>"),
    ];

    /// <summary>Two numbers in one cell: below each other, or side by side.</summary>
    public static readonly IReadOnlyList<(string Head, string Cell)> TwoNumbers =
    [
        ("", "23<br>107"), ("", "<p>23</p><p>107</p>"), ("", "<div>23</div>107"), ("", "<font>23<br></font><font>107</font>"), ("", "<span style=display:block>23</span><span style=display:block>107</span>"), ("", "<ul><li>23<li>107</ul>"),
        ("", "<pre>23\n107</pre>"), ("", "<span style=white-space:pre-line>23\n107</span>"), ("", "23<hr>107"), ("", "<dl><dt>23<dd>107</dl>"), ("<style>b{display:table-row}</style>", "<b>23</b><b>107</b>"), ("", "23&nbsp;&nbsp;&nbsp;107"), ("", "23\u3000107"),
        ("", "23&emsp;&emsp;107"), ("", "十<br>二"), ("", "23,<br>107"), ("", "23<br>.107"), ("", "23件<br>107件"),
    ];

    /// <summary>Two numbers in one cell that nothing in the text sets apart.</summary>
    public static readonly IReadOnlyList<(string Head, string Cell)> PiecesApart =
    [
        ("", "23 107"), ("", "<span>23</span> <span>107</span>"), ("", "<span style=margin-right:3em>23</span>107"), ("<style>b{margin:0 2em}</style>", "<b>23</b><b>107</b>"), ("", "<b style=padding-left:20px>23</b><b style=\"padding:0 9px\">107</b>"),
        ("", "<b style=display:inline-block;width:50%>23</b><b>107</b>"), ("", "<div style=display:flex;gap:2em><b>23</b><b>107</b></div>"), ("", "<input value=23><input value=107>"), ("", "23<input value=107>"), ("", "<b style=float:left>23</b><b style=float:right>107</b>"),
    ];

    /// <summary>Whole cells of which a person must say what they show.</summary>
    public static readonly IReadOnlyList<(string Head, string Attributes, string Cell)> Doubtful =
    [
        ("", "", "<img src=12.png alt=12>"), ("", "", "1<img src=2.png>"), ("", "", "<svg><text>12</text></svg>"), ("", "", "<canvas></canvas>"), ("", "", "<math><msup><mn>1</mn><mn>2</mn></msup></math>"), ("", "", "<script>document.write(12)</script>"),
        ("", " id=n", "9<script>document.getElementById('n').textContent='12'</script>"), ("<script>onload=()=>document.getElementById('n').innerHTML=12</script>", " id=n", "9"), ("<script>document.querySelector('.n').innerText=12</script>", "", "<b class=n>9</b>"),
        ("", " id=n12", "9<script>for (i = 12; i < 13; i++) document.getElementById('n' + i).textContent = i</script>"), ("", " id=n_1_2", "9<script>for (i of [1]) document.querySelector(`#n_${i}_2`).textContent = 12</script>"),
        ("<script>document.querySelectorAll('td')[6].textContent=12</script>", "", "9"), ("", "", "<span style=\"position:relative;left:1em\">2</span><span style=\"position:relative;left:-1em\">1</span>"), ("", "", "<b style=float:right>1</b>2"),
        ("", "", "9<span style=\"position:absolute;background:#fff\">12</span>"), ("", "", "<span style=\"display:inline-block;transform:rotate(180deg)\">12</span>"), ("", "", "<span style=\"display:inline-block;transform:scaleX(-1)\">12</span>"),
        ("<style>td.x{counter-reset:n 12}.x::before{content:counter(n)}</style>", " class=x", ""), ("", "", "<ol><li>2</ol>"), ("<style>@font-face{font-family:f;src:url(data:font/woff,x)}</style>", "", "<b style=font-family:f>12</b>"),
        ("", "", "<span style=color:#eee>12</span>"), ("", "", "<span style=\"background:linear-gradient(transparent 45%,#000 45%,#000 55%,transparent 55%)\">12</span>"), ("", "", "<b style=\"clip-path:inset(0 50% 0 0)\">12</b>"),
        ("", "", "<b style=\"display:inline-block;width:1ch;overflow:hidden\">12</b>"), ("", "", "约12"), ("", "", "12余"), ("", "", "10多"), ("", "", "1-2"), ("", "", "1 2"), ("", "", "⑫"), ("", "", "*"), ("", "", "1l"), ("", "", "1<br>2"),
        ("", "", "<s>12</s>"), ("", "", "<span style=color:#fff>12</span>"), ("", "", "<b style=\"letter-spacing:-1em\">12</b>"), ("", "", "<b style=\"mix-blend-mode:difference;color:#fff\">12</b>"), ("", "", "<x-n>12</x-n><script>1</script>"),
        ("", "", "<b><template shadowrootmode=open>12</template>9</b>"), ("<style>.x{animation:a 1s forwards}@keyframes a{to{opacity:0}}</style>", "", "1<b class=x>2</b>"), ("", " onload=\"this.innerHTML=1\"", "12"),
    ];
}
