"""Tables made of other elements than table."""
from html_page import *


# ---- pseudo-tables ----
def flat(rows):
    """merged cells' text stands once, blank cells elsewhere: what a div grid without spans shows"""
    return grid(rows)


def compact_t4(r): return t4_stacked(r) if r.R.random() < .4 else t4(r)


@layout('h_div_float')
def _(r):
    R = r.R; n = R.choice(['tb', 'bg', 'table-box', 'xxgk-tab'])
    lab = R.random() < .5
    st = f'<style>.{n}-r{{clear:both;overflow:hidden;border-bottom:1px solid #ccc}}.{n}-c{{float:left;width:9%;min-height:20px;border-left:1px solid #ccc;box-sizing:border-box;word-break:break-all}}.{n}-c.w{{width:12%}}.{n}-c.q{{width:24%}}.{n}-c.s{{width:6.6%}}</style>'
    def div(rows, wide, cls):
        o = [f'<div class="{n}">']
        for g in flat(rows):
            o.append(f'<div class="{n}-r">' + ''.join(f'<div class="{n}-c{" w" if i < wide else cls}">{e(t) or ("&nbsp;" if lab else "")}</div>' for i, t in enumerate(g)) + '</div>')
        return '\n'.join(o) + '</div>'
    return page(r, div(compact2(r), 0, ' q'), div(t3(r), 3, ''), div(t4_stacked(r), 2, '') if lab else div(t4(r), 0, ' s'), st)


@layout('h_div_inline_block')
def _(r):
    def div(rows, w):
        return '<section class="biao">' + '\n'.join('<section class="hang">' + ''.join(f'<section class="ge" style="display:inline-block;vertical-align:top;width:{w[i] if i < len(w) else w[-1]}%"><p>{e(t)}</p></section>' for i, t in enumerate(g)) + '</section>' for g in flat(rows)) + '</section>'
    st = '<style>.hang{white-space:nowrap;border-top:1px solid #aaa}.ge p{white-space:normal;margin:2px}</style>'
    return page(r, div(compact2(r), [24]), div(t3(r), [11, 11, 18, 8]), div(t4(r), [6]), st)


def flexrows(rows, cls, tagr='div', tagc='div', weights=None, skipblank=False):
    """one flex row per table row; colspan becomes flex-grow, rowspan continuation becomes an empty cell"""
    p, W = placed(rows)
    occ = {}
    for y, x, c in p:
        for j in range(c.rs): occ[(y + j, x)] = (c, j)
    o = [f'<{tagr} class="{cls}">']
    for y in range(len(rows)):
        o.append(f'<{tagr} class="{cls}-tr">')
        for x in range(W):
            if (y, x) in occ:
                c, j = occ[(y, x)]
                if j and skipblank: continue
                o.append(f'<{tagc} class="{cls}-td" style="flex:{c.cs}">{e(c.t) if j == 0 else ""}</{tagc}>')
        o.append(f'</{tagr}>')
    return '\n'.join(o) + f'</{tagr}>'


@layout('h_flex_span')
def _(r):
    st = '<style>.ft-tr{display:flex}.ft-td{border:1px solid #999;margin:-1px 0 0 -1px;text-align:center;flex-basis:0!important;min-width:0}</style>'
    return page(r, flexrows(t2_one(r), 'ft'), flexrows(t3(r), 'ft'), flexrows(t4(r), 'ft'), st)


@layout('h_flex_nested_groups')
def _(r):
    """group label in a box at the left, its rows in a box at the right"""
    R = r.R
    W = lambda rid: ''.join(f'<span class="n">{e(P(r, f"applications.{rid}.{k}"))}</span>' for k in COLS)
    def rows(items, depth):
        o = []; i = 0
        while i < len(items):
            rid, path = items[i]
            if len(path) == depth + 1:
                o.append(f'<div class="line"><div class="lab" style="width:{420 - 110 * depth}px">{e(path[depth])}</div><div class="nums">{W(rid)}</div></div>'); i += 1
            else:
                j = i
                while j < len(items) and items[j][1][:depth + 1] == path[:depth + 1]: j += 1
                o.append(f'<div class="grp"><div class="glab">{e(path[depth])}</div><div class="gbody">{rows(items[i:j], depth + 1)}</div></div>'); i = j
        return '\n'.join(o)
    head = '<div class="line head"><div class="lab" style="width:420px">申请人情况</div><div class="nums"><span class="n">自然人</span><div class="org"><div class="orgt">法人或其他组织</div><div class="nums">' + ''.join(f'<span class="n">{r.colname[k]}</span>' for k in COLS[1:6]) + f'</div></div><span class="n">{r.colname["total"]}</span></div></div>'
    st = '<style>.line,.grp,.nums{display:flex}.lab,.glab,.n{border:1px solid #aaa;box-sizing:border-box}.glab{width:110px}.n{width:72px;text-align:center}.lab{flex:none}.org{width:360px}.grp{align-items:stretch}</style>'
    t4_ = '<div class="grp">' + ''.join(f'<div style="width:33%"><div class="orgt">{g}</div><div class="nums">' + ''.join(f'<span class="n" style="width:64px">{x}</span>' for x in r.remname) + '</div><div class="nums">' + ''.join(f'<span class="n" style="width:64px">{e(P(r, f"remedies.{G_}.{k}"))}</span>' for k in REM) + '</div></div>' for g, G_ in zip(['行政复议', '行政诉讼：未经复议直接起诉', '行政诉讼：复议后起诉'], REMG)) + '</div>'
    return page(r, None if R.random() < .5 else flexrows(t2_one(r), 'ft'), head + rows(r.rows3, 0), t4_, st + '<style>.ft-tr{display:flex}.ft-td{border:1px solid #999;flex-basis:0!important}</style>')


@layout('h_css_grid')
def _(r):
    explicit = r.R.random() < .5
    def g(rows, tpl):
        p, W = placed(rows)
        o = [f'<div class="grid" style="display:grid;grid-template-columns:{tpl(W)}">']
        for y, x, c in p:
            s = f'grid-column:{x+1}/span {c.cs};grid-row:{y+1}/span {c.rs}' if explicit else f'grid-column:span {c.cs};grid-row:span {c.rs}'
            o.append(f'<div class="gc" style="{s}">{e(c.t)}</div>')
        return '\n'.join(o) + '</div>'
    st = '<style>.gc{border:1px solid #bbb;text-align:center}</style>'
    q = lambda W: f'repeat({W},1fr)'
    return page(r, g(t2_one(r), q), g(t3(r), lambda W: f'90px 110px 230px repeat({W-3},1fr)'), g(t4(r), q), st)


@layout('h_css_table_display')
def _(r):
    def d(rows):
        return '<div class="dt">' + '\n'.join('<div class="dr">' + ''.join(f'<div class="dc">{e(t)}</div>' for t in g) + '</div>' for g in flat(rows)) + '</div>'
    st = '<style>.dt{display:table;width:100%;border-collapse:collapse}.dr{display:table-row}.dc{display:table-cell;border:1px solid #999}</style>'
    return page(r, d(compact2(r)), d(t3(r)), d(t4(r)), st)


@layout('h_ul_rows')
def _(r):
    def d(rows): return '<div class="ulbox">' + '\n'.join('<ul>' + ''.join(f'<li>{e(t)}</li>' for t in g) + '</ul>' for g in flat(rows)) + '</div>'
    def one(rows):
        """labels joined in one li"""
        return '<div class="ulbox one">' + '\n'.join(rows) + '</div>'
    st = '<style>.ulbox ul{display:flex;list-style:none;margin:0;padding:0;border-bottom:1px solid #ddd}.ulbox li{flex:1;border-left:1px solid #ddd;padding:2px}.one li:first-child{flex:4}</style>'
    if r.R.random() < .5: return page(r, d(compact2(r)), d(t3(r)), d(t4(r)), st)
    rows = ['<ul><li>项目</li>' + ''.join(f'<li>{r.colname[k]}</li>' for k in COLS) + '</ul>']
    rows += ['<ul><li>' + e(' '.join(p[1:]) if len(p) > 1 else p[0]) + '</li>' + ''.join(f'<li>{e(P(r, f"applications.{rid}.{k}"))}</li>' for k in COLS) + '</ul>' for rid, p in r.rows3]
    return page(r, d(compact2(r)), one(rows), d(t4_stacked(r)), st)


@layout('h_dl')
def _(r):
    st = '<style>dl.r{display:flex;margin:0;border-bottom:1px solid #ddd}dl.r dt{width:45%}dl.r dd{margin:0;flex:1;border-left:1px solid #ddd;text-align:center}</style>'
    row = lambda lab, vs: f'<dl class="r"><dt>{e(lab)}</dt>' + ''.join(f'<dd>{e(v)}</dd>' for v in vs) + '</dl>'
    o = [row('申请人情况', [r.colname[k] for k in COLS])]; prev = ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: o.append(f'<p class="sub">{e(p[d])}</p>')
        prev = p
        o.append(row(p[-1], [P(r, f'applications.{rid}.{k}') for k in COLS]))
    b = [row(f'{g}', r.remname) + row('件数', [P(r, f'remedies.{k}.{x}') for x in REM]) for g, k in zip(['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'], REMG)]
    return page(r, None, '\n'.join(o), '\n'.join(b), st)


@layout('h_custom_elements')
def _(r):
    n = r.R.choice(['x', 'gov', 'app'])
    def d(rows):
        p, W = placed(rows); o = [f'<{n}-table style="display:table;border-collapse:collapse;width:100%">']
        for g in flat(rows): o.append(f'<{n}-row style="display:table-row">' + ''.join(f'<{n}-cell style="display:table-cell;border:1px solid #999">{e(t)}</{n}-cell>' for t in g) + f'</{n}-row>')
        return '\n'.join(o) + f'</{n}-table>'
    return page(r, d(compact2(r)), d(t3(r)), d(t4(r)))


@layout('h_aria_table')
def _(r):
    span = r.R.random() < .6
    def d(rows):
        o = ['<div role="table" class="at">']; head = True
        p, W = placed(rows)
        for y, row in enumerate(rows):
            o.append('<div role="row" class="ar">')
            if span: o += [f'<span role="{"cell" if c.k == "n" else "columnheader" if y < 3 else "rowheader"}"' + (f' aria-rowspan="{c.rs}"' if c.rs > 1 else '') + (f' aria-colspan="{c.cs}"' if c.cs > 1 else '') + f' style="flex:{c.cs}">{e(c.t)}</span>' for yy, x, c in p if yy == y]
            else: o += [f'<span role="cell">{e(t)}</span>' for t in flat(rows)[y]]
            o.append('</div>')
        return '\n'.join(o) + '</div>'
    st = '<style>.ar{display:flex;border-bottom:1px solid #ccc}.ar span{flex:1;text-align:center}</style>'
    return page(r, d(t2_one(r)), d(t3(r)), d(t4_stacked(r) if span else t4(r)), st)


# ---- tables taken apart or wrapped ----
@layout('h_header_apart')
def _(r):
    """fixed header: head table in one div, body table in a second"""
    t = t3(r); u = t4(r)
    w = '<colgroup><col width="90"><col width="110"><col width="230">' + '<col width="70">' * 7 + '</colgroup>'
    a = 'border="1" style="table-layout:fixed;width:920px;border-collapse:collapse"'
    f = lambda rows: table(rows, a).replace('<tbody>', w + '<tbody>', 1)
    a3 = f'<div class="fixhead" style="overflow:hidden">{f(t[:3])}</div><div class="fixbody" style="max-height:none;overflow:auto">{f(t[3:])}</div>'
    a4 = f'<div class="fixhead">{table(u[:3])}</div><div class="fixbody">{table(u[3:])}</div>' if r.R.random() < .6 else None
    return page(r, None, a3, a4)
