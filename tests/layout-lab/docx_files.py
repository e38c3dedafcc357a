"""DOCX layouts, written as XML into a zip."""
import io, zipfile
from xml.sax.saxutils import escape as X
from tables import *
from html_troubles import NOREM
LAY = {}
W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
NS = f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'


def dl(name, **kw):
    def d(f): LAY[name] = (f, 'docx', kw); return f
    return d


def run(t, b=False, extra=''): return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:eastAsia="仿宋"/>{"<w:b/>" if b else ""}{extra}<w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">{X(t)}</w:t></w:r>' if t else ''
def para(t, b=False, jc=None, runs=None): return f'<w:p><w:pPr>{f"""<w:jc w:val="{jc}"/>""" if jc else ""}</w:pPr>{runs if runs is not None else run(t, b)}</w:p>'


def tc(c, content, w, vm=None, cs=None):
    cs = cs if cs is not None else c.cs
    pr = f'<w:tcW w:w="{w}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{cs}"/>' if cs > 1 else '') + (vm or '')
    return f'<w:tc><w:tcPr>{pr}</w:tcPr>{content}</w:tc>'


def tbl(rows, cell=None, w=None, cont='<w:vMerge/>', rowpr=None, rowwrap=None, before=False):
    cell = cell or (lambda c: para(c.t, jc='center'))
    p, n = placed(rows)
    occ = {}
    for y, x, c in p:
        for j in range(c.rs): occ[(y + j, x)] = (c, j)
    ws = [w] * n if w else [800, 1000, 2300] + [760] * 7 if n == 10 else [max(300, 9400 // n)] * n
    o = [f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid>' + ''.join(f'<w:gridCol w:w="{k}"/>' for k in ws) + '</w:tblGrid>']
    for y in range(len(rows)):
        r = f'<w:tr>{rowpr(y) if rowpr else ""}'; x = 0; cells = []
        while x < n:
            if (y, x) not in occ: x += 1; continue
            c, j = occ[(y, x)]
            if c.rs > 1: cells.append(tc(c, cell(c) if j == 0 else '<w:p/>', sum(ws[x:x + c.cs]), '<w:vMerge w:val="restart"/>' if j == 0 else cont))
            else: cells.append(tc(c, cell(c), sum(ws[x:x + c.cs])))
            x += c.cs
        r += ''.join(cells) + '</w:tr>'
        o.append(rowwrap(y, r) if rowwrap else r)
    return ''.join(o) + '</w:tbl>'


SECT = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1200" w:bottom="1440" w:left="1200"/></w:sectPr>'
def pack(body, sect=SECT, files=None, ns=NS, rels='', wns=W, ctypes=''):
    z = io.BytesIO(); f = zipfile.ZipFile(z, 'w', zipfile.ZIP_DEFLATED)
    f.writestr('[Content_Types].xml', f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{ctypes}</Types>')
    t = 'http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument' if 'purl' in ns else 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
    f.writestr('_rels/.rels', f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{t}" Target="word/document.xml"/></Relationships>')
    f.writestr('word/_rels/document.xml.rels', f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>')
    f.writestr('word/document.xml', f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {ns}><w:body>{body}{sect}</w:body></w:document>')
    for k, v in (files or {}).items(): f.writestr(k, v)
    f.close(); return z.getvalue()


def flow(r, a2=None, a3=None, a4=None, p=para, h=None):
    R = r.R; h = h or (lambda t: para(t, True)); r.by_printed = False
    if f'remedies.{REMG[0]}.total' in r.omit: a4 = p(R.choice(NOREM))
    S = lambda k: ''.join(p(t) for t in r.sec[k])
    if r.sign is None: r.sdate = None
    o = [para(r.title, True, 'center'), p(r.intro), h(r.heads[0]) + S('overview'), h(r.heads[1]) + (a2 or tbl(t2_one(r))), h(r.heads[2]) + (a3 or tbl(t3(r))), h(r.heads[3]) + (a4 or tbl(t4(r))), h(r.heads[4]) + S('problems'), h(r.heads[5]) + S('other')]
    if r.sign: o.append(para(r.sign, jc='right') + (para('{}年{}月{}日'.format(*map(int, r.sdate.split('-'))), jc='right') if r.sdate else ''))
    return o
J = ''.join


@dl('d_merge')
def _(r): return pack(J(flow(r)))


@dl('d_merge_continue_text')
def _(r):
    """continuation cells keep stale text in the file; Word shows only the first"""
    c = '<w:vMerge w:val="continue"/>'
    s = J(flow(r, None, tbl(t3(r), cont=c)))
    return pack(s.replace(c + '</w:tcPr><w:p/>', c + '</w:tcPr>' + para('0' if r.R.random() < .3 else '　')))


@dl('d_nested')
def _(r):
    """outer one-cell layout tables, each number in a table of its own, group rows as nested tables"""
    R = r.R
    def cell(c):
        if c.k == 'n' and R.random() < .4: return tbl([[C(c.t)]], w=600) + '<w:p/>'
        return para(c.t)
    out = tbl([[C('x')]], cell=lambda _: tbl(t3(r), cell) + '<w:p/>', w=9900)
    return pack(J(flow(r, None, out)))


def textbox(inner, both=True):
    vml = f'<w:pict><v:shape style="width:450pt;height:600pt"><v:textbox><w:txbxContent>{inner}<w:p/></w:txbxContent></v:textbox></v:shape></w:pict>'
    dml = f'<w:drawing><wp:inline><wp:extent cx="5700000" cy="7600000"/><wp:docPr id="1" name="t"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5700000" cy="7600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inner}<w:p/></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>'
    return f'<w:p><w:r>' + (f'<mc:AlternateContent><mc:Choice Requires="wps">{dml}</mc:Choice><mc:Fallback>{vml}</mc:Fallback></mc:AlternateContent>' if both else vml) + '</w:r></w:p>'


@dl('d_textbox')
def _(r): return pack(J(flow(r, None, textbox(tbl(t3(r), w=620), r.R.random() < .7), None)))


@dl('d_textbox_title')
def _(r):
    o = flow(r); o[0] = textbox(o[0]); return pack(J(o))


@dl('d_tracked')
def _(r):
    R = r.R; A = 'w:id="7" w:author="办公室" w:date="2024-01-05T00:00:00Z"'
    dele = lambda t: f'<w:del {A}><w:r><w:delText>{X(t)}</w:delText></w:r></w:del>'
    ins = lambda t: f'<w:ins {A}>{run(t)}</w:ins>' if t else ''
    def cell(c):
        if c.k != 'n' or R.random() < .6: return para(c.t, jc='center')
        q = R.choice(['0', '1', '5', '12'])
        k = R.randrange(4)
        if k == 0: return para('', runs=dele(q) + ins(c.t))
        if k == 1: return para('', runs=ins(c.t) + dele(q))
        if k == 2: return para('', runs=run(c.t[:1]) + dele('3') + ins(c.t[1:]))
        return para('', runs=f'<w:moveFrom {A}><w:r><w:t>{q}</w:t></w:r></w:moveFrom><w:moveTo {A}>{run(c.t)}</w:moveTo>')
    t = t3(r)
    # one whole row deleted, standing before the first data row
    gone = [C(r.rows3[0][1][0], 1, 3)] + [C('9', 1, 1, 'h') for _ in COLS]
    rows = t[:3] + [gone] + t[3:]
    delrow = lambda y: f'<w:trPr><w:del {A}/></w:trPr>' if y == 3 else ''
    def cell3(c):
        if c in gone: return para('', runs=dele(c.t))
        return cell(c)
    return pack(J(flow(r, tbl(t2_one(r), cell), tbl(rows, cell3, rowpr=delrow), tbl(t4(r), cell), p=lambda t: para('', runs=run(t[:9]) + dele('征求意见稿') + run(t[9:])))))


@dl('d_landscape_section')
def _(r):
    o = flow(r)
    port = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'
    land = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>'
    return pack(J(o[:4]) + port + o[4] + land + J(o[5:]))


@dl('d_group_tables')
def _(r):
    out = [tbl(t3_head(r, COLS))]; i = 0
    hdr = [C('情形', 1, 3)] + [C(r.colname[k]) for k in COLS]
    rep = r.R.random() < .6
    while i < len(r.rows3):
        j = i + 1; p = r.rows3[i][1]
        if len(p) == 3:
            while j < len(r.rows3) and r.rows3[j][1][:2] == p[:2]: j += 1
        b = t3(r, rows=r.rows3[i:j], head=False)
        out.append(tbl(([hdr] if rep else []) + b)); i = j
    return pack(J(flow(r, '<w:p/>'.join(tbl(p) for p in t2(r)), '<w:p/>'.join(out), '<w:p/>'.join(tbl(x) for x in t4_three(r)))))


@dl('d_header_apart')
def _(r):
    t = t3(r); u = t4(r)
    return pack(J(flow(r, None, tbl(t[:3]) + '<w:p/>' + tbl(t[3:]), tbl(u[:3]) + '<w:p/>' + tbl(u[3:]))))


@dl('d_split')
def _(r):
    k = r.R.randint(4, 18); a, b = r.rows3[:k], r.rows3[k:]
    return pack(J(flow(r, None, tbl(t3(r, rows=a)) + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + para('续表', jc='right') * (r.R.random() < .5) + tbl(t3(r, rows=b, head=r.R.random() < .5)))))


@dl('d_sdt')
def _(r):
    """content controls and form fields"""
    R = r.R
    sd = lambda x: f'<w:sdt><w:sdtPr><w:alias w:val="数值"/><w:tag w:val="n0"/></w:sdtPr><w:sdtContent>{x}</w:sdtContent></w:sdt>'
    fld = lambda t: f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="T1"/><w:textInput><w:default w:val="0"/></w:textInput></w:ffData></w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> FORMTEXT 99 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(t)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    simple = lambda t: f'<w:fldSimple w:instr=" MERGEFIELD n1 ">{run(t)}</w:fldSimple>'
    def cell(c):
        if c.k != 'n': return para(c.t)
        return R.choice([lambda: sd(para(c.t)), lambda: para('', runs=sd(run(c.t))), lambda: para('', runs=fld(c.t)), lambda: para('', runs=simple(c.t))])()
    t = tbl(t3(r), cell, rowwrap=lambda y, x: sd(x) if y % 3 == 0 and y > 3 else x)
    return pack(J(flow(r, sd(tbl(t2_one(r), cell)), t, tbl(t4(r), cell))))


@dl('d_sdt_cells')
def _(r):
    """the cell itself sits in a content control; bookmarks and hyperlinks round numbers"""
    R = r.R
    s = tbl(t3(r), lambda c: para('', runs=(f'<w:customXml w:uri="u" w:element="n">{run(c.t)}</w:customXml>' if c.k == 'n' and R.random() < .3 else f'<w:smartTag w:uri="u" w:element="chmetcnv">{run(c.t)}</w:smartTag>' if c.k == 'n' and R.random() < .4 else run(c.t))))
    out = []; 
    for i, x in enumerate(s.split('<w:tc>')):
        if i and i % 7 == 3:
            a, b = x.split('</w:tc>', 1); out.append(f'<w:sdt><w:sdtContent><w:tc>{a}</w:tc></w:sdtContent></w:sdt>{b}')
        else: out.append(('<w:tc>' if i else '') + x)
    return pack(J(flow(r, None, J(out))))


@dl('d_grid_before')
def _(r):
    """rows of a group start behind gridBefore instead of merged label cells"""
    p, n = placed(t3(r)); rows = t3(r)
    w = 700; o = ['<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid>' + f'<w:gridCol w:w="{w}"/>' * n + '</w:tblGrid>']
    for y in range(len(rows)):
        cs = sorted((x, c) for yy, x, c in p if yy == y)if False else [(x, c) for yy, x, c in p if yy == y]
        cs.sort(key=lambda q: q[0])
        x0 = cs[0][0]; pr = f'<w:trPr><w:gridBefore w:val="{x0}"/></w:trPr>' if x0 else ''
        o.append(f'<w:tr>{pr}'); pos = x0
        for x, c in cs:
            while pos < x: o.append(tc(c, '<w:p/>', w, cs=1)); pos += 1
            o.append(tc(c, para(c.t), w)); pos += c.cs
        o.append('</w:tr>')
    return pack(J(flow(r, None, J(o) + '</w:tbl>')))


@dl('d_hmerge')
def _(r):
    """legacy hMerge: every grid column has its cell"""
    p, n = placed(t3(r)); occ = {}
    for y, x, c in p:
        for j in range(c.rs):
            for i in range(c.cs): occ[(y + j, x + i)] = (c, j, i)
    H = max(y for y, _ in occ) + 1
    o = ['<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid>' + '<w:gridCol w:w="700"/>' * n + '</w:tblGrid>']
    for y in range(H):
        o.append('<w:tr>')
        for x in range(n):
            c, j, i = occ[(y, x)]
            pr = ('<w:hMerge w:val="restart"/>' if c.cs > 1 and i == 0 else '<w:hMerge/>' if i else '') + ('<w:vMerge w:val="restart"/>' if c.rs > 1 and j == 0 else '<w:vMerge/>' if j else '')
            o.append(f'<w:tc><w:tcPr><w:tcW w:w="700" w:type="dxa"/>{pr}</w:tcPr>{para(c.t) if not (i or j) else "<w:p/>"}</w:tc>')
        o.append('</w:tr>')
    return pack(J(flow(r, None, J(o) + '</w:tbl>')))


@dl('d_no_merge_blank')
def _(r):
    one = lambda rows: [[C(t) for t in g] for g in grid(rows)]
    return pack(J(flow(r, tbl(one(compact2(r))), tbl(one(t3(r))), tbl(one(t4(r))))))


@dl('d_tabs')
def _(r):
    """no tables: paragraphs with tab stops"""
    tab = '<w:r><w:tab/></w:r>'
    f = lambda rows: J(para('', runs=tab.join(run(t) for t in g)) for g in grid(rows))
    from html_troubles import leaf_rows
    return pack(J(flow(r, f(compact2(r)), f(leaf_rows(r)), f(t4_stacked(r)))))


@dl('d_notes_vanish')
def _(r):
    """footnote marks, comments, hidden runs, page header and footer with digits"""
    R = r.R
    def cell(c):
        if c.k != 'n' or not c.t: return para(c.t)
        k = R.randrange(6)
        x = run(c.t)
        if k == 0: x += '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
        if k == 1: x = '<w:bookmarkStart w:id="3" w:name="_GoBack"/>' + x + '<w:bookmarkEnd w:id="3"/>'
        if k == 2: x += run('7', extra='<w:vanish/>')
        if k == 3: x = '<w:proofErr w:type="gramStart"/>' + J(run(ch) for ch in c.t) + '<w:proofErr w:type="gramEnd"/>'
        if k == 4: x = '<w:r><w:lastRenderedPageBreak/></w:r>' + x
        return para('', runs=x)
    hd = f'<w:hdr xmlns:w="{W}">{para("政府信息公开年报 第 1 页 共 8 页")}</w:hdr>'
    fn = f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">{para("含上年转来12件")}</w:footnote></w:footnotes>'
    rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    ct = ''.join(f'<Override PartName="/word/{n}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{t}+xml"/>' for n, t in (('header1', 'header'), ('footnotes', 'footnotes')))
    return pack(J(flow(r, tbl(t2_one(r), cell), tbl(t3(r), cell), tbl(t4(r), cell))), SECT.replace('<w:pgSz', '<w:headerReference w:type="default" r:id="rId5"/><w:pgSz'), {'word/header1.xml': hd, 'word/footnotes.xml': fn}, rels=f'<Relationship Id="rId5" Type="{rel}header" Target="header1.xml"/><Relationship Id="rId6" Type="{rel}footnotes" Target="footnotes.xml"/>', ctypes=ct)


@dl('d_strict')
def _(r):
    """ISO 29500 strict namespaces"""
    ns = NS.replace(W, 'http://purl.oclc.org/ooxml/wordprocessingml/main').replace('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')
    return pack(J(flow(r)), ns=ns)


@dl('d_auto_numbers')
def _(r):
    """一、 and 1. come from automatic numbering: they are not in the text"""
    R = r.R
    strip = lambda t: t.split('、', 1)[1] if t[1:2] == '、' else t
    num_ = lambda t, n, l: f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{l}"/><w:numId w:val="{n}"/></w:numPr></w:pPr>{run(t, True)}</w:p>'
    import re
    def cell(c):
        m = re.match(r'^\d[.、．](.*)', c.t)
        if c.k == 'h' and m and len(c.t) > 3: return num_(m.group(1), 2, 1)
        return para(c.t)
    lv = lambda i, f, t: f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
    nx = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{lv(0, "chineseCounting", "%1、")}{lv(1, "decimal", "%2.")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    return pack(J(flow(r, None, tbl(t3(r), cell), None, h=lambda t: num_(strip(t), 1, 0))), files={'word/numbering.xml': nx}, rels='<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>', ctypes='<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>')


@dl('d_year_columns')
def _(r):
    q = lastyear(r); ys = [(r, r.year), (q, r.year - 1)]
    if r.R.random() < .4: ys.reverse()
    h = [[C(r.corner, 4, 3)] + [C(f'{y}年', 1, 7) for _, y in ys], [C('申请人情况', 1, 7) for _ in ys], [], []]
    for _ in ys: h[2] += [C('自然人', 2, 1), C('法人或其他组织', 1, 5), C(r.colname['total'], 2, 1)]; h[3] += [C(r.colname[k]) for k in COLS[1:6]]
    for (rid, p), ls in zip(r.rows3, label_cells(r.rows3)): h.append(ls + [num(x, f'applications.{rid}.{k}') for x, _ in ys for k in COLS])
    return pack(J(flow(r, None, tbl(h, w=500))))


@dl('d_lastyear_table')
def _(r):
    q = lastyear(r); a = para(f'{r.year}年收到和处理政府信息公开申请情况', jc='center') + tbl(t3(r)); b = para(f'{q.year}年收到和处理政府信息公开申请情况（对比）', jc='center') + tbl(t3(q))
    return pack(J(flow(r, None, b + a if r.R.random() < .5 else a + b)))


@dl('d_label_breaks')
def _(r):
    """labels over several paragraphs and w:br, spaces inside, numbers digit by digit"""
    R = r.R
    def cell(c):
        if c.k == 'n': return para('', runs=J(run(x) for x in c.t)) if R.random() < .5 else '<w:p/>' * R.randint(0, 1) + para(' ' + c.t + ' ')
        n = R.choice([3, 4, 6]); ps = [c.t[i:i + n] for i in range(0, len(c.t), n)]
        return J(para(x) for x in ps) or '<w:p/>' if R.random() < .5 else para('', runs='<w:r><w:br/></w:r>'.join(run(x) for x in ps))
    return pack(J(flow(r, tbl(t2_one(r), cell), tbl(t3(r), cell), tbl(t4(r), cell))))


@dl('d_transposed')
def _(r): return pack(J(flow(r, None, tbl(transpose(t3(r)), w=350), tbl(t4_stacked(r)))))


@dl('d_one_table')
def _(r):
    """everything, prose included, in one big two-column layout table, the statistic tables nested in cells"""
    o = flow(r); rows = [[C(str(i)), C(x)] for i, x in enumerate(o[1:8])]
    body = o[0] + '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="300"/><w:gridCol w:w="9000"/></w:tblGrid>' + J(f'<w:tr><w:tc><w:tcPr/><w:p/></w:tc><w:tc><w:tcPr/>{x}<w:p/></w:tc></w:tr>' for x in o[1:]) + '</w:tbl><w:p/>'
    return pack(body)


@dl('d_columns_cut')
def _(r):
    """the wide table cut in two, the labels repeated"""
    return pack(J(flow(r, None, tbl(t3(r, COLS[:4]), w=900) + para('（续表）') + tbl(t3(r, COLS[4:]), w=900), None)))


@dl('d_lines_in_cells')
def _(r):
    """a row for each group, its labels and numbers as lines of the cells"""
    soft = r.R.random() < .5
    def cell(lines):
        if soft: return para('', runs='<w:r><w:br/></w:r>'.join(run(x) for x in lines))
        return ''.join(para(x) for x in lines)
    rows, i = [[[''], ['项目']] + [[r.colname[k]] for k in COLS]], 0
    while i < len(r.rows3):
        j = i + 1
        if len(r.rows3[i][1]) == 3:
            while j < len(r.rows3) and r.rows3[j][1][:2] == r.rows3[i][1][:2]: j += 1
        p = r.rows3[i][1]
        rows.append([[p[1] if len(p) == 3 else ''], [x[1][-1] for x in r.rows3[i:j]]] + [[P(r, f'applications.{x[0]}.{k}') for x in r.rows3[i:j]] for k in COLS])
        i = j
    body = '<w:tbl><w:tblPr/><w:tblGrid>' + '<w:gridCol w:w="900"/>' * 9 + '</w:tblGrid>' + ''.join('<w:tr>' + ''.join(f'<w:tc><w:tcPr/>{cell(x)}</w:tc>' for x in row) + '</w:tr>' for row in rows) + '</w:tbl>'
    return pack(J(flow(r, None, body, None)))


@dl('d_header_units')
def _(r):
    heads = set(r.colname.values()) | set(r.remname)
    return pack(J(flow(r, None, tbl(t3(r), lambda c: para(c.t) + (para('（件）') if c.t in heads and c.k == 'h' else '')), None)))


@dl('d_t4_two_tables')
def _(r):
    a = [[C('行政复议', 1, 5)], [C(x) for x in r.remname], [num(r, f'remedies.{REMG[0]}.{k}') for k in REM]]
    b = [[C('行政诉讼', 1, 10)], [C(r.remg[1], 1, 5), C(r.remg[2], 1, 5)], [C(x) for _ in range(2) for x in r.remname], [num(r, f'remedies.{g}.{k}') for g in REMG[1:] for k in REM]]
    return pack(J(flow(r, None, None, tbl(a, w=1500) + para('') + tbl(b, w=900))))
