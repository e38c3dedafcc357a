"""What site software and converters make of the tables: fixed copies, captions inside cells, absolute positions, one table a row."""
from html_troubles import *


def simple_header(r, cols=COLS):
    return [C('项目')] + [C(r.colname[k]) for k in cols]


@layout('h_repeated_header')
def _(r):
    """the header rows printed again every few rows, as paged editors do"""
    rows, n = t3_head(r, COLS), r.R.choice([5, 8, 12])
    for i in range(0, len(r.rows3), n):
        rows += (t3_head(r, COLS) if i else []) + t3(r, rows=r.rows3[i:i + n], head=False)
    return page(r, None, table(rows), None)


@layout('h_joined_labels')
def _(r):
    """one label column, the whole path in it"""
    sign = r.R.choice(['-', '—', '/', '>', ' → ', '：', '、'])
    rows = [simple_header(r)] + [[C(sign.join(p))] + [num(r, f'applications.{rid}.{k}') for k in COLS] for rid, p in r.rows3]
    return page(r, None, table(rows), table(t4_stacked(r)))


@layout('h_label_units')
def _(r):
    """units within the row labels"""
    u = r.R.choice(['（件）', '(件)', '（单位：件）', '：', '（件数）'])
    rows = t3(r, rows=[(rid, p[:-1] + (p[-1] + u,)) for rid, p in r.rows3])
    t = [[C(c.t + u if c.k == 'h' and y not in (0,) and x == 0 and any(d.k == 'n' for d in row) else c.t, c.rs, c.cs, c.k) for x, c in enumerate(row)] for y, row in enumerate(t2_one(r))]
    return page(r, table(t), table(rows), None)


@layout('h_fixed_copies')
def _(r):
    """a component library: header and body in tables of their own, a second copy of both for the fixed columns laid over them"""
    rows = [[C('项目')] + [C(r.colname[k]) for k in COLS]]
    body = [[C(p[-1] if len(p) < 3 else p[1] + p[2])] + [num(r, f'applications.{rid}.{k}') for k in COLS] for rid, p in r.rows3]
    cell = lambda c: f'<div class="cell">{e(c.t)}</div>'
    head, main = table(rows, 'class="el-table__header"', cell, 'th'), table(body, 'class="el-table__body"', cell)
    fixed = f'<div class="el-table__fixed" style="position:absolute;top:0;left:0;width:200px;overflow:hidden" aria-hidden="true"><div class="el-table__fixed-header-wrapper">{head}</div><div class="el-table__fixed-body-wrapper">{main}</div></div>'
    return page(r, None, f'<div class="el-table" style="position:relative"><div class="hidden-columns"><div></div></div><div class="el-table__header-wrapper">{head}</div><div class="el-table__body-wrapper">{main}</div>{fixed}</div>', None)


@layout('h_grid_columns')
def _(r):
    """columns of a page framework; label and figures as columns of a row"""
    def f(rows):
        return '<div class="container">' + ''.join('<div class="row">' + f'<div class="col-md-5">{e(row[0].t)}</div>' + ''.join(f'<div class="col-md-1">{e(c.t)}</div>' for c in row[1:]) + '</div>' for row in rows) + '</div>'
    body = [simple_header(r)] + [[C(p[-1] if len(p) < 3 else p[1] + p[2])] + [num(r, f'applications.{rid}.{k}') for k in COLS] for rid, p in r.rows3]
    four = [[C('类别')] + [C(x) for x in r.remname]] + [[C(n)] + [num(r, f'remedies.{g}.{k}') for k in REM] for g, n in zip(REMG, ['行政复议', '未经复议直接起诉', '复议后起诉'])]
    return page(r, None, f(body), f(four), '<style>.row{display:flex}.col-md-5{width:41%}.col-md-1{width:8%}</style>')


@layout('h_grid_area')
def _(r):
    """grid-area with lines, cells in any order of the source"""
    def f(rows):
        p, W = placed(rows)
        r.R.shuffle(p) if r.R.random() < .5 else None
        return f'<div style="display:grid;grid-template-columns:repeat({W},1fr)">' + ''.join(f'<div style="grid-area:{y+1} / {x+1} / {y+1+c.rs} / {x+1+c.cs}">{e(c.t)}</div>' for y, x, c in p) + '</div>'
    return page(r, f(t2_one(r)), f(t3(r)), f(t4(r)))


@layout('h_absolute_spans')
def _(r):
    """a converted PDF: every text a span at its own place, positions in classes of a style sheet"""
    css, seen = [], {}
    def place(x, y):
        for kind, v, prop in (('x', x, 'left'), ('y', y, 'top')):
            if (kind, v) not in seen:
                seen[kind, v] = f'{kind}{len(seen):x}'
                css.append(f'.{seen[kind, v]}{{{prop}:{v}px}}')
        return f't {seen["x", x]} {seen["y", y]}'
    def f(rows, w):
        p, W = placed(rows)
        offs = [sum(w[:i]) for i in range(W + 1)]
        H = len(rows) * 24 + 20
        return f'<div class="pf" style="position:relative;height:{H}px">' + ''.join(f'<div class="{place(offs[x] + 2, y * 24 + (c.rs - 1) * 12)}">{e(c.t)}</div>' for y, x, c in p if c.t) + '</div>'
    rows = [simple_header(r)] + [[C(p[-1] if len(p) < 3 else p[1] + p[2])] + [num(r, f'applications.{rid}.{k}') for k in COLS] for rid, p in r.rows3]
    a3, a4 = f(rows, [420] + [80] * 7), f(t4_stacked(r), [120, 160] + [90] * 5)
    return page(r, None, a3, a4, '<style>.t{position:absolute;white-space:pre}' + ''.join(css) + '</style>')


@layout('h_cell_captions')
def _(r):
    """responsive tables: each figure carries its column's name for narrow screens, hidden or read aloud only"""
    hide = r.R.choice(['<style>.sr{display:none}</style>', '<style>.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}</style>', '<style>.sr{display:none}@media (max-width:600px){.sr{display:block}}</style>'])
    def f(rows, names):
        o = ['<table>']
        for row in rows:
            i = 0; o.append('<tr>')
            for c in row:
                cap = ''
                if c.k == 'n': cap, i = f'<span class="sr">{names[i % len(names)]}</span>', i + 1
                o.append('<td' + (f' rowspan={c.rs}' if c.rs > 1 else '') + (f' colspan={c.cs}' if c.cs > 1 else '') + f'>{cap}{e(c.t)}</td>')
            o.append('</tr>')
        return ''.join(o) + '</table>'
    return page(r, None, f(t3(r), [r.colname[k] + '：' for k in COLS]), None, hide)


@layout('h_invisible_signs')
def _(r):
    """break opportunities, soft hyphens, comments and empty marks within labels and numbers"""
    def cell(c):
        bits = ['&#8203;', '<wbr/>', '&shy;', '<!-- x -->', '&#65279;', '<a name="_Hlk1"></a>', '<span lang="EN-US"></span>', '<o:p></o:p>']
        return ''.join(e(ch) + (r.R.choice(bits) if r.R.random() < .25 else '') for ch in c.t) or '<o:p>&nbsp;</o:p>'
    return page(r, table(t2_one(r), cell=cell), table(t3(r), cell=cell), table(t4(r), cell=cell))


@layout('h_ruby')
def _(r):
    """readings over the labels"""
    def cell(c):
        return e(c.t) if c.k == 'n' else ''.join(f'<ruby>{ch}<rp>(</rp><rt>{r.R.choice(["gong", "kai", "shen"])}</rt><rp>)</rp></ruby>' if '\u4e00' <= ch <= '\u9fff' and r.R.random() < .3 else e(ch) for ch in c.t)
    return page(r, None, table(t3(r), cell=cell), None)


@layout('h_table_each_row')
def _(r):
    """every row a table of its own"""
    f = lambda rows: ''.join(f'<table width="100%" border="1"><tr>' + ''.join(f'<td width="{8 if c.k == "n" else 40}%">{e(c.t)}</td>' for c in row) + '</tr></table>' for row in rows)
    body = [simple_header(r)] + [[C(p[-1] if len(p) < 3 else p[1] + p[2])] + [num(r, f'applications.{rid}.{k}') for k in COLS] for rid, p in r.rows3]
    return page(r, None, f(body), f(t4_stacked(r)))


@layout('h_hidden_row')
def _(r):
    """a row for scripts to copy, not shown, and a loading row"""
    t = table(t3(r), td='td')
    cells = ''.join('<td>0</td>' for _ in COLS)
    tmpl = f'<tr style="display:none" class="tmpl"><td colspan="3">一、本年新收政府信息公开申请数量</td>{cells}</tr>'
    return page(r, None, t.replace('</tbody>', tmpl + '</tbody>'), None)


@layout('h_subtotal_column')
def _(r):
    """a subtotal of the organisations before the total"""
    n = lambda s: int(''.join(c for c in (s.translate({0xFF10 + i: str(i) for i in range(10)})) if c.isdigit()) or 0)
    rows = [[C('项目', 2, 1), C('自然人', 2, 1), C('法人或其他组织', 1, 6), C('总计', 2, 1)], [C(r.colname[k]) for k in COLS[1:6]] + [C('小计')]]
    for rid, p in r.rows3:
        rows.append([C(p[-1] if len(p) < 3 else p[1] + p[2])] + [num(r, f'applications.{rid}.{k}') for k in COLS[:6]] + [C(str(sum(n(P(r, f'applications.{rid}.{k}')) for k in COLS[1:6])), 1, 1, 'x'), num(r, f'applications.{rid}.total')])
    return page(r, None, table(rows), None)


@layout('h_t4_group_blocks')
def _(r):
    """table four: three blocks below one another in one table, each with its header"""
    return page(r, None, None, table([row for block in t4_three(r) for row in block]))


@layout('h_pictures_between')
def _(r):
    """pictures with captions of numbers between and inside the tables"""
    img = lambda k: f'<p style="text-align:center"><img src="./W02{k}.png" alt="图{k} 2020年 12 34 56"/></p><p style="text-align:center">图{k}：申请数量对比（{r.R.randint(10, 99)}件）</p>'
    return page(r, img(1) + table(t2_one(r)), img(2) + table(t3(r)) + img(3), table(t4(r)) + img(4))


@layout('h_sections_in_table')
def _(r):
    """table three cut by its sections, each part with a caption and no header but the first"""
    groups = [['new', 'carried_over'], [x for x, _ in r.rows3 if x not in ('new', 'carried_over', 'carried_forward')], ['carried_forward']]
    o = ''
    for i, g in enumerate(groups):
        rows = [(rid, p) for rid, p in r.rows3 if rid in g]
        o += table(t3(r, rows=rows, head=i == 0)) + ptag(['', '（接上表）', ''][i])
    return page(r, None, o, None)


@layout('h_deleted_text')
def _(r):
    """corrections left in the page: the old number struck out and hidden, the new one inserted"""
    def cell(c):
        if c.k == 'n' and c.t and r.R.random() < .15: return f'<del style="display:none">{r.R.randint(1, 99)}</del><ins>{e(c.t)}</ins>'
        return e(c.t)
    return page(r, None, table(t3(r), cell=cell), None)
