"""What surrounds and fills the cells: hidden copies, inputs, pieces, charsets, last year's tables, several reports."""
from html_tables import *


@layout('h_hidden_mobile')
def _(r):
    R = r.R; q = lastyear(r)
    for k in q.print:
        if R.random() < .3: q.print[k] = '0'
    pc, mob = table(t3(r)), table(t3(q)) if R.random() < .5 else table(t3(r))
    way = R.choice([('<div style="display:none">', ''), ('<div class="m-only">', '<style>.m-only{display:none}</style>'), ('<div hidden>', ''), ('<div style="visibility:hidden;height:0;overflow:hidden">', '')])
    a, b = f'<div class="pc">{pc}</div>', f'{way[0]}{mob}</div>'
    return page(r, None, a + b if R.random() < .5 else b + a, None, way[1])


@layout('h_tabs')
def _(r):
    b = parts(r)
    n = r.heads
    tabs = ''.join(f'<li class="tab" data-i="{i}">{e(t)}</li>' for i, t in enumerate(n))
    panes = ''.join(f'<div class="pane" id="p{i}"{"" if i == 0 else " style=display:none"}>{x}</div>' for i, x in enumerate(b[1:7]))
    js = '<script>document.querySelectorAll(".tab").forEach(function(t){t.onclick=function(){document.querySelectorAll(".pane").forEach(function(p){p.style.display="none"});document.getElementById("p"+t.dataset.i).style.display="block"}})</script>'
    return shell(r, b[0] + f'<ul class="tabs">{tabs}</ul>{panes}{js}' + ''.join(b[7:])).encode()


@layout('h_details')
def _(r):
    b = parts(r)
    return shell(r, b[0] + ''.join(f'<details open><summary>{e(t)}</summary>{x}</details>' for t, x in zip(r.heads, [y.split('>', 1)[1] and y for y in b[1:7]])) + ''.join(b[7:])).encode()


@layout('h_br_cells')
def _(r):
    """one row; label cell and number cells hold lines separated by <br>"""
    labs = ['　' * (len(p) - 1) + p[-1] for _, p in r.rows3]
    rows = [[C('项目')] + [C(r.colname[k]) for k in COLS]]
    t = '<table border="1" width="100%"><tr>' + ''.join(f'<td>{c.t}</td>' for c in rows[0]) + '</tr><tr><td nowrap>' + '<br>'.join(e(x) for x in labs) + '</td>'
    for k in COLS: t += '<td align="center">' + '<br>'.join(e(P(r, f'applications.{rid}.{k}')) or '&nbsp;' for rid, _ in r.rows3) + '</td>'
    return page(r, None, t + '</tr></table>', None)


@layout('h_br_groups')
def _(r):
    """one row per group, its leaves separated by <br>/<p> in label and number cells"""
    o = '<table border="1" width="100%"><tr><td colspan="2">申请人情况</td>' + ''.join(f'<td>{r.colname[k]}</td>' for k in COLS) + '</tr>'
    i = 0; R = r.R; pt = R.random() < .5
    j_ = lambda xs: ''.join(f'<p>{e(x) or "&nbsp;"}</p>' for x in xs) if pt else '<br/>'.join(e(x) for x in xs)
    while i < len(r.rows3):
        rid, p = r.rows3[i]; j = i + 1
        if len(p) == 3:
            while j < len(r.rows3) and r.rows3[j][1][:2] == p[:2]: j += 1
            o += f'<tr><td>{e(p[1])}</td><td nowrap>{j_([x[1][-1] for x in r.rows3[i:j]])}</td>'
        else: o += f'<tr><td colspan="2">{e(p[-1])}</td>'
        for k in COLS: o += '<td>' + j_([P(r, f'applications.{x[0]}.{k}') for x in r.rows3[i:j]]) + '</td>'
        o += '</tr>'; i = j
    return page(r, None, o + '</table>', None)


@layout('h_inputs')
def _(r):
    R = r.R; k = R.randrange(3)
    def cell(c):
        if c.k != 'n': return e(c.t)
        return [f'<input type="text" value="{e(c.t)}" readonly size="4">', f'<input value="{e(c.t)}" disabled="disabled" style="border:0;width:50px"/>', f'<textarea rows="1" cols="4" readonly>{e(c.t)}</textarea>'][k]
    return page(r, table(t2_one(r), cell=cell), table(t3(r), cell=cell), table(t4(r), cell=cell))


@layout('h_number_pieces')
def _(r):
    R = r.R
    def cell(c):
        t = c.t
        if c.k != 'n': return e(t)
        if not t: return R.choice(['&nbsp;', '', '　', '<br/>', '&ensp;', '<span></span>', '\u200b'])
        ps = R.choice([lambda t: ''.join(f'<font>{e(x)}</font>' for x in t), lambda t: f'<span><font face="Times New Roman"><b>{e(t)}</b></font></span>', lambda t: f'&nbsp;{e(t)}&nbsp;', lambda t: f'\u3000{e(t)}<br/>', lambda t: f'{e(t[:1])}<wbr>{e(t[1:])}', lambda t: f'\u200b{e(t)}\u200b', lambda t: f'<p></p><p>{e(t)}</p><p>&nbsp;</p>', lambda t: f'<!-- 0 -->{e(t)}<!-- {len(t)} -->', lambda t: f'<u>{e(t)}</u>', lambda t: ''.join(f'&#{ord(x)};' for x in t), lambda t: f'<span style="display:none">9</span>{e(t)}'])
        return ps(t)
    return page(r, table(t2_one(r), cell=cell), table(t3(r), cell=cell), table(t4(r), cell=cell))


@layout('h_label_pieces')
def _(r):
    R = r.R
    def cell(c):
        t = c.t
        if c.k == 'n' or not t: return e(t)
        k = R.randrange(5)
        if k == 0: return '<br/>'.join(e(t[i:i + 4]) for i in range(0, len(t), 4))
        if k == 1: return '<p>' + '</p><p>'.join(e(t[i:i + 6]) for i in range(0, len(t), 6)) + '</p>'
        if k == 2: return ' '.join(e(t[i:i + 3]) for i in range(0, len(t), 3))
        if k == 3: return e(t).replace('情', '<span>情</span>') + '<sup>①</sup>' if len(t) > 4 and not t[-1].isdigit() and False else e(t)
        return '&nbsp;&nbsp;' + e(t) + '　'
    return page(r, table(t2_one(r), cell=cell), table(t3(r), cell=cell), table(t4(r), cell=cell))


@layout('h_vertical_labels')
def _(r):
    """group labels written vertically, one character a line"""
    def cell(c): return '<br>'.join(e(x) for x in c.t) if c.rs > 2 or c.t in ('自然人', r.colname['total'], '其他') and c.k == 'h' else e(c.t)
    return page(r, None, table(t3(r), cell=cell), table(t4(r), cell=lambda c: '<br>'.join(c.t) if c.k == 'h' and c.cs == 1 else e(c.t)))


def padw(s, n): return s + ' ' * max(0, n - wid(s))


def wid(s):
    import unicodedata
    return sum(2 if unicodedata.east_asian_width(c) in 'WFA' else 1 for c in s)


def mono(rows, gap=2, box=False, right=True):
    g = grid(rows); W = [max(wid(x) for x in col) for col in zip(*g)]
    # spanned labels would widen column one: let them be
    if not box: return '\n'.join((' ' * gap).join(padw(x, w) for x, w in zip(row, W)).rstrip() for row in g)
    W = [w + w % 2 for w in W]
    line = lambda a, b, c: a + b.join('─' * (w // 2) for w in W) + c
    o = [line('┌', '┬', '┐')]
    for i, row in enumerate(g):
        o.append('│' + '│'.join(padw(x, w) for x, w in zip(row, W)) + '│')
        o.append(line('├', '┼', '┤') if i + 1 < len(g) else line('└', '┴', '┘'))
    return '\n'.join(o)


def leaf_rows(r, joined=False):
    """table three with one label column"""
    rows = [[C('申请人情况')] + [C(r.colname[k]) for k in COLS]]
    for rid, p in r.rows3: rows.append([C(''.join(p[1:]) if joined and len(p) > 1 else p[-1])] + [num(r, f'applications.{rid}.{k}') for k in COLS])
    return rows


@layout('h_pre')
def _(r):
    f = lambda x: f'<pre style="font-family:\'Noto Sans Mono CJK SC\',monospace">{e(mono(x))}</pre>'
    return page(r, f(compact2(r)), f(leaf_rows(r)), f(t4_stacked(r)))


@layout('h_pre_box')
def _(r):
    f = lambda x: f'<pre style="font-family:\'Noto Sans Mono CJK SC\',monospace;font-size:12px">{e(mono(x, box=True))}</pre>'
    return page(r, f(compact2(r)), f(leaf_rows(r) if r.R.random() < .5 else t3(r)), f(t4_stacked(r)))


@layout('h_paragraph_lines')
def _(r):
    """no table at all: one paragraph a row, numbers set apart by spaces"""
    R = r.R; sp = R.choice(['　', '&nbsp;&nbsp;&nbsp;', '&emsp;', '\t'])
    o = ['<p>' + sp.join(['申请人情况'] + [r.colname[k] for k in COLS]) + '</p>']; prev = ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: o.append(f'<p>{e(p[d])}</p>')
        prev = p
        o.append('<p>' + e(p[-1]) + sp + sp.join(e(P(r, f'applications.{rid}.{k}')) or '&nbsp;' for k in COLS) + '</p>')
    if any(P(r, f'applications.{rid}.{k}') == '' for rid, _ in r.rows3 for k in COLS):
        return page(r, None, None, table(t4_list(r)))
    return page(r, None, '\n'.join(o), None)


@layout('h_tfoot_first')
def _(r):
    t = t3(r)
    f = lambda rows: ''.join('<tr>' + ''.join(f'<td{f" rowspan={c.rs}" if c.rs > 1 else ""}{f" colspan={c.cs}" if c.cs > 1 else ""}>{e(c.t)}</td>' for c in row) + '</tr>' for row in rows)
    return page(r, None, f'<table border="1"><thead>{f(t[:3])}</thead><tfoot>{f(t[-1:])}</tfoot><tbody>{f(t[3:-1])}</tbody></table>', None)


# ---- charsets ----
@layout('h_utf8_as_gbk')
def _(r): return page(r, charset=r.R.choice(['gb2312', 'gbk']))


@layout('h_gb2312_rare', rare=True)
def _(r): return page(r, charset='gb2312').decode().encode('gb18030')


@layout('h_utf16')
def _(r): return b'\xff\xfe' + page(r, charset='utf-16').decode().encode('utf-16le')


@layout('h_big5_trad_official', trad=True)
def _(r):
    from trad import s2t
    return s2t(page(r).decode()).encode()


# ---- decoys and several reports ----
def decoy3(r, where):
    R = r.R; q = lastyear(r)
    cap = R.choice([f'附：{r.year-1}年度收到和处理政府信息公开申请情况（供对照）', f'{r.year-1}年收到和处理政府信息公开申请情况表', f'（上年度同期数据：{r.year-1}年）'])
    mine = R.choice([f'{r.year}年收到和处理政府信息公开申请情况表', f'（本年度数据：{r.year}年）'])
    a = f'<p align="center">{mine}</p>' + table(t3(r)); b = f'<p align="center">{cap}</p>' + table(t3(q))
    if where == 'beside': return f'<table width="100%"><tr valign="top"><td>{a}</td><td>{b}</td></tr></table>'
    return b + a if where == 'before' else a + b


@layout('h_lastyear_before')
def _(r): return page(r, None, decoy3(r, 'before'), None)


@layout('h_lastyear_after')
def _(r): return page(r, None, decoy3(r, 'after'), None)


@layout('h_lastyear_beside')
def _(r): return page(r, None, decoy3(r, 'beside'), None)


@layout('h_lastyear_caption_row')
def _(r):
    """the year stands in the table's first row"""
    q = lastyear(r); t, u = t3(r), t3(q)
    t.insert(0, [C(f'{r.year}年', 1, 10)]); u.insert(0, [C(f'{q.year}年', 1, 10)])
    x = [table(u), table(t)]
    if r.R.random() < .5: x.reverse()
    return page(r, None, '<br>'.join(x), None)


@layout('h_decoy_channels')
def _(r):
    R = r.R
    d = [[C('公开渠道'), C(f'{r.year-1}年'), C(f'{r.year}年'), C('总计')]] + [[C(x)] + [C(str(R.randint(0, 900))) for _ in range(3)] for x in ['政府网站', '政务微博', '政务微信', '其他']]
    d2 = [[C('申请方式'), C('当面申请'), C('信函申请'), C('网络申请'), C('其他'), C('总计')], [C('数量')] + [C(str(R.randint(0, 99))) for _ in range(5)]]
    d3 = [[C('申请内容'), C('予以公开'), C('不予公开'), C('无法提供'), C('总计')]] + [[C(x)] + [C(str(R.randint(0, 50))) for _ in range(4)] for x in ['征地拆迁', '规划建设', '其他']]
    r.sec_html = True
    return page(r, table(d) + table(t2_one(r)), table(d2) + table(t3(r)) + ptag('按申请内容分类情况如下：') + table(d3), None)


@layout('h_two_reports', multi=2)
def _(r): pass


@layout('h_three_reports', multi=3)
def _(r): pass
