"""Abstract tables: a table is a list of rows, a row a list of cells C(text, rowspan, colspan, kind)."""
from model import *


class C:
    __slots__ = ('t', 'rs', 'cs', 'k')

    def __init__(s, t, rs=1, cs=1, k='h'): s.t, s.rs, s.cs, s.k = t, rs, cs, k


def P(r, k): return r.print[k]
def num(r, k, cs=1): return C(P(r, k), 1, cs, 'n')


def t2(r):
    """list of parts, each part a list of rows, 4 columns"""
    W = 12
    D = lambda g, c: f'disclosure.{g}.{c}'
    def part(art, heads, rows):
        n = len(heads) + 1; w = W // n
        out = [[C(r.art[art], 1, W)], [C('信息内容', 1, w)] + [C(h, 1, w) for h in heads]]
        for label, ids in rows: out.append([C(label, 1, w)] + [num(r, i, w) for i in ids])
        return out
    if r.form == '2021':
        a = ['issued', 'repealed', 'in_force']
        rows = [('规章', [D('regulations', x) for x in a]), (r.nd, [D('normative_documents', x) for x in a])]
        if D('regulations', 'issued') in r.omit: rows = rows[1:]
        return [part('一', ['本年制发件数', '本年废止件数', '现行有效件数'], rows),
                part('五', [r.dec], [('行政许可', [D('licensing', 'decisions')])]),
                part('六', [r.dec], [('行政处罚', [D('penalty', 'decisions')]), ('行政强制', [D('compulsion', 'decisions')])]),
                part('八', [r.fee], [('行政事业性收费', [D('fees', 'amount_10k_cny')])])]
    a = ['made', 'published', 'in_public_total']; b = ['items_last_year', 'items_change', 'decisions']
    rows = [('规章', [D('regulations', x) for x in a]), (r.nd, [D('normative_documents', x) for x in a])]
    if D('regulations', 'made') in r.omit: rows = rows[1:]
    h = ['上一年项目数量', '本年增/减', '处理决定数量']
    return [part('一', ['本年新制作数量', '本年新公开数量', '对外公开总数量'], rows),
            part('五', h, [('行政许可', [D('licensing', x) for x in b]), ('其他对外管理服务事项', [D('other_services', x) for x in b])]),
            part('六', h, [('行政处罚', [D('penalty', x) for x in b]), ('行政强制', [D('compulsion', x) for x in b])]),
            part('八', h[:2], [('行政事业性收费', [D('fees', x) for x in b[:2]])]),
            part('九', ['采购项目数量', '采购总金额'], [('政府集中采购', [D('procurement', 'projects'), D('procurement', 'amount_cny')])])]


def t2_one(r): return [row for p in t2(r) for row in p]


def t3_head(r, cols, groups=True, extra=(), corner=None):
    """cols: keys; extra: labels at the end spanning 2 rows"""
    corner = r.corner if corner is None else corner
    n = len(cols) + len(extra)
    h = [[C(corner, 3, 3), C('申请人情况', 1, n)], [], []]
    i = 0
    org = ['commercial', 'research', 'social', 'legal_service', 'other']
    while i < len(cols):
        if cols[i] in org:
            j = i
            while j < len(cols) and cols[j] in org: j += 1
            h[1].append(C('法人或其他组织', 1, j - i))
            for k in cols[i:j]: h[2].append(C(r.colname[k]))
            i = j
        else:
            h[1].append(C(r.colname[cols[i]], 2, 1)); i += 1
    for e in extra: h[1].append(C(e, 2, 1))
    return h


def label_cells(rows):
    """3 label columns with spans, per row list of C"""
    out = []
    for i, (rid, path) in enumerate(rows):
        cs = []
        for d in range(len(path)):
            if i and len(rows[i - 1][1]) > d and rows[i - 1][1][:d + 1] == path[:d + 1] and d < len(path) - 1: continue
            if i and d == len(path) - 1 and False: continue
            if d == len(path) - 1: cs.append(C(path[d], 1, 3 - d))
            else:
                span = 1
                while i + span < len(rows) and rows[i + span][1][:d + 1] == path[:d + 1]: span += 1
                cs.append(C(path[d], span, 1))
        out.append(cs)
    return out


def t3(r, cols=COLS, extra=None, corner=None, rows=None, head=True):
    """extra: list of (label, fn(rowid)->text)"""
    extra = extra or []
    rows = rows or r.rows3
    out = t3_head(r, cols, extra=[e[0] for e in extra], corner=corner) if head else []
    for (rid, path), ls in zip(rows, label_cells(rows)):
        out.append(ls + [num(r, f'applications.{rid}.{k}') for k in cols] + [C(f(rid), 1, 1, 'x') for _, f in extra])
    return out


def t4(r):
    h = [[C(r.remg[0], 2, 5), C('行政诉讼', 1, 10)], [C(r.remg[1], 1, 5), C(r.remg[2], 1, 5)], [C(x) for _ in range(3) for x in r.remname]]
    if r.R.random() < .5:
        h = [[C(r.remg[0], 1, 5), C('行政诉讼', 1, 10)], [C(x, 2, 1) for x in r.remname] + [C(r.remg[1], 1, 5), C(r.remg[2], 1, 5)], [C(x) for _ in range(2) for x in r.remname]]
    return h + [[num(r, f'remedies.{g}.{k}') for g in REMG for k in REM]]


def t4_stacked(r):
    out = [[C('类别', 1, 2)] + [C(x) for x in r.remname]]
    out.append([C('行政复议', 1, 2)] + [num(r, f'remedies.{REMG[0]}.{k}') for k in REM])
    out.append([C('行政诉讼', 2, 1), C(r.remg[1])] + [num(r, f'remedies.{REMG[1]}.{k}') for k in REM])
    out.append([C(r.remg[2])] + [num(r, f'remedies.{REMG[2]}.{k}') for k in REM])
    return out


def t4_three(r):
    return [[[C(n, 1, 5)], [C(x) for x in r.remname], [num(r, f'remedies.{g}.{k}') for k in REM]] for g, n in zip(REMG, ['行政复议', '行政诉讼（未经复议直接起诉）', '行政诉讼（复议后起诉）'])]


def t4_list(r):
    out = [[C('项目', 1, 2), C('结果'), C('数量（件）')]]
    for i, g in enumerate(REMG):
        for j, k in enumerate(REM):
            row = []
            if i == 0 and j == 0: row.append(C('行政复议', 5, 2))
            if i == 1 and j == 0: row.append(C('行政诉讼', 10, 1))
            if i and j == 0: row.append(C(r.remg[i], 5, 1))
            out.append(row + [C(r.remname[j]), num(r, f'remedies.{g}.{k}')])
    return out


def grid(rows, repeat=False):
    """rows of C -> rectangle of texts; a merged cell's text at its first place (or everywhere)"""
    out = {}; H = len(rows); W = 0
    for y, row in enumerate(rows):
        x = 0
        for c in row:
            while (y, x) in out: x += 1
            for j in range(c.rs):
                for i in range(c.cs): out[(y + j, x + i)] = c.t if (repeat or (i == 0 and j == 0)) else ''
            x += c.cs; W = max(W, x)
    return [[out.get((y, x), '') for x in range(W)] for y in range(H)]


def placed(rows):
    """[(y, x, C)], width"""
    occ = set(); out = []; W = 0
    for y, row in enumerate(rows):
        x = 0
        for c in row:
            while (y, x) in occ: x += 1
            for j in range(c.rs):
                for i in range(c.cs): occ.add((y + j, x + i))
            out.append((y, x, c)); x += c.cs; W = max(W, x)
    return out, W


def transpose(rows):
    p, W = placed(rows)
    out = [[] for _ in range(W)]
    for y, x, c in sorted(p, key=lambda q: (q[1], q[0])): out[x].append(C(c.t, c.cs, c.rs, c.k))
    return out


def compact2(r):
    """t2 parts with small column counts (for text): 4 columns"""
    ps = t2(r)
    res = []
    for p in ps:
        for row in p:
            n = len(row)
            res.append([C(c.t, c.rs, 1, c.k) for c in row])
            if n == 1: res[-1][0].cs = 4
            elif n == 2: res[-1][1].cs = 3
            elif n == 3: res[-1][2].cs = 2
    return res


def lastyear(r):
    """the same authority's report of the year before: wording shared, figures other"""
    q = make(r.R, form=r.form, kind=r.kind, size=r.size if r.size != 'zero' else 'small', year=r.year - 1, noise=False)
    for k in ('a', 'rows3', 'colname', 'corner', 'nd', 'dec', 'fee', 'art', 'remname', 'remg', 'first', 'second', 'third', 'fw'): setattr(q, k, getattr(r, k))
    if q.print == r.print: q.print['applications.new.natural_person'] = '3'
    return q


def noblank(r, sub='-'):
    """layouts that cannot show a blank print a sign instead"""
    for k, v in r.print.items():
        if v == '': r.print[k] = sub
    r.notes = [n.replace('zero=blank', 'zero=' + sub) for n in r.notes]
