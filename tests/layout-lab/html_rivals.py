"""Pages on which other numbers stand beside, around or in place of the report's own, and a careful person still knows which are meant."""
import base64
from html_systems import *
from html_boxes import flat
from html_troubles import *

ROW = 'applications.{}.{}'


def numbers(r, fn, q=None):
    """table three with each number cell written anew by fn(this year's text, last year's text)"""
    q = q or lastyear(r)
    t = t3_head(r, COLS)
    for (rid, _), ls in zip(r.rows3, label_cells(r.rows3)):
        t.append(ls + [C(fn(r.print[ROW.format(rid, k)], q.print[ROW.format(rid, k)]), 1, 1, 'n') for k in COLS])
    return t


@layout('r_lastyear_in_brackets')
def _(r):
    noblank(r, '0')
    t = numbers(r, lambda now, then: f'{now}（{then}）')
    return page(r, None, ptag(f'注：括号内为{r.year - 1}年数据。') + table(t), None)


@layout('r_lastyear_slash')
def _(r):
    noblank(r, '0')
    t = numbers(r, lambda now, then: f'{now}/{then}')
    return page(r, None, ptag(f'（单位：件；{r.year}年/{r.year - 1}年）') + table(t), None)


@layout('r_lastyear_line')
def _(r):
    """last year's number on a second, small line of the cell"""
    q = lastyear(r)
    noblank(r, '0')
    t = numbers(r, lambda now, then: f'{now}\n{then}', q)
    cell = lambda c: e(c.t) if '\n' not in c.t else f'<div>{e(c.t.split(chr(10))[0])}</div><div style="font-size:9px;color:#999">{e(c.t.split(chr(10))[1])}</div>'
    return page(r, None, ptag(f'每格上行为{r.year}年，下行为{r.year - 1}年。') + table(t, cell=cell), None)


@layout('r_growth')
def _(r):
    q = lastyear(r)
    t = t3(r, extra=[('比上年增减', lambda i: str((int(r.num[ROW.format(i, "total")]) - int(q.num[ROW.format(i, "total")]))))])
    return page(r, None, table(t), None)


@layout('r_share_rows')
def _(r):
    """below each row its shares, plain figures"""
    R = r.R
    t = t3_head(r, COLS)
    for (rid, _), ls in zip(r.rows3, label_cells(r.rows3)):
        for c in ls: c.rs *= 2
        t.append(ls + [num(r, ROW.format(rid, k)) for k in COLS])
        t.append([C(str(R.randint(0, 99))) for _ in COLS])
    return page(r, None, ptag('各行下方为占比（%）。') + table(t), None)


@layout('r_subtotals')
def _(r):
    """a subtotal below each group, its label between the group's rows"""
    rows = []
    for i, (rid, p) in enumerate(r.rows3):
        rows.append((rid, p))
        if len(p) == 3 and (i + 1 == len(r.rows3) or r.rows3[i + 1][1][:2] != p[:2]): rows.append(('小计:' + rid.split('.')[0], (p[0], p[1], '小计')))
    t = t3_head(r, COLS)
    def value(rid, k):
        if not rid.startswith('小计:'): return num(r, ROW.format(rid, k))
        return C(str(sum(int(r.num[ROW.format(x, k)]) for x, _ in r.rows3 if x.startswith(rid[3:] + '.'))), 1, 1, 'n')
    for (rid, _), ls in zip(rows, label_cells(rows)): t.append(ls + [value(rid, k) for k in COLS])
    return page(r, None, table(t), None)


@layout('r_quarters')
def _(r):
    """table three four times, by quarter, before the year's"""
    R = r.R
    o = ''
    for n in '一二三四':
        q = make(R, form=r.form, kind=r.kind, size='small', year=r.year, noise=False)
        for k in ('rows3', 'colname', 'corner'): setattr(q, k, getattr(r, k))
        o += f'<p align="center">第{n}季度</p>' + table(t3(q))
    return page(r, None, o + f'<p align="center">{r.year}年全年</p>' + table(t3(r)), None)


@layout('r_year_last_quarters_after')
def _(r):
    R = r.R
    o = f'<p align="center">全年</p>' + table(t3(r))
    for n in ('上半年', '下半年'):
        q = make(R, form=r.form, kind=r.kind, size='small', year=r.year, noise=False)
        for k in ('rows3', 'colname', 'corner'): setattr(q, k, getattr(r, k))
        o += f'<p align="center">{n}</p>' + table(t3(q))
    return page(r, None, o, None)


@layout('r_corrected')
def _(r):
    """a table that a notice below replaces"""
    q = lastyear(r)
    return page(r, None, f'<div style="text-decoration:line-through">{table(t3(q))}</div><p>更正：上表数据有误，更正如下：</p>' + table(t3(r)), None)


@layout('r_corrected_by_words')
def _(r):
    """the same, the old table not struck"""
    q = lastyear(r)
    return page(r, None, f'{table(t3(q))}<p>更正：上表数据有误，以下表为准：</p>' + table(t3(r)), None)


@layout('r_other_body')
def _(r):
    """the figures of a body below this one follow in the same layout"""
    q = lastyear(r)
    return page(r, None, table(t3(r)) + f'<p>附：{e(r.a["county"])}政务服务中心同期办理情况</p>' + table(t3(q)), None)


@layout('r_body_columns')
def _(r):
    """the body itself and all below it, side by side in one table"""
    q = lastyear(r)
    h = [[C(r.corner, 2, 3), C('本级', 1, 7), C('下属单位', 1, 7)], [C(r.colname[k]) for _ in (0, 1) for k in COLS]]
    for (rid, _), ls in zip(r.rows3, label_cells(r.rows3)): h.append(ls + [num(x, ROW.format(rid, k)) for x in (r, q) for k in COLS])
    return page(r, None, table(h), None)


@layout('r_rows_any_order')
def _(r):
    """rows of a group in another order, as a sorted list has them"""
    R = r.R
    rows, i = [], 0
    while i < len(r.rows3):
        j = i
        while j < len(r.rows3) and len(r.rows3[j][1]) == 3 and r.rows3[j][1][:2] == r.rows3[i][1][:2]: j += 1
        group = r.rows3[i:max(j, i + 1)]
        if len(group) > 1: R.shuffle(group)
        rows += group; i = max(j, i + 1)
    return page(r, None, table(t3(r, rows=rows)), None)


@layout('r_columns_any_order')
def _(r):
    cols = list(COLS); r.R.shuffle(cols)
    return page(r, None, table(t3(r, cols)), None)


@layout('r_remedies_any_order')
def _(r):
    """table four with its groups and results in another order"""
    R = r.R
    order = [0, 1, 2, 3, 4]; R.shuffle(order)
    h = [[C('行政诉讼', 1, 10), C(r.remg[0], 2, 5)], [C(r.remg[1], 1, 5), C(r.remg[2], 1, 5)], [C(r.remname[i]) for _ in range(3) for i in order]]
    h.append([num(r, f'remedies.{g}.{REM[i]}') for g in (REMG[1], REMG[2], REMG[0]) for i in order])
    return page(r, None, None, table(h))


@layout('r_disclosure_any_order')
def _(r):
    ps = t2(r); r.R.shuffle(ps)
    return page(r, table([row for p in ps for row in p]), None, None)


@layout('r_zeros_merged')
def _(r):
    """zeros that stand beside each other are one merged cell"""
    noblank(r, '0')
    t = t3_head(r, COLS)
    for (rid, _), ls in zip(r.rows3, label_cells(r.rows3)):
        row, cells = [], [r.print[ROW.format(rid, k)] for k in COLS]
        for x in cells:
            if x == '0' and row and row[-1].t == '0': row[-1].cs += 1
            else: row.append(C(x, 1, 1, 'n'))
        t.append(ls + row)
    return page(r, None, table(t), None)


@layout('r_row_without_label')
def _(r):
    """the label of one row was lost"""
    t = t3(r)
    rows = [row for row in t[5:] if row[0].k == 'h']
    row = r.R.choice(rows)
    [c for c in row if c.k == 'h'][-1].t = ''
    return page(r, None, table(t), None)


@layout('r_labels_shifted')
def _(r):
    """an empty row in the middle moves nothing for a person"""
    t = t3(r); at = r.R.randint(6, len(t) - 3)
    extra = [C('（空）')] + [C('') for _ in COLS]
    t.insert(at, [C('', 1, 10)] if r.R.random() < .5 else extra)
    return page(r, None, table(t), None)


@layout('r_nth_child_hidden')
def _(r):
    """last year's column beside each, hidden by the page's own style"""
    q = lastyear(r)
    h = [[C(r.corner, 1, 1)] + [C(x, 1, 1) for k in COLS for x in (r.colname[k], f'{r.year - 1}')]]
    for rid, p in r.rows3: h.append([C(''.join(p))] + [num(x, ROW.format(rid, k)) for k in COLS for x in (r, q)])
    return page(r, None, table(h, attrs='border="1" class="cmp"'), None, head='<style>table.cmp td:nth-child(2n+3){display:none}</style>')


@layout('r_rows_hidden')
def _(r):
    """rows of last year, hidden by class, attribute or collapse"""
    q = lastyear(r); R = r.R
    how = R.choice(['class="old"', 'hidden', 'style="visibility:collapse"', 'style="display:none !important"'])
    t = [f'<tr>{"".join(f"<td>{e(c)}</td>" for c in ["项目"] + [r.colname[k] for k in COLS])}</tr>']
    for rid, p in r.rows3:
        t.append('<tr>' + f'<td>{e("".join(p))}</td>' + ''.join(f'<td>{e(r.print[ROW.format(rid, k)])}</td>' for k in COLS) + '</tr>')
        t.append(f'<tr {how}>' + f'<td>{e("".join(p))}</td>' + ''.join(f'<td>{e(q.print[ROW.format(rid, k)])}</td>' for k in COLS) + '</tr>')
    return page(r, None, f'<table border=1>{"".join(t)}</table>', None, head='<style>.old{display:none}</style>')


@layout('r_srcdoc')
def _(r):
    t = table(t3(r))
    return page(r, None, f'<iframe width="100%" height="900" srcdoc="{H.escape(t, quote=True)}"></iframe>', None)


@layout('r_data_frame')
def _(r):
    t = '<meta charset=utf-8>' + table(t3(r))
    return page(r, None, f'<iframe width="100%" height="900" src="data:text/html;charset=utf-8;base64,{base64.b64encode(t.encode()).decode()}"></iframe>', None)


@layout('r_object_frame')
def _(r):
    """a frame with other words for browsers without frames"""
    q = lastyear(r)
    return page(r, None, f'<iframe width="100%" height="900" srcdoc="{H.escape(table(t3(r)), quote=True)}">{table(t3(q))}</iframe>', None)


@layout('r_svg_numbers')
def _(r):
    cell = lambda c: e(c.t) if c.k != 'n' or not c.t else f'<svg width="40" height="16"><text x="2" y="13">{e(c.t)}</text></svg>'
    return page(r, None, table(t3(r), cell=cell), None)


@layout('r_pictures_alt')
def _(r):
    """numbers as pictures; the alternative text may be another"""
    cell = lambda c: e(c.t) if c.k != 'n' or not c.t else f'<img src="n/{r.R.randint(1, 99)}.png" alt="{e(c.t)}" height="14">'
    return page(r, None, table(t3(r), cell=cell), None)


@layout('r_titles')
def _(r):
    """each cell says last year's number in a tip"""
    cell = lambda c: f'<span title="去年：{r.R.randint(0, 99)}" data-old="{r.R.randint(0, 99)}">{e(c.t)}</span>' if c.k == 'n' else e(c.t)
    return page(r, None, table(t3(r), cell=cell), None)


@layout('r_counter_before')
def _(r):
    """the rows are numbered by a style, before the figures"""
    return page(r, None, table(t3(r), attrs='border=1 class=num'), None, head='<style>.num{counter-reset:n}.num tr{counter-increment:n}.num tr td:first-child::before{content:counter(n) ". "}</style>')


@layout('r_figures_generated')
def _(r):
    cell = lambda c: e(c.t) if c.k != 'n' or not c.t else f'<i data-v="{e(c.t)}"></i>'
    return page(r, None, table(t3(r), cell=cell), None, head='<style>i[data-v]::before{content:attr(data-v);font-style:normal}</style>')


@layout('r_applicant_tables')
def _(r):
    """one table for each kind of applicant"""
    o = ''
    for k in COLS:
        rows = [[C('项目', 1, 3), C('数量')]]
        for (rid, _), ls in zip(r.rows3, label_cells(r.rows3)): rows.append(ls + [num(r, ROW.format(rid, k))])
        o += f'<p><b>{e(r.colname[k])}</b></p>' + table(rows)
    return page(r, None, o, None)


@layout('r_row_cards')
def _(r):
    """a definition list for each row: applicant and number by name"""
    o = ''
    for rid, p in r.rows3:
        o += f'<div class="card"><h4>{e("".join(p))}</h4><ul>' + ''.join(f'<li>{e(r.colname[k])}：{e(r.print[ROW.format(rid, k)])}</li>' for k in COLS) + '</ul></div>'
    return page(r, None, o, None)


@layout('r_two_units')
def _(r):
    """the fee in yuan, the unit in the head of its column"""
    k = 'disclosure.fees.amount_10k_cny'
    if r.form == '2021':
        v = r.num[k]
        t = t2(r)
        r.print[k] = str(v)
        yuan = f'{round(v * 10000)}'
        t[3][1][1].t = '本年收费金额（单位：元）'
        t[3][2][1].t = yuan
        return page(r, table([row for p in t for row in p]), None, None)
    return page(r)


@layout('r_wide_split')
def _(r):
    """table four as three tables side by side in cells of a table, each with one row of results below the other"""
    o = ''.join(f'<td valign=top>{table([[C(n, 1, 2)]] + [[C(r.remname[j]), num(r, f"remedies.{g}.{k}")] for j, k in enumerate(REM)])}</td>' for g, n in zip(REMG, ['行政复议', '行政诉讼：未经复议直接起诉', '行政诉讼：复议后起诉']))
    return page(r, None, None, f'<table><tr>{o}</tr></table>')


@layout('r_bottom_header')
def _(r):
    """the header is repeated below, and a second total stands there"""
    t = t3(r)
    return page(r, None, table(t + [[C('', 1, 3)] + [C(r.colname[k]) for k in COLS]]), None)


@layout('r_one_big_row')
def _(r):
    """table four below table three, in the same table, seven columns wide"""
    t = t3(r)
    for g, n in zip(REMG, ['行政复议', '未经复议直接起诉', '复议后起诉']):
        t.append([C(n, 2, 3)] + [C(x) for x in r.remname] + [C('', 2, 2)])
        t.append([num(r, f'remedies.{g}.{k}') for k in REM])
    return page(r, None, table(t), ptag('见上表。'))


@layout('r_bilingual_cells')
def _(r):
    en = dict(zip(COLS, ['Natural person', 'Commercial enterprise', 'Research institution', 'Social welfare organisation', 'Legal service', 'Other', 'Total']))
    for k in COLS: r.colname[k] = f'{r.colname[k]} {en[k]}'
    r.remname = [f'{a} {b}' for a, b in zip(r.remname, ['Upheld', 'Corrected', 'Other', 'Pending', 'Total'])]
    r.remg = ['行政复议 Reconsideration', '未经复议直接起诉 Direct litigation', '复议后起诉 Litigation after reconsideration']
    return page(r)


@layout('r_grid_cells_moved')
def _(r):
    """a grid whose cells are placed by line numbers, columns in another order than in the source"""
    cols = list(COLS); order = list(range(7)); r.R.shuffle(order)
    o = [f'<div style="grid-column:1;grid-row:1">项目</div>'] + [f'<div style="grid-column:{order[i] + 2};grid-row:1">{e(r.colname[k])}</div>' for i, k in enumerate(cols)]
    for n, (rid, p) in enumerate(r.rows3, 2):
        o.append(f'<div style="grid-column:1;grid-row:{n}">{e("".join(p))}</div>')
        o += [f'<div style="grid-column:{order[i] + 2};grid-row:{n}">{e(r.print[ROW.format(rid, k)])}</div>' for i, k in enumerate(cols)]
    return page(r, None, f'<div style="display:grid;grid-template-columns:3fr repeat(7,1fr)">{"".join(o)}</div>', None)


@layout('r_columns_reversed')
def _(r):
    """a row-reverse flex shows the columns from right to left"""
    noblank(r, '0')
    row = lambda label, cells: f'<div style="display:flex;flex-direction:row-reverse">{"".join(f"<div style=flex:1>{e(x)}</div>" for x in reversed(cells))}<div style="flex:3">{e(label)}</div></div>'
    o = row('项目', [r.colname[k] for k in COLS]) + ''.join(row(''.join(p), [r.print[ROW.format(rid, k)] for k in COLS]) for rid, p in r.rows3)
    return page(r, None, o, None)


@layout('r_rtl_table')
def _(r):
    """a table that runs from right to left, written so that a person sees the usual order"""
    t = [[C(c.t, c.rs, c.cs, c.k) for c in reversed(row)] for row in t3(r)]
    return page(r, None, table(t, attrs='border=1 dir=rtl'), None)


@layout('r_sheet_letters')
def _(r):
    """a spreadsheet's letters and line numbers around the table"""
    g = flat(t3(r))
    t = [[C('')] + [C(chr(65 + i)) for i in range(len(g[0]))]] + [[C(str(n))] + [C(x) for x in row] for n, row in enumerate(g, 1)]
    return page(r, None, table(t), None)


@layout('r_template_row_sums')
def _(r):
    """a check row below the table: sums that a program printed"""
    t = t3(r)
    t.append([C('校验', 1, 3)] + [C(str(r.R.randint(0, 9))) for _ in COLS])
    return page(r, None, table(t), None)


@layout('r_key_values_indented')
def _(r):
    """every figure on a line of its own, the group above it, indented"""
    o = []
    for rid, p in r.rows3:
        o.append(ptag('　' * len(p) + p[-1] + '：'))
        o += [ptag('　' * (len(p) + 1) + f'{r.colname[k]}：{r.print[ROW.format(rid, k)]}') for k in COLS]
    return page(r, None, ''.join(o), None)


@layout('r_sentences')
def _(r):
    """each row a sentence"""
    noblank(r, '0')
    o = ''.join(ptag(f'{"".join(p)}：' + '，'.join(f'{r.colname[k]}{r.print[ROW.format(rid, k)]}件' if not r.print[ROW.format(rid, k)].endswith('件') else f'{r.colname[k]}{r.print[ROW.format(rid, k)]}' for k in COLS) + '。') for rid, p in r.rows3)
    return page(r, None, o, None)


@layout('r_thousands_blank')
def _(r):
    blank = r.R.choice([' ', '\u2009', '\u00a0', '，'])
    cell = lambda c: e(f'{int(c.t):,}'.replace(',', blank)) if c.k == 'n' and c.t.isascii() and c.t.isdigit() else e(c.t)
    return page(r, None, table(t3(r), cell=cell), None)


@layout('r_t2_years')
def _(r):
    """the first table with last year's figures in a column behind each"""
    q = lastyear(r)
    for k in ('omit',): setattr(q, k, getattr(r, k))
    a, b = t2(r), t2(q)
    out = []
    for p, o in zip(a, b):
        out.append([C(p[0][0].t, 1, 1 + 2 * (len(p[1]) - 1))])
        out.append([C('信息内容')] + [C(x) for c in p[1][1:] for x in (c.t, f'{r.year - 1}年')])
        for row, old in zip(p[2:], o[2:]): out.append([C(row[0].t)] + [c for x, y in zip(row[1:], old[1:]) for c in (C(x.t, 1, 1, 'n'), C(y.t, 1, 1, 'n'))])
    return page(r, table(out), None, None)


@layout('r_footnote_numbers')
def _(r):
    """marks of notes behind figures and labels, raised"""
    R = r.R
    cell = lambda c: e(c.t) + (f'<sup>{R.randint(1, 9)}</sup>' if R.random() < .15 and c.t else '')
    return page(r, None, table(t3(r), cell=cell) + ptag('注：1. 含依申请转办。2. 口径同上年。'), None)


@layout('r_fixed_overlay')
def _(r):
    """a dialogue lies over the middle of the table until it is closed"""
    return page(r, None, f'<div style="position:relative">{table(t3(r))}<div class="tip" style="position:absolute;top:200px;left:300px;width:300px;height:120px;background:#fff;border:1px solid #ccc">提示：本页支持无障碍浏览 88</div></div>', None)


def blank(r, sign=''):
    """every figure of table three a blank, or a sign for one; a zero elsewhere"""
    for k in r.print:
        if k.startswith('applications.'): r.print[k] = sign
    r.notes.append('rival of blanks')


@layout('r_blank_then_chinese_year')
def _(r):
    """this year's table is blank; last year's has its year in Chinese numerals"""
    q = lastyear(r); blank(r)
    return page(r, None, f'<p align="center">{zi(r.year)}年</p>' + table(t3(r)) + f'<p align="center">{zi(q.year)}年</p>' + table(t3(q)), None)


@layout('r_dashes_then_other_body')
def _(r):
    """the body's own table holds dashes; that of a body below it follows"""
    q = lastyear(r); blank(r, r.R.choice(['-', '/', '—', '无']))
    return page(r, None, table(t3(r)) + f'<p>附：{e(r.a["county"])}政务服务中心办理情况</p>' + table(t3(q)), None)


@layout('r_other_body_then_dashes')
def _(r):
    q = lastyear(r); blank(r, '/')
    return page(r, None, f'<p>{e(r.a["county"])}政务服务中心办理情况</p>' + table(t3(q)) + f'<p>{e(r.a["mid"])}办理情况</p>' + table(t3(r)), None)


@layout('r_blank_then_other_body')
def _(r):
    q = lastyear(r); blank(r)
    return page(r, None, table(t3(r)) + f'<p>附：{e(r.a["county"])}政务服务中心办理情况</p>' + table(t3(q)), None)


@layout('r_example_filled')
def _(r):
    """a worked example of the form precedes the form itself"""
    q = lastyear(r); blank(r)
    return page(r, None, '<p>（填表示例）</p>' + table(t3(q)) + '<p>正式填报：</p>' + table(t3(r)), None)


@layout('r_picture_then_other_body')
def _(r):
    """the own table is a picture, a table of text below it another body's"""
    q = lastyear(r)
    r.gone = {k for k in r.num if k.startswith('applications.')}
    return page(r, None, '<p><img src="t3.png" width="900"></p>' + f'<p>附：{e(r.a["county"])}政务服务中心办理情况</p>' + table(t3(q)), None)


@layout('r_remedies_of_other')
def _(r):
    """table four of the whole county follows the body's own blank one"""
    q = lastyear(r)
    for k in r.print:
        if k.startswith('remedies.'): r.print[k] = ''
    return page(r, None, None, table(t4(r)) + '<p>全县汇总：</p>' + table(t4(q)))


@layout('r_disclosure_of_other')
def _(r):
    q = lastyear(r); q.omit = r.omit
    for k in r.print:
        if k.startswith('disclosure.'): r.print[k] = '/'
    return page(r, table(t2_one(r)) + '<p>全县汇总：</p>' + table(t2_one(q)), None, None)


@layout('r_hidden_by_height')
def _(r):
    """last year's table lies in a box of no height"""
    q = lastyear(r); blank(r)
    return page(r, None, f'<div style="height:0;overflow:hidden">{table(t3(q))}</div>' + table(t3(r)), None)


@layout('r_half_year')
def _(r):
    """figures of half a year follow the blank table of the year"""
    q = lastyear(r); blank(r)
    return page(r, None, table(t3(r)) + '<p>其中1—6月：</p>' + table(t3(q)), None)


@layout('r_sums_of_years')
def _(r):
    """a total of several years after the total"""
    t = t3(r, extra=[('历年累计', lambda i: str(r.R.randint(0, 999)))])
    return page(r, None, table(t), None)


@layout('r_short_labels_own')
def _(r):
    """the own table has short labels of its own, the official wording stands in a table of the whole county"""
    q = lastyear(r)
    r.gone = {k for k in r.num if k.startswith('applications.')}
    own = [[C('项目'), C('件数')]] + [[C(x), C(str(r.R.randint(0, 9)))] for x in ('收件', '办结', '公开', '不公开', '转下年')]
    return page(r, None, table(own) + '<p>全县情况：</p>' + table(t3(q)), None)


@layout('r_two_lines_cell')
def _(r):
    """online and on paper on two lines of one cell"""
    R = r.R
    t = t3(r)
    at = t[3][-7]
    at.t = f'{R.randint(1, 30)}<br>{R.randint(100, 300)}'
    r.gone = {'applications.new.natural_person'}
    return page(r, None, table(t, cell=lambda c: c.t if '<br>' in c.t else e(c.t)), None)
