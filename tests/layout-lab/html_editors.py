"""What editors and content systems make of the tables: sections of WeChat editors, spreadsheets saved as pages, cards, lists, cut columns."""
from html_troubles import *


def wrapped(c):
    """135editor and the like: each cell a section with a paragraph with spans"""
    t = e(c.t)
    return f'<section style="padding:2px"><p style="text-align:center;margin:0"><span style="font-size:12px"><span>{t}</span></span></p></section>' if t else '<section><p><br/></p></section>'


@layout('h_wechat_sections')
def _(r):
    f = lambda rows: '<section data-tools="135编辑器" style="margin:10px 0"><section style="overflow-x:auto"><section>' + table(rows, 'style="width:700px"', wrapped) + '</section></section></section>'
    return page(r, f(t2_one(r)), f(t3(r)), f(t4(r)))


@layout('h_excel_sheet')
def _(r):
    """a spreadsheet saved as a page: the whole report in one table of ten columns, prose in rows across it"""
    W = 30
    def widen(rows):
        _, n = placed(rows); u = W // n
        out = [[C(c.t, c.rs, c.cs * u, c.k) for c in row] for row in rows]
        return out
    across = lambda t: [[C(t, 1, W)]]
    rows = across(r.title) + across(r.intro)
    a4 = across(r.R.choice(NOREM)) if f'remedies.{REMG[0]}.total' in r.omit else widen(t4(r))
    for i, body in enumerate(['overview', widen([[C(c.t, c.rs, c.cs, c.k) for c in row] for row in t2_one(r)]), widen(t3(r)), a4, 'problems', 'other']):
        rows += across(r.heads[i])
        rows += [x for t in r.sec[body] for x in across(t)] if isinstance(body, str) else body
    for row in rows:
        row[-1].cs += max(0, W - sum(c.cs for c in row)) if all(c.rs == 1 for c in row) and len(row) < 3 else 0
    if r.sign: rows += across(r.sign)
    r.sdate = None
    cell = lambda c: f'<font class="font5">{e(c.t)}</font>' if c.t else ''
    body = table(rows, 'border=0 cellpadding=0 cellspacing=0 width=900 style="border-collapse:collapse;table-layout:fixed"', cell, rowattr=' height=24 style="mso-height-source:userset"')
    return shell(r, f'<div class="excel">{body}</div>', '<style>td{mso-number-format:General;text-align:center}</style>').encode()


@layout('h_th_caption')
def _(r):
    """proper table markup: captions, thead, th with scope"""
    def f(rows, head, caption):
        o = [f'<table class="table table-bordered"><caption>{caption}</caption><thead>']
        for y, row in enumerate(rows):
            if y == head: o.append('</thead><tbody>')
            o.append('<tr>' + ''.join(f'<{"td" if c.k == "n" else "th"}' + (f' rowspan={c.rs}' if c.rs > 1 else '') + (f' colspan={c.cs}' if c.cs > 1 else '') + (f' scope="{"col" if y < head else "row"}"' if c.k != 'n' else '') + f'>{e(c.t)}</{"td" if c.k == "n" else "th"}>' for c in row) + '</tr>')
        return '\n'.join(o) + '</tbody></table>'
    return page(r, ''.join(f(p, 2, p[0][0].t) for p in t2(r)), f(t3(r), 3, '表三 收到和处理政府信息公开申请情况（单位：件）'), f(t4(r), 3, '表四'))


@layout('h_header_units')
def _(r):
    """units behind the headers and the labels"""
    u = r.R.choice(['（件）', '(件)', '／件', '<br/>（单位：件）'])
    heads = set(r.colname.values()) | set(r.remname)
    return page(r, None, table(t3(r), cell=lambda c: e(c.t) + (u if c.t in heads and c.k == 'h' else '')), table(t4(r), cell=lambda c: e(c.t) + (u if c.t in heads else '')))


@layout('h_columns_cut')
def _(r):
    """the wide table cut in two, the labels repeated before the second half"""
    k = r.R.choice([3, 4])
    return page(r, None, table(t3(r, COLS[:k])) + '<p>（续表）</p>' + table(t3(r, COLS[k:])), None)


@layout('h_t4_two_tables')
def _(r):
    a = [[C('行政复议', 1, 5)], [C(x) for x in r.remname], [num(r, f'remedies.{REMG[0]}.{k}') for k in REM]]
    b = [[C('行政诉讼', 1, 10)], [C(r.remg[1], 1, 5), C(r.remg[2], 1, 5)], [C(x) for _ in range(2) for x in r.remname], [num(r, f'remedies.{g}.{k}') for g in REMG[1:] for k in REM]]
    return page(r, None, None, table(a) + '<p>&nbsp;</p>' + table(b))


@layout('h_nbsp_rows')
def _(r):
    """rows as paragraphs, cells apart by no-break spaces"""
    noblank(r, r.R.choice(['-', '/', '无']))
    g = '&nbsp;' * r.R.choice([2, 4, 6])
    f = lambda rows: '\n'.join('<p>' + g.join(e(c.t) for c in row) + '</p>' for row in rows)
    return page(r, f(compact2(r)), f(leaf_rows(r)), f(t4_stacked(r)))


@layout('h_nested_list')
def _(r):
    """a list of rows, each with a list of its figures by name"""
    c = r.R.choice(['：', ':', '： '])
    items = lambda pairs: '<ul>' + ''.join(f'<li>{e(a)}{c}{e(b)}</li>' for a, b in pairs) + '</ul>'
    o, prev = ['<ol class="report">'], ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: o.append(f'<li class="group">{e(p[d])}</li>')
        prev = p
        o.append(f'<li>{e(p[-1])}' + items((r.colname[k], P(r, f'applications.{rid}.{k}')) for k in COLS) + '</li>')
    b = '<ul>' + ''.join(f'<li>{n}' + items((a, P(r, f'remedies.{g}.{k}')) for a, k in zip(r.remname, REM)) + '</li>' for g, n in zip(REMG, ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'])) + '</ul>'
    return page(r, None, '\n'.join(o) + '</ol>', b)


@layout('h_cards')
def _(r):
    """a card for each row, figures over their names"""
    def card(title, pairs): return f'<div class="card"><h4>{e(title)}</h4><div class="kv">' + ''.join(f'<div class="i"><span class="k">{e(a)}</span><span class="v">{e(b)}</span></div>' for a, b in pairs) + '</div></div>'
    noblank(r, '-')
    o, prev = [], ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: o.append(f'<h3>{e(p[d])}</h3>')
        prev = p
        o.append(card(p[-1], [(r.colname[k], P(r, f'applications.{rid}.{k}')) for k in COLS]))
    st = '<style>.kv{display:flex}.i{display:flex;flex-direction:column;width:80px}</style>'
    return page(r, None, '\n'.join(o), None, st)


@layout('h_bilingual')
def _(r):
    """a second language below each header"""
    en = {'自然人': 'Natural persons', '商业企业': 'Commercial enterprises', '科研机构': 'Research institutions', '社会公益组织': 'Public welfare organisations', '法律服务机构': 'Legal service institutions', '其他': 'Others', '总计': 'Total'}
    cell = lambda c: e(c.t) + (f'<br/><i>{en[c.t]}</i>' if c.t in en else '')
    return page(r, None, table(t3(r), cell=cell), None)


@layout('h_notes_in_table')
def _(r):
    """notes with numbers in rows across the table, and a unit row above the header"""
    t = t3(r)
    t = [[C('单位：件', 1, 10)]] + t + [[C(f'注：1.本表统计期限为{r.year}年1月1日至12月31日；2.另有电话咨询{r.R.randint(3, 90)}件未计入。', 1, 10)]]
    u = t4(r) + [[C('说明：以上案件均以结案时间为准。', 1, 15)]]
    return page(r, None, table(t), table(u))


@layout('h_frontpage')
def _(r):
    up = lambda rows: table(rows, 'BORDER=1 CELLPADDING=2', lambda c: f'<FONT SIZE=2 FACE=宋体><P ALIGN=CENTER>{e(c.t) or "&nbsp;"}</FONT>').replace('<tr', '<TR').replace('<td', '<TD').replace('</td>', '').replace('</tr>', '').replace('tbody', 'TBODY')
    return page(r, up(t2_one(r)), up(t3(r)), up(t4(r)))


@layout('h_labels_right')
def _(r):
    """every label cell split in number and words: 1. | 属于国家秘密"""
    import re
    rows = []
    for row in t3(r):
        out = []
        for c in row:
            m = re.match(r'^(\d[.、．]|[(（][一二三四五六七\d][)）])\s*(.+)$', c.t) if c.k == 'h' and c.cs == 1 and c.rs == 1 else None
            out.append(C(f'{m[1]}\u00a0\u00a0{m[2]}', c.rs, c.cs, c.k) if m else c)
        rows.append(out)
    return page(r, None, table(rows), None)
