"""Text layouts."""
from tables import *
from html_troubles import wid, padw, mono, leaf_rows, NOREM
LAY = {}


def tl(name, **kw):
    def d(f): LAY[name] = (f, 'txt', kw); return f
    return d


def doc(r, a2, a3, a4, md=False, blank=False, title=True, by=True):
    R = r.R; o = []
    if title: o.append(('# ' if md else '') + r.title)
    if by and (r.byline or r.bdate): o.append(R.choice(['{d} {b} 浏览次数：12', '发布时间：{d} 来源：{b}', '{b} {d}']).format(d=r.bdate or '', b=r.byline or '').strip())
    H = lambda i: ('## ' if md else '') + r.heads[i]
    if f'remedies.{REMG[0]}.total' in r.omit: a4 = R.choice(NOREM)
    o += [r.intro, H(0)] + r.sec['overview'] + [H(1), a2, H(2), a3, H(3), a4, H(4)] + r.sec['problems'] + [H(5)] + r.sec['other']
    if r.sign:
        o.append(r.sign)
        if r.sdate:
            y, m, d = r.sdate.split('-'); o.append(f'{y}年{int(m)}月{int(d)}日')
    else: r.sdate = None
    return ('\n\n' if blank else '\n').join(o).encode()


def blanks(r, keys=None): return any(v == '' for k, v in r.print.items() if k not in r.omit)


@tl('t_md_pipe')
def _(r):
    rep = r.R.random() < .4; al = r.R.choice(['---', ':---:', '-----'])
    def f(rows):
        g = grid(rows, rep); o = []
        for i, x in enumerate(g):
            o.append('| ' + ' | '.join(x) + ' |')
            if i == 0: o.append('| ' + ' | '.join([al] * len(x)) + ' |')
        return '\n'.join(o)
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)), md=True, blank=True)


@tl('t_md_empty_header')
def _(r):
    """markdown converters put an empty header row when the html has no th"""
    def f(rows):
        g = grid(rows); n = len(g[0])
        return '\n'.join(['|' + '   |' * n, '|' + ' --- |' * n] + ['| ' + ' | '.join(x.replace('|', '\\|') for x in row) + ' |' for row in g])
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)), md=True, blank=True)


@tl('t_aligned')
def _(r): return doc(r, mono(compact2(r)), mono(leaf_rows(r)), mono(t4_stacked(r)))


@tl('t_aligned_3col')
def _(r): return doc(r, mono(compact2(r), 3), mono(t3(r), 2), mono(t4(r), 2))


@tl('t_box')
def _(r): return doc(r, mono(compact2(r), box=True), mono(t3(r), box=True), mono(t4(r), box=True))


def rst(rows):
    g = grid(rows); W = [max(wid(x) for x in c) for c in zip(*g)]
    s = '+' + '+'.join('-' * (w + 2) for w in W) + '+'
    return '\n'.join([s] + [x for row in g for x in ('|' + '|'.join(' ' + padw(t, w) + ' ' for t, w in zip(row, W)) + '|', s)])


@tl('t_plus_grid')
def _(r): return doc(r, rst(compact2(r)), rst(t3(r)), rst(t4(r)))


@tl('t_csv')
def _(r):
    q = r.R.random() < .5
    def f(rows): return '\n'.join(','.join(f'"{x}"' if q and x or ',' in x or '，' in x and q else x for x in row) for row in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_semicolon')
def _(r):
    s = r.R.choice([';', '；', '; '])
    f = lambda rows: '\n'.join(s.join(row) for row in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


def cells_once(rows):
    """cells in source order, merged cells once"""
    return [c.t for row in rows for c in row]


@tl('t_cell_per_line')
def _(r):
    f = lambda rows: '\n'.join(cells_once(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_cell_per_paragraph')
def _(r):
    """innerText of a page: cell texts parted by blank lines; blank cells are two blank lines more"""
    f = lambda rows: '\n\n'.join(x if x else ' ' for x in cells_once(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)), blank=True)


@tl('t_inner_text')
def _(r):
    """browser copy: cells of a row by tab, each row a line, merged cells once, so columns do not line up"""
    f = lambda rows: '\n'.join('\t'.join(c.t for c in row) for row in rows)
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_tab_trailing')
def _(r):
    R = r.R
    f = lambda rows: '\n'.join('\t'.join(row) + '\t' * R.choice([0, 1, 4]) + R.choice(['', '', ' ']) for row in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_27_lines')
def _(r):
    """label and numbers parted by single spaces; dashes for blanks"""
    noblank(r, '-')
    o = ['申请人情况', ' '.join(r.colname[k] for k in COLS)]; prev = ()
    R = r.R; full = R.random() < .5
    for rid, p in r.rows3:
        if not full:
            for d in range(len(p) - 1):
                if p[:d + 1] != prev[:d + 1]: o.append(p[d])
        prev = p
        o.append((' '.join(p) if full else p[-1]) + ' ' + ' '.join(P(r, f'applications.{rid}.{k}') for k in COLS))
    a2 = '\n'.join(' '.join(c.t for c in row) for row in compact2(r))
    a4 = '行政复议 行政诉讼\n未经复议直接起诉 复议后起诉\n' + ' '.join(r.remname * 3) + '\n' + ' '.join(P(r, f'remedies.{g}.{k}') for g in REMG for k in REM)
    return doc(r, a2, '\n'.join(o), a4)


@tl('t_label_numbers_lines')
def _(r):
    """label on a line, its seven numbers on the next"""
    noblank(r, '/')
    sp = r.R.choice([' ', '  ', '\t', '、'])
    o = ['申请人情况：' + '、'.join(r.colname[k] for k in COLS)]; prev = ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: o.append(p[d])
        prev = p
        o += [p[-1], sp.join(P(r, f'applications.{rid}.{k}') for k in COLS)]
    a2 = '\n'.join(sp.join(c.t for c in row) for row in compact2(r))
    a4 = '\n'.join(x for row in t4_stacked(r)[0:1] for x in [sp.join(c.t for c in row)]) + '\n' + '\n'.join(f'{n}\n' + sp.join(P(r, f'remedies.{g}.{k}') for k in REM) for g, n in zip(REMG, ['行政复议', '行政诉讼 未经复议直接起诉', '行政诉讼 复议后起诉']))
    return doc(r, a2, '\n'.join(o), a4)


def kv(r, key, val_):
    return f'{key}：{val_}'


@tl('t_key_value')
def _(r):
    """every figure named: 自然人：3，商业企业：0 …"""
    R = r.R; c = R.choice(['：', ':', ' = '])
    s = R.choice(['，', '；', ' | ', '　'])
    o2 = []
    for p in t2(r):
        heads = p[1][1:]; o2.append(p[0][0].t)
        for row in p[2:]: o2.append(row[0].t + '　' + s.join(h.t + c + (x.t or '（空）' if False else x.t) for h, x in zip(heads, row[1:])))
    o3 = []; prev = ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: o3.append(p[d])
        prev = p
        o3.append(p[-1] + '　' + s.join(r.colname[k] + c + P(r, f'applications.{rid}.{k}') for k in COLS))
    o4 = [n + '　' + s.join(a + c + P(r, f'remedies.{g}.{k}') for a, k in zip(r.remname, REM)) for g, n in zip(REMG, ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'])]
    return doc(r, '\n'.join(o2), '\n'.join(o3), '\n'.join(o4))


@tl('t_key_value_lines')
def _(r):
    """one figure a line: 予以公开-自然人：3"""
    o2 = []
    for p in t2(r):
        o2.append(p[0][0].t)
        for row in p[2:]:
            for h, x in zip(p[1][1:], row[1:]): o2.append(f'{row[0].t} {h.t}：{x.t}')
    o3 = []; prev = ()
    for rid, p in r.rows3:
        for d in range(len(p)):
            if d == len(p) - 1 or p[:d + 1] != prev[:d + 1]: o3.append(p[d])
        prev = p
        for k in COLS: o3.append(f'  {r.colname[k]}：{P(r, f"applications.{rid}.{k}")}')
    o4 = []
    for g, n in zip(REMG, ['行政复议', '行政诉讼-未经复议直接起诉', '行政诉讼-复议后起诉']):
        o4.append(n)
        for a, k in zip(r.remname, REM): o4.append(f'  {a}：{P(r, f"remedies.{g}.{k}")}')
    return doc(r, '\n'.join(o2), '\n'.join(o3), '\n'.join(o4))


def wrapn(t, n): return [t[i:i + n] for i in range(0, len(t), n)] or ['']


def layout_text(rows, widths, gap=1):
    """pdftotext -layout: labels wrap inside their column, numbers stand on the middle line"""
    g = grid(rows); out = []
    for row in g:
        cells = [wrapn(t, w) for t, w in zip(row, widths)]
        h = max(len(c) for c in cells)
        lines = []
        for i in range(h):
            l = ''
            for c, w in zip(cells, widths):
                off = (h - len(c)) // 2
                t = c[i - off] if off <= i < off + len(c) else ''
                l += padw(t, 2 * w + gap)
            lines.append(l.rstrip())
        out += [l for l in lines if l.strip()]
    return '\n'.join(out)


@tl('t_pdf_wrapped')
def _(r):
    w = r.R.choice([10, 12, 14])
    return doc(r, layout_text(compact2(r), [10, 10, 8, 8], 2), layout_text(leaf_rows(r), [w, 5, 4, 4, 6, 6, 3, 5], 2), layout_text(t4_stacked(r), [5, 8, 4, 4, 4, 4, 3], 2))


@tl('t_pdf_wrapped_groups')
def _(r):
    """three label columns, group label centred over its rows as pdftotext gives it"""
    rows = t3(r)
    p, W = placed(rows); widths = [5, 6, 14, 4, 4, 4, 4, 4, 3, 5]
    H = len(rows); hs = [1] * H; wr = {}
    for y, x, c in p:
        w = sum(widths[x:x + c.cs]); wr[(y, x)] = wrapn(c.t, w)
        if c.rs == 1: hs[y] = max(hs[y], len(wr[(y, x)]))
    top = [0]
    for h in hs: top.append(top[-1] + h)
    canvas = [[''] * W for _ in range(top[-1])]
    for y, x, c in p:
        n = top[y + c.rs] - top[y]; L = wr[(y, x)]; off = top[y] + (n - len(L)) // 2
        for i, t in enumerate(L):
            if 0 <= off + i < len(canvas): canvas[off + i][x] = t
    lines = []
    for row in canvas:
        l = ''; pos = 0
        for x in range(W):
            if row[x]: l = padw(l, pos) + ' ' * (1 if l and wid(l) >= pos else 0) + row[x]
            pos += widths[x] * 2 + 1
        if l.strip(): lines.append(l)
    return doc(r, layout_text(compact2(r), [10, 10, 8, 8], 2), '\n'.join(lines), layout_text(t4_stacked(r), [5, 8, 4, 4, 4, 4, 3], 2))


@tl('t_header_scrambled')
def _(r):
    """header words in any order over lines, data rows clean"""
    R = r.R; ws = ['申请人情况', '自然人', '法人或其他组织', r.colname['total']] + [r.colname[k] for k in COLS[1:6]]
    ws = [ws[0], '法人或其他组织', '自然', '商业企 科研机 社会公益 法律服务', '其他 ' + r.colname['total'], '人', '业 构 组织 机构']
    noblank(r, '—')
    o = [r.corner] if r.corner else []
    o += ws; prev = ()
    for rid, p in r.rows3:
        l = p[-1]
        pre = ''
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: pre += p[d] + ' '
        prev = p
        o.append(pre + l + ' ' + ' '.join(P(r, f'applications.{rid}.{k}') for k in COLS))
    a2 = '\n'.join(' '.join(c.t for c in row) for row in compact2(r))
    a4 = '行政复议 行政诉讼\n结果 结果 其他 尚未 总计 未经复议直接起诉 复议后起诉\n维持 纠正 结果 审结 结果 结果 其他 尚未 总计 结果 结果 其他 尚未 总计\n维持 纠正 结果 审结 维持 纠正 结果 审结\n' + ' '.join(P(r, f'remedies.{g}.{k}') for g in REMG for k in REM)
    return doc(r, a2, '\n'.join(o), a4)


@tl('t_transposed_tab')
def _(r):
    f = lambda rows: '\n'.join('\t'.join(x) for x in grid(rows))
    return doc(r, f(compact2(r)), f(transpose(t3(r))), f(transpose(t4(r))))


@tl('t_total_first_pipe')
def _(r):
    f = lambda rows: '\n'.join('|'.join(x) for x in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r, ['total'] + COLS[:6])), f(t4_stacked(r)))


@tl('t_html_in_text')
def _(r):
    """a dump that kept the table markup (markdown writers do so when cells are merged)"""
    from html_troubles import table
    m = r.R.choice(['', 'border="1"'])
    return doc(r, table(t2_one(r), m), table(t3(r), m), table(t4(r), m), md=True, blank=True)


@tl('t_repeated_merged_pipe')
def _(r):
    """pandas-like dump: merged cells repeated in every place"""
    s = r.R.choice([' | ', '\t', ','])
    f = lambda rows: '\n'.join(s.join(x) for x in grid(rows, True))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_colon_rows')
def _(r):
    """ 予以公开：3/0/0/0/0/0/3 """
    s = r.R.choice([' ', '，', '、'])
    noblank(r, '无')
    o = ['申请人情况（自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计）']; prev = ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: o.append(p[d] + '：')
        prev = p; o.append(p[-1] + '：' + s.join(P(r, f'applications.{rid}.{k}') for k in COLS))
    a2 = '\n'.join('：'.join([row[0].t, s.join(c.t for c in row[1:])]) if len(row) > 1 else row[0].t for row in compact2(r))
    a4 = '\n'.join([r.remg[0] + '（' + '、'.join(r.remname) + '）：' + s.join(P(r, f'remedies.{REMG[0]}.{k}') for k in REM), '行政诉讼'] + [n + '（' + '、'.join(r.remname) + '）：' + s.join(P(r, f'remedies.{g}.{k}') for k in REM) for n, g in zip(r.remg[1:], REMG[1:])])
    return doc(r, a2, '\n'.join(o), a4)


@tl('t_page_breaks')
def _(r):
    """plain text from paged output: form feeds, page numbers and repeated headers between rows"""
    R = r.R; L = mono(leaf_rows(r)).split('\n'); cut = sorted(R.sample(range(3, len(L) - 2), 2)); o = []
    for i, l in enumerate(L):
        o.append(l)
        if i in cut:
            o += [R.choice(['- 3 -', '— 4 —', '第 5 页 共 8 页', '6']), '\f' + r.title]
            if R.random() < .5: o.append(L[0])
    return doc(r, mono(compact2(r)), '\n'.join(o), mono(t4_stacked(r)))


@tl('t_crlf_gbk')
def _(r):
    f = lambda rows: '\n'.join('\t'.join(x) for x in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r))).decode().replace('\n', '\r\n').encode('gb18030')


@tl('t_double_spaced_tab')
def _(r):
    f = lambda rows: '\n\n'.join('\t'.join(x) for x in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)), blank=True)


@tl('t_zh_spaces')
def _(r):
    """full-width spaces between cells, labels with spaces inside"""
    noblank(r, '－')
    sp = '　'
    f = lambda rows: '\n'.join(sp.join(c.t for c in row) for row in rows)
    return doc(r, f(compact2(r)), f(leaf_rows(r)), f(t4_stacked(r)))


@tl('t_lastyear_tab')
def _(r):
    q = lastyear(r); f = lambda rows: '\n'.join('\t'.join(x) for x in grid(rows))
    a, b = f'{r.year}年度收到和处理政府信息公开申请情况\n' + f(t3(r)), f'{q.year}年度收到和处理政府信息公开申请情况（对比）\n' + f(t3(q))
    return doc(r, f(compact2(r)), '\n'.join([b, a] if r.R.random() < .6 else [a, b]), f(t4(r)))


@tl('t_two_reports', multi=2)
def _(r): pass


@tl('t_trad_tab', trad=True)
def _(r):
    from trad import s2t
    f = lambda rows: '\n'.join('\t'.join(x) for x in grid(rows))
    return s2t(doc(r, f(compact2(r)), f(t3(r)), f(t4(r))).decode()).encode()


@tl('t_org')
def _(r):
    """org mode: rules of bars and pluses"""
    def f(rows):
        g = grid(rows); W = [max(wid(x) for x in c) for c in zip(*g)]
        rule = '|' + '+'.join('-' * (w + 2) for w in W) + '|'
        return '\n'.join([rule] + [x for i, row in enumerate(g) for x in (['|' + '|'.join(' ' + padw(t, w) + ' ' for t, w in zip(row, W)) + '|'] + ([rule] if i in (0, len(g) - 1) else []))])
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_psql')
def _(r):
    """as database clients print: bars between cells, a rule below the header"""
    def f(rows):
        g = grid(rows); W = [max(wid(x) for x in c) for c in zip(*g)]
        lines = [' ' + ' | '.join(padw(t, w) for t, w in zip(row, W)) for row in g]
        return '\n'.join(lines[:1] + ['-' + '-+-'.join('-' * w for w in W)] + lines[1:])
    return doc(r, f(compact2(r)), f(leaf_rows(r)), f(t4_stacked(r)))


@tl('t_rst_simple')
def _(r):
    """columns below rules of equal signs"""
    def f(rows):
        g = grid(rows); W = [max(wid(x) for x in c) for c in zip(*g)]
        rule = '  '.join('=' * w for w in W)
        lines = ['  '.join(padw(t, w) for t, w in zip(row, W)).rstrip() for row in g]
        return '\n'.join([rule, lines[0], rule] + lines[1:] + [rule])
    return doc(r, f(compact2(r)), f(leaf_rows(r)), f(t4_stacked(r)))


@tl('t_md_markup')
def _(r):
    """Markdown whose cells keep line breaks, bold and entities of the page"""
    R = r.R
    def cell(t, y):
        if not t: return R.choice(['', '&nbsp;'])
        if y < 3 and len(t) > 3: return t[:2] + '<br>' + t[2:]
        return R.choice(['{}', '**{}**', '{}&nbsp;', '<b>{}</b>']).format(t)
    def f(rows):
        g = grid(rows); o = []
        for y, x in enumerate(g):
            o.append('| ' + ' | '.join(cell(t, y) for t in x) + ' |')
            if y == 0: o.append('|' + ' --- |' * len(x))
        return '\n'.join(o)
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)), md=True, blank=True)


@tl('t_fullwidth_bars')
def _(r):
    b = r.R.choice(['｜', '│', '丨'])
    f = lambda rows: '\n'.join(b.join(row) for row in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_indented')
def _(r):
    """groups by indentation, numbers behind two spaces"""
    noblank(r, '/')
    o, prev = ['申请人情况  ' + '  '.join(r.colname[k] for k in COLS)], ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]: o.append('    ' * d + p[d])
        prev = p
        o.append('    ' * (len(p) - 1) + p[-1] + '  ' + '  '.join(P(r, f'applications.{rid}.{k}') for k in COLS))
    f = lambda rows: '\n'.join('  '.join(c.t for c in row) for row in rows)
    return doc(r, f(compact2(r)), '\n'.join(o), f(t4_stacked(r)))


@tl('t_blanks_lost')
def _(r):
    """blanks left no trace: only the numbers stand behind their labels"""
    f = lambda rows: '\n'.join(' '.join(c.t for c in row if c.t) for row in rows)
    return doc(r, f(compact2(r)), f(leaf_rows(r)), f(t4_stacked(r)))


@tl('t_csv_lines')
def _(r):
    """a spreadsheet's comma separated values: quoted cells hold line breaks, rows are padded with commas"""
    W = 15
    def cell(t, y): return '"' + t[:2] + '\n' + t[2:] + '"' if y < 3 and len(t) == 4 else f'"{t}"' if ',' in t or '"' in t else t
    f = lambda rows: '\n'.join(','.join([cell(t, y) for t in row] + [''] * (W - len(row))) for y, row in enumerate(grid(rows)))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))
