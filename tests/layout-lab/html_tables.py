"""Tables of table elements: cut, nested, turned, with columns moved, missing or more, with wrong spans."""
from html_boxes import *


@layout('h_nested_rows')
def _(r):
    """outer layout table; each row holds a table of its own"""
    def n(rows): return '<table width="100%" cellspacing="0" cellpadding="0"><tbody>' + '\n'.join('<tr><td><table width="100%" border="1" cellspacing="0"><tr>' + ''.join(f'<td width="{100 // len(g)}%">{e(t) or "&nbsp;"}</td>' for t in g) + '</tr></table></td></tr>' for g in flat(rows)) + '</tbody></table>'
    body = '\n'.join(parts(r, n(compact2(r)), n(t3(r)), n(t4(r))))
    return shell(r, f'<table width="100%"><tr><td width="10"></td><td><table width="96%"><tr><td>{body}</td></tr></table></td></tr></table>').encode()


@layout('h_word_export')
def _(r):
    R = r.R
    def cell(c):
        t = c.t
        if c.k == 'n' and len(t) > 1 and R.random() < .5: t = f'{e(t[:1])}</span><span lang="EN-US" style="font-size:10.5pt;font-family:&quot;Times New Roman&quot;">{e(t[1:])}'
        else: t = e(t)
        if not c.t: t = '&nbsp;'
        s = f'<p class="MsoNormal" align="center" style="text-align:center;mso-line-height-rule:exactly"><span lang="EN-US" style="font-size:10.5pt;font-family:宋体"><span style="mso-spacerun:yes"> </span>{t}<o:p></o:p></span></p>'
        if c.k == 'n' and R.random() < .35: s = f'<table class="MsoNormalTable" border="0" cellspacing="0" cellpadding="0" align="center"><tr><td style="border:none">{s}</td></tr></table>'
        elif c.k == 'n' and R.random() < .2: s = f'<div style="mso-element:frame">{s}</div>'
        return s
    A = 'class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" style="border-collapse:collapse;mso-yfti-tbllook:1184;mso-padding-alt:0cm 5.4pt"'
    head = '<!--[if gte mso 9]><xml><o:DocumentProperties><o:Pages>6</o:Pages></o:DocumentProperties></xml><![endif]--><style><!-- /* Style Definitions */ p.MsoNormal{margin:0cm;text-align:justify} @page WordSection1{size:595.3pt 841.9pt} --></style>'
    ta = lambda x: table(x, A, cell) + '<!--[if !supportMisalignedColumns]--><tr height="0"></tr><!--[endif]-->'
    return page(r, ta(t2_one(r)), f'<div align="center">{ta(t3(r))}</div><p class="MsoNormal"><span lang="EN-US"><o:p>&nbsp;</o:p></span></p>', ta(t4(r)), head)


@layout('h_word_one_table')
def _(r):
    """tables two to four are one single table with heading rows"""
    W = 30
    rows = []
    def widen(rows, w):
        _, n = placed(rows); u = w // n; extra = w - u * n
        out = []
        for row in rows: out.append([C(c.t, c.rs, c.cs * u, c.k) for c in row])
        return out
    sec = r.heads
    rows.append([C(sec[1], 1, W)]); rows += widen([[C(c.t, c.rs, c.cs, c.k) for c in row] for row in t2_one(r)], 12 * 2)
    for row in rows[1:]: row[-1].cs += W - sum(c.cs for c in row)
    rows.append([C(sec[2], 1, W)]); rows += widen(t3(r), 30)
    rem = f'remedies.{REMG[0]}.total' in r.omit
    if not rem: rows.append([C(sec[3], 1, W)]); rows += widen(t4(r), 30)
    b = parts(r, table(rows), '', '')
    # the headings stand inside the table, not before it
    S = [x for x in b]
    R = r.R
    S[2] = table(rows); S[3] = ''; S[4] = '' if not rem else S[4]
    return shell(r, '\n'.join(S)).encode()


@layout('h_split_any')
def _(r):
    R = r.R
    t = t3(r); rows = r.rows3
    k = R.sample(range(1, len(rows)), R.choice([1, 1, 2, 3])); k = [0] + sorted(k) + [len(rows)]
    rep = R.choice(['repeat', 'none', 'leaf'])
    o = []
    for a, b in zip(k, k[1:]):
        part = rows[a:b]
        head = a == 0 or rep == 'repeat'
        tb = t3(r, rows=part, head=head)
        if a and rep == 'leaf': tb = [[C('', 1, 3)] + [C(r.colname[c]) for c in COLS]] + tb
        o.append(table(tb))
    sep = R.choice(['', '<p>&nbsp;</p>', '<p style="page-break-before:always"></p>', '<p style="text-align:right">续表</p>', '<p style="text-align:center">— 5 —</p>'])
    p2 = [table(p) for p in t2(r)]
    return page(r, sep.join(p2) if R.random() < .5 else None, sep.join(o), None)


@layout('h_split_cont_labels')
def _(r):
    """cut by a page break; after the cut the group labels are not repeated (blank or with rowspan text only in part one)"""
    R = r.R
    g = flat(t3(r)); k = R.randint(6, len(g) - 4)
    f = lambda rows: '<table border="1" width="100%">' + ''.join('<tr>' + ''.join(f'<td>{e(t)}</td>' for t in x) + '</tr>' for x in rows) + '</table>'
    return page(r, None, f(g[:k]) + '<br/>' + f(g[k:]), None)


@layout('h_group_tables')
def _(r):
    """every result group is a table of its own with its own header"""
    groups = []; cur = None
    for rid, p in r.rows3:
        key = p[1] if len(p) == 3 else p[-1]
        if len(p) == 3 and cur == key: groups[-1][1].append((rid, p[-1]))
        else: groups.append([key, [(rid, p[-1])]]); cur = key if len(p) == 3 else None
    o = []; acc = []
    R = r.R; cap = R.random() < .5
    hdr = [C('情形')] + [C(r.colname[k]) for k in COLS]
    for key, items in groups:
        rows = [hdr] + [[C(l)] + [num(r, f'applications.{rid}.{k}') for k in COLS] for rid, l in items]
        if len(items) == 1 and key == items[0][1]:
            o.append(table(rows)); o.append('<br/>')
        elif cap: o.append(f'<p><b>{e(key)}</b></p>' + table(rows))
        else: o.append(table([[C(key, 1, 8)]] + rows))
    return page(r, '<br/>'.join(table(p) for p in t2(r)), '\n'.join(o), '<br/>'.join(table(x) for x in t4_three(r)))


@layout('h_t4_stacked')
def _(r): return page(r, None, None, table(t4_stacked(r)))


@layout('h_t4_three')
def _(r): return page(r, None, None, ''.join(table(x) for x in t4_three(r)))


@layout('h_t4_list')
def _(r): return page(r, None, None, table(t4_list(r)))


@layout('h_t4_transposed')
def _(r): return page(r, None, None, table(transpose(t4(r))))


@layout('h_t2_flat')
def _(r):
    R = r.R; rows = [[C('项目'), C('数量')]]
    three = R.random() < .5
    for p in t2(r):
        heads = p[1][1:]
        for row in p[2:]:
            for h, c in zip(heads, row[1:]):
                rows.append([C(row[0].t), C(h.t), C(c.t, 1, 1, 'n')] if three else [C(row[0].t + h.t), C(c.t, 1, 1, 'n')])
    if three: rows[0] = [C('信息内容'), C('指标'), C('数量')]
    return page(r, table(rows), None, None)


@layout('h_t2_side_by_side')
def _(r):
    """the four small tables in a 2x2 layout table"""
    t = [table(p, 'border="1" width="98%"') for p in t2(r)]
    while len(t) % 2: t.append('')
    return page(r, '<table width="100%">' + ''.join(f'<tr valign="top"><td width="50%">{a}</td><td>{b}</td></tr>' for a, b in zip(t[::2], t[1::2])) + '</table>', None, None)


# ---- columns ----
@layout('h_transposed')
def _(r): return page(r, None, table(transpose(t3(r))), None)


@layout('h_total_first')
def _(r): return page(r, None, table(t3(r, ['total'] + COLS[:6])), None)


@layout('h_cols_reordered')
def _(r):
    R = r.R; c = COLS[1:6]; R.shuffle(c)
    cols = R.choice([c + ['natural_person', 'total'], ['natural_person'] + c + ['total'], ['total', 'natural_person'] + c, c[:] + ['total', 'natural_person']])
    return page(r, None, table(t3(r, cols)), None)


@layout('h_missing_col')
def _(r):
    R = r.R
    drop = [k for k in ('research', 'legal_service', 'social') if all(r.num[f'applications.{rid}.{k}'] == 0 for rid, _ in r.rows3)]
    if not drop:
        for k in ('research', ):
            for rid, _ in r.rows3:
                n = r.num[f'applications.{rid}.{k}']
                r.num[f'applications.{rid}.{k}'] = 0
                if n:
                    r.num[f'applications.{rid}.total'] -= n
        sv = r.R.getstate(); printing(r, False); r.notes = [x for x in r.notes if x.startswith('slip')]; drop = ['research']
    d = R.sample(drop, R.randint(1, len(drop)))
    r.gone = {f'applications.{rid}.{k}' for rid, _ in r.rows3 for k in d}
    return page(r, None, table(t3(r, [k for k in COLS if k not in d])), None)


@layout('h_missing_rows')
def _(r):
    """rows that are all zero are left out of the printed table"""
    keep = [x for x in r.rows3 if any(r.num[f'applications.{x[0]}.{k}'] for k in COLS) or x[0] in ('new', 'carried_over', 'granted', 'handled_total', 'carried_forward') or r.R.random() < .3]
    kid = {x[0] for x in keep}
    r.gone = {f'applications.{rid}.{k}' for rid, _ in r.rows3 if rid not in kid for k in COLS}
    return page(r, None, table(t3(r, rows=keep)), None)


@layout('h_extra_cols')
def _(r):
    R = r.R
    tot = r.num['applications.new.total'] or 1
    ex = R.choice([[('备注', lambda i: '')], [('占比', lambda i: f"{100 * r.num[f'applications.{i}.total'] / tot:.1f}%")], [('备注', lambda i: R.choice(['', '', '', '含网络申请', '2件为补正']))],
                   [('上年总计', lambda i: str(R.randint(0, 40)))], [('同比', lambda i: R.choice(['持平', f'+{R.randint(1,20)}', f'-{R.randint(1,20)}', f'{R.randint(1,99)}%']))]])
    return page(r, None, table(t3(r, extra=ex)), None)


@layout('h_year_columns')
def _(r):
    """this year's and last year's figures under year headers"""
    R = r.R; q = lastyear(r)
    first = R.random() < .6
    ys = [(r, r.year), (q, r.year - 1)]
    if not first: ys.reverse()
    h = [[C(r.corner, 4, 3)] + [C(f'{y}年', 1, 7) for _, y in ys], [C('申请人情况', 1, 7) for _ in ys], [], []]
    for _ in ys:
        h[2] += [C('自然人', 2, 1), C('法人或其他组织', 1, 5), C(r.colname['total'], 2, 1)]
        h[3] += [C(r.colname[k]) for k in COLS[1:6]]
    rows = h
    for (rid, p), ls in zip(r.rows3, label_cells(r.rows3)):
        rows.append(ls + [num(x, f'applications.{rid}.{k}') for x, _ in ys for k in COLS])
    return page(r, None, table(rows), None)


@layout('h_year_totals')
def _(r):
    """after the total a column with last year's total, header says so; same in table four as a second row"""
    q = lastyear(r)
    t = t3(r, extra=[(f'{r.year-1}年总计', lambda i: q.print[f'applications.{i}.total'])])
    u = t4_stacked(r)
    return page(r, None, table(t), table(u))


@layout('h_serials')
def _(r):
    """行次 column and a row of column numbers"""
    R = r.R
    t = t3(r); cn = R.random() < .6; rn = R.random() < .7 or not cn
    if cn: t = t[:3] + [[C('甲', 1, 3)] + [C(str(i)) for i in range(1, 8)]] + t[3:]
    if rn:
        if R.random() < .5:
            t[0] = [C('行次', 3, 1)] + t[0]
            if cn: t[3] = [C('乙')] + t[3]
            for i, row in enumerate(t[3 + cn:], 1): row.insert(0, C(str(i)))
        else:
            t[0].insert(1, C('行次', 3, 1))
            if cn: t[3].insert(1, C('乙'))
            for i, row in enumerate(t[3 + cn:], 1): row.insert(len([c for c in row if c.k == 'h']), C(str(i)))
    u = t4(r)
    if R.random() < .5: u = u[:3] + [[C(str(i)) for i in range(1, 16)]] + u[3:]
    return page(r, None, table(t), table(u))


@layout('h_unit_column')
def _(r):
    t = t3(r)
    t[0].insert(1, C('单位', 3, 1))
    for row in t[3:]: row.insert(len([c for c in row if c.k == 'h']), C('件'))
    return page(r, None, table(t), None)


@layout('h_two_label_cols')
def _(r):
    """labels in two columns or one, the group name joined to the leaf"""
    R = r.R; n = R.choice([1, 2])
    h = t3_head(r, COLS); h[0][0].cs = n
    rows = h
    if n == 1:
        for rid, p in r.rows3:
            l = p[-1] if len(p) < 3 else R.choice(['{g}{l}', '{l}'])
            lab = p[-1] if len(p) < 3 else p[1] + '：' + p[-1]
            rows.append([C(lab)] + [num(r, f'applications.{rid}.{k}') for k in COLS])
    else:
        it = [(rid, p if len(p) == 1 else p[1:]) for rid, p in r.rows3]
        for (rid, p), ls in zip(it, label_cells(it)):
            for c in ls:
                if c.cs == 3: c.cs = 2
                elif c.cs == 2 : c.cs = 1
            rows.append(ls + [num(r, f'applications.{rid}.{k}') for k in COLS])
        for row in rows[3:]:
            if row[0].cs == 1 and row[0].rs == 1 and sum(c.cs for c in row) == 8 and len([c for c in row if c.k == 'h']) == 1 and row[0].t[:1] in '（(': row[0].cs = 2
    return page(r, None, table(rows), None)


@layout('h_group_heading_rows')
def _(r):
    """a group's name stands on a row of its own, blank or with dashes in the number columns"""
    R = r.R; fill = R.choice(['', '', None])
    rows = t3_head(r, COLS); rows[0][0].cs = 1
    prev = ()
    for rid, p in r.rows3:
        for d in range(len(p) - 1):
            if p[:d + 1] != prev[:d + 1]:
                rows.append([C(p[d], 1, 8)] if fill is None else [C(p[d])] + [C('') for _ in COLS])
        prev = p
        rows.append([C('　' * (len(p) - 1) + p[-1])] + [num(r, f'applications.{rid}.{k}') for k in COLS])
    return page(r, None, table(rows), None)


@layout('h_empty_spacers')
def _(r):
    """empty spacer columns and rows"""
    def sp(rows):
        out = []
        for i, row in enumerate(rows):
            out.append([C(c.t, c.rs, c.cs * 2, c.k) if c.k != 'n' else c for c in row])
            n = []
            for c in row:
                n.append(c)
                if c.k == 'n': n.append(C('', 1, 1))
                else: n[-1] = C(c.t, c.rs, c.cs * 2, c.k)
            out[-1] = n
        return out
    t = sp(t3(r))
    a3 = table(t[:3]).replace('</tbody></table>', '') + '<tr style="height:3px"></tr>' + table(t[3:4]).split('<tbody>')[1].replace('</tbody></table>', '') + '<tr><td colspan="20" style="height:2px"></td></tr>' + table(t[4:]).split('<tbody>')[1]
    return page(r, None, a3, None)


# ---- broken markup ----
@layout('h_rowspan_wrong')
def _(r):
    R = r.R; d = R.choice([1, -1, 1, 5])
    t = t3(r)
    for row in t[3:]:
        for c in row:
            if c.rs > 1: c.rs = max(1, c.rs + (d if c.rs < 15 else 0))
    if d == 5:
        for row in t[3:]:
            for c in row:
                if c.rs > 15: c.rs = 60
    return page(r, None, table(t), None)


@layout('h_no_rowspan')
def _(r):
    """Word paste lost rowspan/colspan: cells simply missing, rows ragged"""
    t = t3(r)
    for row in t:
        for c in row: c.rs = 1; c.cs = 1
    u = t4(r)
    for row in u:
        for c in row: c.rs = 1
    return page(r, None, table(t), table(u))


@layout('h_colspan_large')
def _(r):
    t = t3(r); R = r.R
    t[0][1].cs = R.choice([8, 12, 20])
    for row in t[3:]:
        if R.random() < .25 and row[-1].k == 'n': row[-1].cs = R.choice([2, 3, 5])
    p = t2_one(r)
    for row in p:
        if len(row) == 1: row[0].cs = 99
    u = t4(r); u[0][1].cs = 12
    return page(r, table(p), table(t), table(u))


@layout('h_colspan_uneven')
def _(r):
    """the real grid has 23 columns: numbers span 1-3 grid columns, different per row"""
    R = r.R; t = t3(r)
    W = [3, 2, 4, 2, 3, 2, 3, 2, 2, 3]
    p, _ = placed(t)
    for y, x, c in p: c.cs = sum(W[x:x + c.cs])
    return page(r, None, table(t), None)


@layout('h_unclosed')
def _(r):
    mode = r.R.randrange(3)
    if mode == 0: f = lambda x: table(x, close=False)
    elif mode == 1: f = lambda x: table(x).replace('</td>\n</tr>', '')
    else: f = lambda x: table(x, cell=lambda c: f'<p><span>{e(c.t)}<p>' if c.k == 'h' else f'<font><b>{e(c.t)}').replace('</td>', '')
    return page(r, f(t2_one(r)), f(t3(r)), f(t4(r)))


@layout('h_tr_missing')
def _(r):
    """<tr> forgotten in places: row begins with <td> right after </tr>"""
    R = r.R
    h = table(t3(r)).split('<tr>')
    s = h[0] + ''.join((('<tr>' if R.random() < .8 or i < 3 else '') + x) for i, x in enumerate(h[1:]))
    return page(r, None, s, None)


# ---- odd content ----
