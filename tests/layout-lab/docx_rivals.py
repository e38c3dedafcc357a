"""Word files and workbooks in which other numbers stand beside the report's own, or its own stand apart."""
from docx_files import *
from html_rivals import ROW, numbers
from html_boxes import flat


def workbook(sheets, styles=''):
    """sheets: (name, rows of cells or (text, style), extra xml in a row, state)"""
    z = io.BytesIO(); f = zipfile.ZipFile(z, 'w', zipfile.ZIP_DEFLATED)
    M = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    R_ = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    f.writestr('[Content_Types].xml', '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' + ''.join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>' for i in range(1, len(sheets) + 1)) + '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>')
    f.writestr('_rels/.rels', f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{R_}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
    f.writestr('xl/_rels/workbook.xml.rels', '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + ''.join(f'<Relationship Id="rId{i}" Type="{R_}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1)) + f'<Relationship Id="rId99" Type="{R_}/styles" Target="styles.xml"/></Relationships>')
    f.writestr('xl/workbook.xml', f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{M}" xmlns:r="{R_}"><sheets>' + ''.join(f'<sheet name="{X(s[0])}" sheetId="{i}" r:id="rId{i}"{s[3] if len(s) > 3 else ""}/>' for i, s in enumerate(sheets, 1)) + '</sheets></workbook>')
    f.writestr('xl/styles.xml', f'<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="{M}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0;-0;;@"/><numFmt numFmtId="165" formatCode="0&quot;件&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>')
    def col(i): return (chr(64 + i // 26) if i >= 26 else '') + chr(65 + i % 26)
    for i, s in enumerate(sheets, 1):
        rows, merges = s[1], s[2]
        o = ''
        for y, row in enumerate(rows, 1):
            extra, row = row if isinstance(row, tuple) else ('', row)
            cells = ''
            for x, t in enumerate(row):
                t, st = t if isinstance(t, tuple) else (t, 0)
                if t == '': continue
                at = f'r="{col(x)}{y}"' + (f' s="{st}"' if st else '')
                cells += f'<c {at}><v>{t}</v></c>' if t.lstrip('-').replace('.', '', 1).isdigit() and t.isascii() else f'<c {at} t="inlineStr"><is><t xml:space="preserve">{X(t)}</t></is></c>'
            o += f'<row r="{y}"{extra}>{cells}</row>'
        m = ''.join(f'<mergeCell ref="{col(a)}{b + 1}:{col(c)}{d + 1}"/>' for a, b, c, d in merges)
        f.writestr(f'xl/worksheets/sheet{i}.xml', f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{M}"><sheetData>{o}</sheetData>' + (f'<mergeCells count="{len(merges)}">{m}</mergeCells>' if merges else '') + '</worksheet>')
    f.close(); return z.getvalue()


def sl(name, **kw):
    def d(f): LAY[name] = (f, 'xlsx', kw); return f
    return d


def sheet_rows(r, number=lambda t: t, a3=None):
    """rows and merges of the whole report on one sheet"""
    r.by_printed = False; r.sign = None; r.sdate = None
    rows, merges = [[r.title], [r.intro]], []
    def add(t):
        p, _ = placed(t); top = len(rows)
        rows.extend([[''] * 15 for _ in t])
        for y, x, c in p:
            rows[top + y][x] = number(c.t) if c.k == 'n' else c.t
            if c.rs > 1 or c.cs > 1: merges.append((x, top + y, x + c.cs - 1, top + y + c.rs - 1))
    S = lambda k: rows.extend([t] for t in r.sec[k])
    rows.append([r.heads[0]]); S('overview')
    rows.append([r.heads[1]]); add(compact2(r))
    rows.append([r.heads[2]]); add(a3 or t3(r))
    rows.append([r.heads[3]])
    if f'remedies.{REMG[0]}.total' in r.omit: rows.append(['无。'])
    else: add(t4(r))
    rows.append([r.heads[4]]); S('problems'); rows.append([r.heads[5]]); S('other')
    return rows, merges


@sl('s_plain')
def _(r): return workbook([('年报', *sheet_rows(r))])


@sl('s_two_years')
def _(r):
    q = lastyear(r); q.title = r.title.replace(str(r.year), str(q.year)); q.intro = r.intro; q.omit = r.omit
    s = [(f'{r.year}年', *sheet_rows(r)), (f'{q.year}年', *sheet_rows(q), ' state="hidden"')]
    return workbook(s[::-1])


@sl('s_format_hides_zero')
def _(r):
    """a format that shows no zero: a person sees a blank"""
    for k, v in r.num.items(): r.print[k] = '' if v == 0 else str(v)
    rows, merges = sheet_rows(r)
    z = [[(t if t != '' else '') for t in row] for row in rows]
    return workbook([('年报', [[(t, 1) if t.isascii() and t.isdigit() else t for t in row] for row in z], merges)])


@sl('s_format_suffix')
def _(r):
    for k, v in r.num.items(): r.print[k] = str(v)
    rows, merges = sheet_rows(r)
    return workbook([('年报', [[(t, 2) if t.isascii() and t.isdigit() else t for t in row] for row in rows], merges)])


@sl('s_hidden_rows')
def _(r):
    q = lastyear(r)
    t = t3_head(r, COLS)
    for (rid, p), ls in zip(r.rows3, label_cells(r.rows3)): t.append(ls + [num(r, ROW.format(rid, k)) for k in COLS])
    rows, merges = sheet_rows(r, a3=t)
    return workbook([('年报', rows, merges), ('底稿', *sheet_rows(q), ' state="veryHidden"')])


@sl('s_tables_on_sheets')
def _(r):
    """each table on a sheet of its own"""
    r.by_printed = False; r.sign = None; r.sdate = None
    sheets = [('说明', [[r.title], [r.intro], [r.heads[0]], *[[t] for t in r.sec['overview']], [r.heads[4]], *[[t] for t in r.sec['problems']], [r.heads[5]], *[[t] for t in r.sec['other']]], [])]
    for name, head, t in (('表二', 1, compact2(r)), ('表三', 2, t3(r)), ('表四', 3, None if f'remedies.{REMG[0]}.total' in r.omit else t4(r))):
        rows, merges = [[r.heads[head]]], []
        if t is None: rows.append(['无。'])
        else:
            p, _ = placed(t); rows += [[''] * 15 for _ in t]
            for y, x, c in p:
                rows[1 + y][x] = c.t
                if c.rs > 1 or c.cs > 1: merges.append((x, 1 + y, x + c.cs - 1, y + c.rs))
        sheets.append((name, rows, merges))
    return workbook(sheets)


@dl('w_lastyear_brackets')
def _(r):
    noblank(r, '0')
    return pack(J(flow(r, None, para(f'注：括号内为{r.year - 1}年数据。') + tbl(numbers(r, lambda now, then: f'{now}（{then}）')), None)))


@dl('w_row_deleted')
def _(r):
    """rows of last year that a tracked change removed"""
    q = lastyear(r)
    rows = t3_head(r, COLS)
    for (rid, p) in r.rows3:
        for x in (q, r): rows.append([C(''.join(p), 1, 3)] + [num(x, ROW.format(rid, k)) for k in COLS])
    gone = '<w:trPr><w:del w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"/></w:trPr>'
    return pack(J(flow(r, None, tbl(rows, rowpr=lambda y: gone if y >= 3 and (y - 3) % 2 == 0 else ''), None)))


@dl('w_rows_hidden')
def _(r):
    q = lastyear(r)
    rows = t3_head(r, COLS)
    for (rid, p) in r.rows3:
        for x in (q, r): rows.append([C(''.join(p), 1, 3)] + [num(x, ROW.format(rid, k)) for k in COLS])
    return pack(J(flow(r, None, tbl(rows, rowpr=lambda y: '<w:trPr><w:hidden/></w:trPr>' if y >= 3 and (y - 3) % 2 == 0 else ''), None)))


@dl('w_textbox_over')
def _(r):
    """a floating text box with a number lies over the table"""
    box = para('', runs=f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="0" relativeHeight="9" simplePos="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>3000000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>4000000</wp:posOffset></wp:positionV><wp:extent cx="500000" cy="300000"/><wp:wrapNone/><wp:docPr id="5" name="t"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{para("88")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>')
    return pack(J(flow(r, None, box + tbl(t3(r)), None)))


@dl('w_autonumbers_in_cells')
def _(r):
    """cells of a serial column are numbered by the program, the text holds nothing"""
    rows = t3(r)
    for i, row in enumerate(rows): row.insert(0, C('序号', 3, 1) if i == 0 else C('#')) if i == 0 or i > 2 else None
    cell = lambda c: '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>' if c.t == '#' else para(c.t, jc='center')
    return pack(J(flow(r, None, tbl(rows, cell=cell, w=700), None)))


@dl('w_two_tables_side')
def _(r):
    """this year's table and last year's in a table of two columns"""
    q = lastyear(r)
    outer = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="7000"/><w:gridCol w:w="7000"/></w:tblGrid><w:tr><w:tc>{para(f"{q.year}年")}{tbl(t3(q), w=600)}<w:p/></w:tc><w:tc>{para(f"{r.year}年")}{tbl(t3(r), w=600)}<w:p/></w:tc></w:tr></w:tbl>'
    return pack(J(flow(r, None, outer, None)))


@dl('w_growth')
def _(r):
    q = lastyear(r)
    return pack(J(flow(r, None, tbl(t3(r, extra=[('同比', lambda i: str(abs(int(r.num[ROW.format(i, 'total')]) - int(q.num[ROW.format(i, 'total')]))))]), w=600), None)))


@dl('w_columns_any_order')
def _(r):
    cols = list(COLS); r.R.shuffle(cols)
    return pack(J(flow(r, None, tbl(t3(r, cols)), None)))


@dl('w_drop_down')
def _(r):
    """figures as choices of a list; other choices are not shown"""
    cell = lambda c: para(c.t, jc='center') if c.k != 'n' or not c.t else f'<w:p><w:sdt><w:sdtPr><w:dropDownList w:lastValue="9"><w:listItem w:displayText="9" w:value="9"/><w:listItem w:displayText="{X(c.t)}" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>{run(c.t)}</w:sdtContent></w:sdt></w:p>'
    return pack(J(flow(r, None, tbl(t3(r), cell=cell), None)))
