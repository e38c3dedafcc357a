"""PDF layouts: chromium, libreoffice, qpdf and a small writer of our own."""
import os, shutil, subprocess, tempfile
import html_troubles
from html_troubles import e, hd, ptag, parts, table, NOREM
from tables import *
LAY = {}


def pl(name, **kw):
    def d(f): LAY[name] = (f, 'pdf', kw); return f
    return d


def chromium(html):
    d = tempfile.mkdtemp(prefix='lab')
    try:
        open(d + '/a.html', 'w', encoding='utf-8').write(html)
        for _ in range(2):
            subprocess.run(['chromium', '--headless', '--no-sandbox', '--disable-gpu', f'--user-data-dir={d}/u', '--no-pdf-header-footer', f'--print-to-pdf={d}/a.pdf', f'file://{d}/a.html'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
            if os.path.exists(d + '/a.pdf'): return open(d + '/a.pdf', 'rb').read()
        raise RuntimeError('chromium made no pdf')
    finally: shutil.rmtree(d, ignore_errors=True)


def office(data, ext):
    d = tempfile.mkdtemp(prefix='lab')
    try:
        open(f'{d}/a.{ext}', 'wb').write(data)
        subprocess.run(['soffice', f'-env:UserInstallation=file://{d}/u', '--headless', '--convert-to', 'pdf', '--outdir', d, f'{d}/a.{ext}'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
        return open(d + '/a.pdf', 'rb').read()
    finally: shutil.rmtree(d, ignore_errors=True)


def qpdf(data, *a):
    d = tempfile.mkdtemp(prefix='lab')
    try:
        open(d + '/a.pdf', 'wb').write(data)
        subprocess.run(['qpdf', *[x.replace('@', '') for x in a], d + '/a.pdf', d + '/b.pdf'])
        return open(d + '/b.pdf', 'rb').read()
    finally: shutil.rmtree(d, ignore_errors=True)


BASE = 'body{font-family:"Noto Serif CJK SC";font-size:10.5pt;margin:0}table{border-collapse:collapse;width:100%;font-size:9pt}td{border:1px solid #000;padding:2px 3px;text-align:center}h1{font-size:18pt;text-align:center}@page{size:A4;margin:22mm 20mm}tr{page-break-inside:avoid}'


def doc(r, css='', a2=None, a3=None, a4=None):
    b = parts(r, a2, a3, a4)
    by = ''
    if r.byline or r.bdate: by = f'<p style="text-align:center">{r.bdate or ""}　{"来源：" + e(r.byline) if r.byline else ""}</p>'
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title><style>{BASE}{css}</style></head><body><h1>{e(r.title)}</h1>{by}{"".join(b)}</body></html>'


def colw(rows, ws): return table(rows).replace('<tbody>', '<colgroup>' + ''.join(f'<col style="width:{w}%">' for w in ws) + '</colgroup><tbody>', 1).replace('width:100%', 'width:100%;table-layout:fixed')
W3 = [9, 11, 24, 8, 8, 8, 8, 8, 8, 8]


@pl('p_unruled')
def _(r): return chromium(doc(r, 'td{border:none!important;padding:3px 4px}table{border:none!important}', table(t2_one(r), ''), table(t3(r), ''), table(t4(r), '')))


@pl('p_hrules')
def _(r): return chromium(doc(r, 'td{border:none;border-bottom:.5pt solid #000}', table(t2_one(r), ''), table(t3(r), ''), table(t4(r), '')))


@pl('p_zebra')
def _(r):
    return chromium(doc(r, '*{-webkit-print-color-adjust:exact}td{border:none}tr:nth-child(even){background:#dde8f5}tr:nth-child(1){background:#4472c4;color:#fff}', table(t2_one(r), ''), table(t3(r), ''), table(t4(r), '')))


@pl('p_landscape_t3')
def _(r): return chromium(doc(r, '@page wide{size:A4 landscape;margin:15mm}.wide{page:wide;break-before:page;break-after:page}', None, f'<div class="wide">{table(t3(r))}</div>', None))


def thead(rows, n=3):
    t = table(rows); a, b = table(rows[:n]), table(rows[n:])
    return a.replace('<tbody>', '<thead>').replace('</tbody></table>', '</thead>') + b[b.index('<tbody>'):]


@pl('p_pages_header_repeated')
def _(r): return chromium(doc(r, 'td{padding:9px 3px}', None, '<div style="height:%dmm"></div>' % r.R.randint(0, 150) + thead(t3(r)), None))


@pl('p_pages_no_header')
def _(r): return chromium(doc(r, 'td{padding:10px 3px}', None, '<div style="height:%dmm"></div>' % r.R.randint(0, 150) + table(t3(r)), None))


@pl('p_rows_cut')
def _(r):
    """rows may break inside over the page edge"""
    return chromium(doc(r, 'tr{page-break-inside:auto}td{padding:7px 3px;line-height:1.7}@page{size:A4;margin:25mm 30mm}', None, '<div style="height:%dmm"></div>' % r.R.randint(0, 180) + colw(t3(r), [9, 9, 12] + [10] * 7), None))


@pl('p_tiny')
def _(r): return chromium(doc(r, 'table{font-size:5pt}td{padding:0 1px;line-height:1}'))


@pl('p_wrapped_labels')
def _(r): return chromium(doc(r, 'td{font-size:11pt}', None, colw(t3(r), [8, 9, 13] + [10] * 7), colw(t4(r), [6.6] * 15)))


@pl('p_wrapped_unruled')
def _(r): return chromium(doc(r, 'td{font-size:10pt;border:none}', None, colw(t3(r), [8, 10, 17] + [9] * 7).replace('border="1"', ''), None))


@pl('p_top_aligned')
def _(r):
    """numbers at the top or bottom of rows with wrapped labels"""
    v = r.R.choice(['top', 'bottom'])
    return chromium(doc(r, f'td{{vertical-align:{v};border:{r.R.choice(["none", "1px solid #000"])}}}', None, colw(t3(r), [9, 10, 15] + [9] * 7), None))


@pl('p_two_columns')
def _(r):
    """the whole document set in two columns"""
    return chromium(doc(r, 'body{columns:2;column-gap:8mm;font-size:8pt}table{font-size:5.5pt}td{padding:1px}@page{size:A4;margin:12mm}'))


@pl('p_a3_two_columns')
def _(r): return chromium(doc(r, 'body{columns:2;column-gap:16mm}@page{size:A3 landscape;margin:18mm}'))


KX = str.maketrans('一二人工大小子行自手方日月水文用立言长非面力口土金民西生', '⼀⼆⼈⼯⼤⼩⼦⾏⾃⼿⽅⽇⽉⽔⽂⽤⽴⾔⻓⾮⾯⼒⼝⼟⾦⺠⻄⽣')


@pl('p_kangxi')
def _(r):
    h = doc(r); i = h.index('<body>')
    return chromium(h[:i] + h[i:].translate(KX))


@pl('p_div_grid')
def _(r):
    def g(rows, tpl):
        p, W = placed(rows)
        return f'<div style="display:grid;grid-template-columns:{tpl(W)};font-size:8pt">' + ''.join(f'<div style="border:.5px solid #999;text-align:center;grid-column:{x+1}/span {c.cs};grid-row:{y+1}/span {c.rs};display:flex;align-items:center;justify-content:center">{e(c.t)}</div>' for y, x, c in p) + '</div>'
    return chromium(doc(r, '', g(t2_one(r), lambda W: f'repeat({W},1fr)'), g(t3(r), lambda W: '1fr 1.2fr 3fr ' + '1fr ' * 7), g(t4(r), lambda W: f'repeat({W},1fr)')))


@pl('p_transposed')
def _(r): return chromium(doc(r, '@page w{size:A3 landscape}.w{page:w;break-before:page;break-after:page}.w td{font-size:7pt}', None, f'<div class="w">{table(transpose(t3(r)))}</div>', None))


@pl('p_group_tables')
def _(r):
    hdr = [C('情形', 1, 3)] + [C(r.colname[k]) for k in COLS]; out = [table(t3_head(r, COLS))]; i = 0
    while i < len(r.rows3):
        j = i + 1; p = r.rows3[i][1]
        if len(p) == 3:
            while j < len(r.rows3) and r.rows3[j][1][:2] == p[:2]: j += 1
        out.append(colw([hdr] + t3(r, rows=r.rows3[i:j], head=False), W3)); i = j
    return chromium(doc(r, '', '<br>'.join(table(p) for p in t2(r)), '<br>'.join(out), '<br>'.join(table(x) for x in t4_three(r))))


@pl('p_year_columns')
def _(r):
    q = lastyear(r); ys = [(r, r.year), (q, r.year - 1)]
    if r.R.random() < .5: ys.reverse()
    h = [[C(r.corner, 4, 3)] + [C(f'{y}年', 1, 7) for _, y in ys], [C('申请人情况', 1, 7) for _ in ys], [], []]
    for _ in ys: h[2] += [C('自然人', 2, 1), C('法人或其他组织', 1, 5), C(r.colname['total'], 2, 1)]; h[3] += [C(r.colname[k]) for k in COLS[1:6]]
    for (rid, p), ls in zip(r.rows3, label_cells(r.rows3)): h.append(ls + [num(x, f'applications.{rid}.{k}') for x, _ in ys for k in COLS])
    return chromium(doc(r, '@page w{size:A4 landscape;margin:8mm}.w{page:w;break-before:page;break-after:page}.w td{font-size:7pt;padding:0}', None, f'<div class="w">{colw(h, [8, 8, 14] + [5] * 14)}</div>', None))


@pl('p_lastyear_table')
def _(r): return chromium(doc(r, '', None, html_troubles.decoy3(r, r.R.choice(['before', 'after'])), None))


@pl('p_total_first')
def _(r): return chromium(doc(r, '', None, table(t3(r, ['total'] + COLS[:6])), table(t4_stacked(r))))


@pl('p_t4_list_t2_flat')
def _(r):
    rows = [[C('项目'), C('数量')]] + [[C(row[0].t + h.t), C(c.t, 1, 1, 'n')] for p in t2(r) for row in p[2:] for h, c in zip(p[1][1:], row[1:])]
    return chromium(doc(r, '', table(rows), None, table(t4_list(r))))


@pl('p_vertical_labels')
def _(r): return chromium(doc(r, '.v{writing-mode:vertical-rl;margin:auto;white-space:nowrap}', None, table(t3(r), cell=lambda c: f'<div class="v">{e(c.t)}</div>' if c.rs > 2 and c.cs == 1 or c.k == 'h' and c.t in ('自然人', '其他') else e(c.t)), None))


@pl('p_serials')
def _(r):
    t = t3(r); t[0] = [C('行次', 3, 1)] + t[0]
    for i, row in enumerate(t[3:], 1): row.insert(0, C(str(i)))
    return chromium(doc(r, '', None, table(t), None))


@pl('p_watermark')
def _(r): return chromium(doc(r, '.wm{position:fixed;top:40%;left:15%;transform:rotate(-35deg);font-size:42pt;color:#ddd;z-index:-1}.ft{position:fixed;bottom:-8mm;width:100%;text-align:center;font-size:8pt}').replace('<h1>', f'<div class="wm">{e(r.a["mid"])}{r.R.choice(["", "", " 2024"])}</div><div class="ft">— 政府信息公开年报 第 3 页 —</div><h1>'))


@pl('p_encrypted')
def _(r): return qpdf(chromium(doc(r)), '--allow-weak-crypto', '--encrypt', '', r.R.choice(['owner', 'x9']), '256' if r.R.random() < .5 else '128', '--print=none', '--modify=none', '--extract=n', *(['--allow-weak-crypto'] if False else []), '--')


@pl('p_objstm_linear')
def _(r): return qpdf(chromium(doc(r)), '--object-streams=generate', '--linearize')


@pl('p_office_docx')
def _(r):
    import docx_files
    return office(docx_files.pack(''.join(docx_files.flow(r))), 'docx')


@pl('p_office_html')
def _(r):
    r.by_printed = True
    return office(doc(r).encode(), 'html')
