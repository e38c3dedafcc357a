"""What Office programs, site templates and printing leave in a report: pasted spreadsheets, halves side by side, marks in cells, other years and lists around it."""
import re
import html_troubles
from docx_files import flow, pack, para, run, tbl, J
from docx_rivals import sheet_rows, workbook
from html_troubles import page, parts, shell, leaf_rows, e, ptag, table
from tables import *
LAY = {}


def web(name, **kw):
    def d(f): LAY['e_' + name] = (f, 'html', kw); return f
    return d


def word(name, **kw):
    def d(f): LAY['e_' + name] = (f, 'docx', kw); return f
    return d


def sheet(name, **kw):
    def d(f): LAY['e_' + name] = (f, 'xlsx', kw); return f
    return d


def printed(name, **kw):
    def d(f): LAY['e_' + name] = (f, 'pdf', kw); return f
    return d


def whole(r, f, **kw): return page(r, f(t2_one(r)), f(t3(r)), f(t4(r)), **kw)


def figures(r, f):
    """every printed number as f writes it"""
    cell = lambda c: e(f(c.t)) if c.k == 'n' else e(c.t)
    return whole(r, lambda rows: table(rows, cell=cell))


def year_before(r):
    """the report of the year before as it stands beside this one"""
    q = lastyear(r)
    q.title_name, q.sign, q.sdate = r.title_name, None, None
    q.title = r.title.replace(str(r.year), str(q.year)).replace(zi(r.year), zi(q.year))
    return q


# ---- spreadsheets pasted into an editor

@web('wps_pasted')
def _(r):
    """pasted from WPS: x:num beside the text, classes et3, widths and mso properties everywhere"""
    def cells(rows):
        o = ['<table width="720" border="0" cellpadding="0" cellspacing="0" style="width:540.00pt;border-collapse:collapse;table-layout:fixed;">']
        o += ['<col width="72" span="10" style="width:54.00pt;"/>']
        for row in rows:
            o.append('<tr height="24" style="height:18.00pt;mso-height-source:userset;mso-height-alt:360;">')
            for c in row:
                a = (f' rowspan="{c.rs}"' if c.rs > 1 else '') + (f' colspan="{c.cs}"' if c.cs > 1 else '')
                n = f' x:num="{c.t}"' if c.k == 'n' and c.t.isdigit() and c.t.isascii() else ' x:str'
                o.append(f'<td class="et{3 + (c.k == "n")}" height="24" width="72"{a} style="height:18.00pt;width:54.00pt;mso-ignore:style;"{n}>{e(c.t)}</td>')
            o.append('</tr>')
        return ''.join(o) + '</table>'
    head = '<style><!-- .et3{mso-style-parent:style0;text-align:center;white-space:normal;mso-font-charset:134;border:.5pt solid #000000;} .et4{mso-style-parent:style0;mso-number-format:General;text-align:right;mso-protection:locked visible;border:.5pt solid #000000;} --></style>'
    return whole(r, cells, head=head)


@web('excel_saved')
def _(r):
    """saved by Excel: a measuring row that is not displayed, conditional comments, classes xl65"""
    def cells(rows):
        _, n = placed(rows)
        t = table(rows, 'border=0 cellpadding=0 cellspacing=0 width=640 style=\'border-collapse:collapse;table-layout:fixed;width:480pt\'', lambda c: e(c.t) or '&nbsp;')
        t = t.replace('<td', "<td class=xl65 style='border-top:none;border-left:none'").replace('<tr>', "<tr height=19 style='height:14.25pt'>")
        return t.replace('</tbody></table>', '<![if supportMisalignedColumns]><tr height=0 style=\'display:none\'>' + '<td width=64 style=\'width:48pt\'></td>' * n + '</tr><![endif]></tbody></table>')
    head = '<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Sheet1</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--><style>.xl65{mso-style-parent:style0;text-align:center;vertical-align:middle;border:.5pt solid windowtext;white-space:normal;mso-pattern:auto none}</style>'
    return whole(r, cells, head=head)


@web('hidden_column')
def _(r):
    """a column of the year before that the spreadsheet hid: its cells are not displayed"""
    q = lastyear(r)
    t = t3(r)
    head, body = t[:3], t[3:]
    head[0].append(C('去年总计', 3, 1, 'x'))
    for (rid, _p), row in zip(r.rows3, body): row.append(C(P(q, f'applications.{rid}.total'), 1, 1, 'x'))
    t = table(head + body, cell=lambda c: ('\x01' if c.k == 'x' else '') + e(c.t))
    t = re.sub('<td([^>]*)>\x01', r'<td\1 style="display:none;mso-hide:all">', t)
    return page(r, None, t, None)


@web('number_format')
def _(r):
    """mso-number-format in each cell's style, which changes nothing that is shown"""
    f = lambda rows: table(rows).replace('<td', '<td style="mso-number-format:\'\\#\\,\\#\\#0_ \';mso-width-source:userset"')
    return whole(r, f)


# ---- two halves, repeated heads, numbers of pages

@web('halves_beside')
def _(r):
    """the long table in two halves beside one another, each with its head"""
    k = len(r.rows3) // 2
    a, b = table(t3(r, rows=r.rows3[:k])), table(t3(r, rows=r.rows3[k:]))
    box = r.R.choice(['<table class="layout"><tr valign="top"><td>{}</td><td>{}</td></tr></table>', '<div style="display:flex"><div>{}</div><div>{}</div></div>'])
    return page(r, None, box.format(a, b), None)


@web('halves_in_rows')
def _(r):
    """the same in one table: each row holds a row of the first half and one of the second"""
    k = (len(r.rows3) + 1) // 2
    rows = [[C('申请人情况')] + [C(r.colname[x]) for x in COLS] + [C('申请人情况')] + [C(r.colname[x]) for x in COLS]]
    for i in range(k):
        row = []
        for j in (i, i + k):
            if j < len(r.rows3):
                rid, p = r.rows3[j]
                row += [C(''.join(p[1:]) if len(p) > 1 else p[0])] + [num(r, f'applications.{rid}.{x}') for x in COLS]
            else: row += [C('')] * 8
        rows.append(row)
    return page(r, None, table(rows), None)


@web('page_rows')
def _(r):
    """copied from pages: the head again and the number of the page as rows of the table"""
    t = t3(r, rows=r.rows3)
    cut = r.R.choice([7, 9])
    h, a, b = t[:3], t3(r, rows=r.rows3[:cut], head=False), t3(r, rows=r.rows3[cut:], head=False)
    mark = r.R.choice(['— {} —', '- {} -', '第 {} 页', '第{}页 共5页', '{}'])
    return page(r, None, table(h + a + [[C(mark.format(3), 1, 10)]] + h + b), None)


# ---- marks within cells

@web('counters')
def _(r):
    """a measure word behind every number"""
    u = r.R.choice(['件', '条', '次', '个', '宗', ' 件'])
    return figures(r, lambda t: t + u if t.isdigit() and t.isascii() else t)


@web('fee_zeros')
def _(r):
    """amounts with all their decimals"""
    k = 'disclosure.fees.amount_10k_cny'
    if k in r.print and r.num[k] is not None:
        r.print[k] = r.R.choice(['{:.2f}', '{:.4f}', '{:.1f}']).format(r.num[k]) if r.num[k] == int(r.num[k]) else r.print[k]
    return whole(r, table)


@web('separators')
def _(r):
    """thousands set apart by one sign or another"""
    s = r.R.choice([',', '，', '\u2009', '\u202f', '&thinsp;'])
    f = lambda t: f'{int(t):,}'.replace(',', s) if t.isdigit() and t.isascii() and len(t) > 3 else t
    cell = lambda c: f(c.t) if c.k == 'n' else e(c.t)
    return whole(r, lambda rows: table(rows, cell=cell))


@web('footnotes')
def _(r):
    """marks of notes below the table, raised"""
    hit = set(r.R.sample(range(len(r.rows3)), 3)); seen = iter(range(10 ** 6))
    m = r.R.choice(['<sup>①</sup>', '<sup>*</sup>', '<sup>[1]</sup>', '<sup><a href="#_ftn1">[1]</a></sup>', '*', '※'])
    cell = lambda c: e(c.t) + (m if c.k == 'n' and c.t.isdigit() and next(seen) % 41 == 7 else '')
    return page(r, None, table(t3(r), cell=cell) + '<p>注：含上年转来的申请。</p>', None)


@web('soft_breaks')
def _(r):
    """signs without width within labels and between digits, as editors put them"""
    z = r.R.choice(['&#8203;', '&shy;', '<wbr>', '&#65279;', '&zwnj;'])
    cell = lambda c: z.join(e(ch) for ch in c.t) if len(c.t) > 1 and r.R.random() < .5 else e(c.t)
    return whole(r, lambda rows: table(rows, cell=cell))


@web('escaped_twice')
def _(r):
    """blanks that were escaped twice and stand as &nbsp; on the page"""
    cell = lambda c: e(c.t) or ('&amp;nbsp;' if c.k == 'n' else '&nbsp;')
    return whole(r, lambda rows: table(rows, cell=cell))


@web('marks_mixed')
def _(r):
    """another sign for nothing in each row"""
    for rid, _p in r.rows3:
        m = r.R.choice(['—', '/', '无', '－', '0', '-', '——'])
        for k in COLS:
            i = f'applications.{rid}.{k}'
            if r.num[i] == 0: r.print[i] = m
    return whole(r, table)


# ---- what stands around the report

def report_of(r, title=None):
    """a report as it stands in a page that holds others"""
    return f'<h2>{title or r.title}</h2>' + ''.join(html_troubles.parts(r))


@web('last_report_below')
def _(r):
    """last year's whole report below this one's, or above"""
    q = year_before(r)
    order = r.R.random() < .5
    body = report_of(r) + '<hr/>' + report_of(q) if order else report_of(q) + '<hr/>' + report_of(r)
    return shell(r, body).encode(), q


@web('year_tabs')
def _(r):
    """a tab for each year, this year's shown"""
    q = year_before(r)
    years = (r, q, year_before(q))
    tabs = ''.join(f'<li{" class=on" if x is r else ""}>{x.year}年</li>' for x in years)
    panes = ''.join(f'<div class="pane" id="y{x.year}"{"" if x is r else " style=display:none"}>{"".join(html_troubles.parts(x))}</div>' for x in years)
    js = '<script>document.querySelectorAll("li").forEach(function(t,i){t.onclick=function(){document.querySelectorAll(".pane").forEach(function(p,j){p.style.display=i==j?"block":"none"})}})</script>'
    return shell(r, f'<ul class="tabs">{tabs}</ul>{panes}{js}').encode(), *years[1:]


@web('news_above')
def _(r):
    """the report below a list of news with days and numbers"""
    li = ''.join(f'<li><a href="t{i}.html">{t}</a><span>{r.year + 1}-{r.R.randint(1, 12):02d}-{r.R.randint(1, 28):02d}</span></li>' for i, t in enumerate(['我县召开政务公开工作推进会', f'{r.year - 1}年政府信息公开工作年度报告', '关于公开征求意见的公告', '全县新收政府信息公开申请12件', f'{r.a["county"]}教育局{r.year}年政府信息公开工作年度报告']))
    return shell(r, f'<div class="hot"><h3>热点新闻</h3><ul>{li}</ul></div>' + '\n'.join(parts(r))).encode()


@web('print_version')
def _(r):
    """a page for printing: a bare title, the address and the day of printing"""
    r.byline = None
    day = f'{r.year + 2}年{r.R.randint(1, 12)}月{r.R.randint(1, 28)}日'
    b = '\n'.join(parts(r))
    d = f'<p>发布时间：{r.bdate}</p>' if r.bdate else ''
    return f'<html><head><meta charset="utf-8"><title>打印页面</title></head><body onload="window.print()"><center><b>{e(r.title)}</b></center>{d}<hr>{b}<hr><p>打印时间：{day} 来源网址：http://www.example.gov.cn/art/{r.year + 2}/1/3/art_12_345.html</p><a href="javascript:window.print()">打印本页</a></body></html>'.encode()


@web('text_mobile')
def _(r):
    """a page for telephones: each cell a line"""
    noblank(r)
    line = lambda rows: ''.join(f'<p>{e(c.t)}</p>' for row in rows for c in row if c.t)
    a3 = line(leaf_rows(r, True))
    b = parts(r, line(compact2(r)), a3, line(t4_stacked(r)))
    by = f'<p>{r.bdate}</p>' if r.bdate else ''
    r.byline = None
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{e(r.title)}</title></head><body><h3>{e(r.title)}</h3>{by}{"".join(b)}</body></html>'.encode()


@web('stale_title')
def _(r):
    """the page's own title is another year's"""
    y = str(r.year)
    s = page(r).decode()
    return re.sub('<title>.*?</title>', lambda m: m[0].replace(y, str(r.year - 1)), s).encode()


@web('title_of_column')
def _(r):
    """the page is named after its column; the report's title stands in a box of its own above the text"""
    s = re.sub('<title>.*?</title>', f'<title>政府信息公开年报-{r.a["county"]}人民政府</title>', page(r).decode())
    s = re.sub('<meta name="ArticleTitle"[^>]*>', '', s)
    return re.sub('<h1>(.*?)</h1>', r'<div class="con_title">\1</div>', s).encode()


@web('title_in_lines')
def _(r):
    """the title over three lines"""
    name, y = r.title_name, r.year
    r.title = f'{name}{y}年政府信息公开工作年度报告'
    b = f'<p align="center"><b>{e(name)}</b></p><p align="center"><b>{y}年政府信息公开</b></p><p align="center"><b>工作年度报告</b></p>'
    d = f'<p align="center">（{r.bdate}）</p>' if r.bdate else ''
    r.byline = None
    return f'<html><head><meta charset="utf-8"><title>文章</title></head><body><div id="zoom">{b}{d}{"".join(parts(r))}</div></body></html>'.encode()


@web('metadata_table')
def _(r):
    """an index table with the days of writing, publication and change"""
    y, m, d = map(int, (r.bdate or r.pub).split('-'))
    written = f'{y}-{m:02d}-{max(1, d - 2):02d}'
    body = f'<table><tr><td>索引号：</td><td>0{r.R.randint(10 ** 7, 10 ** 8)}/{y}-000{r.R.randint(10, 99)}</td><td>主题分类：</td><td>年度报告</td></tr><tr><td>名　　称：</td><td>{e(r.title)}</td><td>文　　号：</td><td>无</td></tr><tr><td>成文日期：</td><td>{written}</td><td>发布日期：</td><td>{y}-{m:02d}-{d:02d}</td></tr><tr><td>更新时间：</td><td>{y}-12-{d:02d}</td><td>有 效 性：</td><td>有效</td></tr></table>'
    r.bdate, r.byline = f'{y}-{m:02d}-{d:02d}', None
    return f'<html><head><meta charset="utf-8"><title>{e(r.title)}</title></head><body>{body}<h1>{e(r.title)}</h1><div id="zoom">{"".join(parts(r))}</div></body></html>'.encode()


@web('corrected')
def _(r):
    """a note above it that a figure was corrected"""
    note = f'<p>更正说明：本报告“本年新收政府信息公开申请数量”总计由{r.R.randint(1, 99)}件更正为{r.print["applications.new.total"] or 0}件，特此说明。</p>'
    return shell(r, note + '\n'.join(parts(r))).encode()


@web('towns_below')
def _(r):
    """below it a table of the towns' numbers"""
    t = [[C('乡镇'), C('主动公开'), C('依申请公开'), C('总计')]] + [[C(x)] + [C(str(r.R.randint(0, 90))) for _ in range(3)] for x in r.R.sample(TOWN, 6)]
    return shell(r, '\n'.join(parts(r)) + '<p>附件：各乡镇政府信息公开情况统计表</p>' + table(t)).encode()


# ---- Word

@word('columns_section')
def _(r):
    """prose in two columns, tables across the page"""
    o = flow(r)
    two = '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:cols w:num="2" w:space="425"/></w:sectPr></w:pPr></w:p>'
    one = '<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:cols w:num="1"/></w:sectPr></w:pPr></w:p>'
    return pack(J(o[:3]) + two + J(o[3:6]) + one + J(o[6:]))


@word('floating')
def _(r):
    """tables that text flows around"""
    f = lambda rows: tbl(rows).replace('<w:tblPr>', '<w:tblPr><w:tblpPr w:leftFromText="180" w:rightFromText="180" w:vertAnchor="text" w:horzAnchor="margin" w:tblpXSpec="center" w:tblpY="120"/><w:tblOverlap w:val="never"/>')
    return pack(J(flow(r, f(t2_one(r)), f(t3(r)), f(t4(r)))))


@word('head_repeats')
def _(r):
    """the head as rows that repeat on each page, and the number of a page typed between two parts"""
    t = t3(r); k = r.R.choice([8, 11])
    pr = lambda y: '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' if y < 3 else ''
    a = tbl(t[:3] + t3(r, rows=r.rows3[:k], head=False), rowpr=pr)
    b = tbl(t[:3] + t3(r, rows=r.rows3[k:], head=False), rowpr=pr)
    return pack(J(flow(r, None, a + para('— 4 —', jc='center') + b)))


@word('hidden_rows')
def _(r):
    """a hidden row with last year's figures"""
    q = lastyear(r); rid = r.rows3[0][0]
    gone = [C('上年同期', 1, 3, 'x')] + [C(P(q, f'applications.{rid}.{k}'), 1, 1, 'x') for k in COLS]
    t = t3(r); t = t[:4] + [gone] + t[4:]
    cell = lambda c: para('', runs=run(c.t, extra='<w:vanish/>')) if c.k == 'x' else para(c.t)
    return pack(J(flow(r, None, tbl(t, cell, rowpr=lambda y: '<w:trPr><w:hidden/></w:trPr>' if y == 4 else ''))))


@word('sums_as_fields')
def _(r):
    """totals as fields that count the row, with their last result"""
    fld = lambda t: f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> =SUM(LEFT) \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(t)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    t = t3(r)
    last = {id(row[-1]) for row in t[3:]}
    return pack(J(flow(r, None, tbl(t, lambda c: para('', runs=fld(c.t)) if id(c) in last and c.t else para(c.t)))))


@word('title_page')
def _(r):
    """a cover with the name of the year, contents with numbers of pages, then the report"""
    o = flow(r)
    toc = J(para('', runs=run(h) + '<w:r><w:tab/></w:r>' + run(str(i + 1))) for i, h in enumerate(r.heads))
    return pack(o[0] + para('目　录', True, 'center') + toc + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + J(o[1:]))


# ---- workbooks

@sheet('counted')
def _(r):
    """numbers whose format adds a measure word"""
    rows, m = sheet_rows(r, lambda t: (t, 2) if t.isdigit() and t.isascii() else t)
    return workbook([('年报', rows, m)])


@sheet('zeros_unseen')
def _(r):
    """a format that shows nothing for zero"""
    rows, m = sheet_rows(r, lambda t: (t, 1) if t.isdigit() and t.isascii() else t)
    for k, v in r.print.items():
        if v == '0': r.print[k] = ''
    return workbook([('年报', rows, m)])


@sheet('filtered')
def _(r):
    """rows that a filter hides between those of the report"""
    q = lastyear(r); rid = r.rows3[0][0]
    rows, m = sheet_rows(r)
    at = next(i for i, row in enumerate(rows) if row and row[0] == r.first)
    gone = (' hidden="1"', ['上年同期', '', ''] + [P(q, f'applications.{rid}.{k}') for k in COLS])
    m = [(a, b + (b > at), c, d + (d > at)) for a, b, c, d in m]
    return workbook([('年报', rows[:at + 1] + [gone] + rows[at + 1:], m)])


@sheet('year_sheets')
def _(r):
    """a sheet for each year"""
    q = year_before(r)
    a, b = sheet_rows(r), sheet_rows(q)
    s = [(f'{r.year}年', *a), (f'{q.year}年', *b)]
    return workbook(s if r.R.random() < .5 else s[::-1]), q


# ---- PDF

def pdf():
    import pdf_pages
    return pdf_pages


@printed('browser_print')
def _(r):
    """printed by a browser: title, address, day and number of the page on every page"""
    p = pdf()
    day = f'{r.year + 2}/{r.R.randint(1, 12)}/{r.R.randint(1, 28)}'
    css = '@page{margin:22mm 14mm;@top-left{content:"' + day + ' 10:23";font-size:7pt}@top-center{content:"' + r.title.replace('"', '') + '";font-size:7pt}@bottom-left{content:"http://www.example.gov.cn/art/2031/1/3/art_12_345.html";font-size:7pt}@bottom-right{content:counter(page) "/" counter(pages);font-size:7pt}}'
    return p.chromium(p.doc(r, css))


@printed('page_numbers')
def _(r):
    """— 3 — at the foot of each page, the table going on across it with its head again"""
    p = pdf()
    t = table(t3(r)).replace('<tbody>', '<thead>', 1)
    i = [m.end() for m in re.finditer('</tr>', t)][2]
    t = t[:i] + '</thead><tbody>' + t[i:]
    css = '@page{size:A4 landscape;margin:16mm;@bottom-center{content:"— " counter(page) " —"}}td{padding:7px 3px!important}'
    return p.chromium(p.doc(r, css, None, t))


@printed('halves_beside_pdf')
def _(r):
    """a landscape page with the two halves of the long table beside one another"""
    p = pdf()
    k = len(r.rows3) // 2
    t = f'<div style="display:flex;gap:8mm"><div style="flex:1">{table(t3(r, rows=r.rows3[:k]))}</div><div style="flex:1">{table(t3(r, rows=r.rows3[k:]))}</div></div>'
    return p.chromium(p.doc(r, '@page{size:A3 landscape}td{font-size:7pt}', None, t))


@printed('notes_pdf')
def _(r):
    """raised marks at numbers and the notes at the foot"""
    p = pdf(); seen = iter(range(10 ** 6))
    t = table(t3(r), cell=lambda c: e(c.t) + ('<sup style="font-size:6pt">①</sup>' if c.k == 'n' and c.t.isdigit() and next(seen) % 41 == 7 else ''))
    return p.chromium(p.doc(r, '', None, t + '<p style="font-size:8pt">①含上年转来的申请。</p>'))
