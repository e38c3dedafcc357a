"""PDF layouts by a small writer of our own: what browsers and offices do not make, such as GBK-EUC fonts and shuffled text."""
from pdf_pages import *


# ---- writer of our own: predefined CMaps, no embedded font, no ToUnicode ----
class Pdf:
    def __init__(s, enc='gbk', w=595, h=842):
        s.pages = []; s.enc = enc; s.W, s.H = w, h

    def page(s, rot=0): s.pages.append([rot, []]); s.rot = rot

    def hexs(s, t):
        if s.enc == 'gbk': return t.encode('gbk', 'replace').hex()
        return t.encode('utf-16-be').hex()

    def text(s, x, y, t, size):
        if not t: return
        m = f'0 1 -1 0 {595 - y:.2f} {x:.2f}' if s.rot == 90 else f'1 0 0 1 {x:.2f} {y:.2f}'
        s.pages[-1][1].append(('t', f'BT /F1 {size} Tf {m} Tm <{s.hexs(t)}> Tj ET'))

    def line(s, x1, y1, x2, y2):
        if s.rot == 90: x1, y1, x2, y2 = 595 - y1, x1, 595 - y2, x2
        s.pages[-1][1].append(('l', f'.5 w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S'))

    def rect(s, x, y, w, h):
        if s.rot == 90: x, y, w, h = 595 - y - h, x, h, w
        s.pages[-1][1].append(('l', f'{x:.2f} {y:.2f} {w:.2f} {h:.2f} re f'))

    def out(s, order=None):
        import zlib
        objs = {}
        cm = 'GBK-EUC-H' if s.enc == 'gbk' else 'UniGB-UCS2-H'
        wid_ = '[814 939 500 1 95 500]' if s.enc == 'gbk' else '[1 95 500]'
        objs[1] = b'<</Type/Catalog/Pages 2 0 R>>'
        kids = []
        objs[3] = f'<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{cm}/DescendantFonts[4 0 R]>>'.encode()
        objs[4] = f'<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W{wid_}>>'.encode()
        objs[5] = b'<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>'
        n = 6
        for rot, ops in s.pages:
            o = order(ops) if order else ops
            c = zlib.compress('\n'.join(x for _, x in o).encode())
            objs[n] = b'<</Length %d/Filter/FlateDecode>>stream\n' % len(c) + c + b'\nendstream'
            objs[n + 1] = f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {s.W} {s.H}]{"/Rotate 90" if rot == 90 else ""}/Resources<</Font<</F1 3 0 R>>>>/Contents {n} 0 R>>'.encode()
            kids.append(f'{n+1} 0 R'); n += 2
        objs[2] = f'<</Type/Pages/Kids[{" ".join(kids)}]/Count {len(kids)}>>'.encode()
        b = b'%PDF-1.4\n%\xe2\xe3\xcf\xd3\n'; off = {}
        for i in sorted(objs): off[i] = len(b); b += b'%d 0 obj\n' % i + objs[i] + b'\nendobj\n'
        x = len(b); b += b'xref\n0 %d\n0000000000 65535 f \n' % n + b''.join(b'%010d 00000 n \n' % off[i] for i in range(1, n))
        return b + b'trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF' % (n, x)


def tw(t, size): return sum(size if ord(c) > 127 else size / 2 for c in t)


def wrap(t, w, size):
    L = []; cur = ''
    for ch in t:
        if cur and tw(cur + ch, size) > w: L.append(cur); cur = ''
        cur += ch
    return L + [cur] if cur or not L else L


class Flow:
    """page flow with paragraphs and tables; opts: rules ('lines'|'rects'|'none'|'h'), runs, repeat, bold"""
    def __init__(s, pdf, rot=0, rules='lines', runs=False, repeat=False, bold=False, align='center', pagenum=True):
        s.p = pdf; s.rot = rot; s.rules, s.runs, s.repeat, s.bold, s.align, s.pn = rules, runs, repeat, bold, align, pagenum
        s.w, s.h = (842, 595) if rot == 90 else (pdf.W, pdf.H)
        s.m = 60; s.n = 0; s.new()

    def new(s):
        s.p.page(s.rot); s.y = s.h - s.m; s.n += 1
        if s.pn: s.put(s.w / 2 - 10, 30, f'- {s.n} -', 9)

    def put(s, x, y, t, size):
        if s.runs and len(t) < 8 and t.replace(',', '').isdigit():
            for ch in t: s.p.text(x, y, ch, size); x += tw(ch, size)
        else: s.p.text(x, y, t, size)
        if s.bold and not t.isdigit() and len(t) > 1: s.p.text(x + .25, y, t, size)

    def para(s, t, size=10.5, center=False, right=False):
        first = True
        for L in wrap(('' if center or right else '\u3000\u3000') + t, s.w - 2 * s.m, size):
            if s.y < s.m + 20: s.new()
            x = s.m
            if center: x = (s.w - tw(L, size)) / 2
            if right: x = s.w - s.m - tw(L, size)
            s.put(x, s.y - size, L, size); s.y -= size * 1.7
        s.y -= 2

    def table(s, rows, ws, size=8, head=0, pad=3):
        p, n = placed(rows); tot = s.w - 2 * s.m; k = tot / sum(ws); xs = [s.m]
        for w in ws: xs.append(xs[-1] + w * k)
        H = [size + 2 * pad] * len(rows); tx = {}
        for y, x, c in p:
            L = wrap(c.t, xs[x + c.cs] - xs[x] - 4, size); tx[(y, x)] = L
            if c.rs == 1: H[y] = max(H[y], len(L) * size * 1.25 + 2 * pad)
        for y, x, c in p:
            need = len(tx[(y, x)]) * size * 1.25 + 2 * pad; have = sum(H[y:y + c.rs])
            if c.rs > 1 and need > have:
                for j in range(c.rs): H[y + j] += (need - have) / c.rs
        i = 0; first = True
        while i < len(rows):
            lead = list(range(head)) if (s.repeat and not first) else []
            if first: lead = []
            avail = s.y - s.m - 10; used = sum(H[j] for j in lead); j = i
            while j < len(rows) and used + H[j] <= avail: used += H[j]; j += 1
            if j == i or (first and j < min(len(rows), head + 1)):
                s.new(); continue
            s.band(p, tx, H, xs, lead + list(range(i, j)), size); first = False; i = j
            if i < len(rows): s.new()
        s.y -= 8

    def band(s, p, tx, H, xs, ys, size):
        top = {}; y = s.y
        for r in ys: top[r] = y; y -= H[r]
        end = y
        for r0, x, c in p:
            in_ = [r for r in range(r0, r0 + c.rs) if r in top]
            if not in_: continue
            t, b = top[in_[0]], top[in_[-1]] - H[in_[-1]]; l, rr = xs[x], xs[x + c.cs]
            if s.rules == 'lines':
                s.p.line(l, t, rr, t); s.p.line(l, b, rr, b); s.p.line(l, t, l, b); s.p.line(rr, t, rr, b)
            elif s.rules == 'rects':
                s.p.rect(l, t - .3, rr - l, .6); s.p.rect(l, b - .3, rr - l, .6); s.p.rect(l - .3, b, .6, t - b); s.p.rect(rr - .3, b, .6, t - b)
            elif s.rules == 'h': s.p.line(l, b, rr, b)
            if len(in_) < c.rs and not (len(in_) * 2 > c.rs or len(in_) * 2 == c.rs and r0 in in_): continue      # a cut cell has its text in its larger part
            L = tx[(r0, x)]; hh = len(L) * size * 1.25; ty = (t + b) / 2 + hh / 2
            for q in L:
                px = (l + rr) / 2 - tw(q, size) / 2
                if s.align == 'right' and c.k == 'n': px = rr - 3 - tw(q, size)
                if s.align == 'left' : px = l + 2
                s.put(px, ty - size, q, size); ty -= size * 1.25
        s.y = end


def fill(r, f, a3=None, w3=None, land=None):
    r.by_printed = False
    f.para(r.title, 15, center=True); f.para(r.intro)
    f.para(r.heads[0])
    for t in r.sec['overview']: f.para(t)
    f.para(r.heads[1]); f.table(t2_one(r), [1] * 12)
    f.para(r.heads[2])
    rows = a3 or t3(r); ws = w3 or [9, 11, 24] + [8] * 7
    if land: land(rows, ws)
    else: f.table(rows, ws, head=3)
    f.para(r.heads[3])
    if f'remedies.{REMG[0]}.total' in r.omit: f.para(r.R.choice(NOREM))
    else: f.table(t4(r), [1] * 15, 7.5)
    f.para(r.heads[4])
    for t in r.sec['problems']: f.para(t)
    f.para(r.heads[5])
    for t in r.sec['other']: f.para(t)
    if r.sign is None: r.sdate = None
    else:
        f.para(r.sign, right=True)
        if r.sdate: f.para('{}年{}月{}日'.format(*map(int, r.sdate.split('-'))), right=True)


def own(r, enc='gbk', order=None, rot=0, a3=None, w3=None, **kw):
    p = Pdf(enc); f = Flow(p, rot, **kw); fill(r, f, a3, w3); return p.out(order)


@pl('p_w_gbk_euc')
def _(r): return own(r, 'gbk')


@pl('p_w_ucs2')
def _(r): return own(r, 'ucs2', repeat=True)


@pl('p_w_rects')
def _(r): return own(r, 'ucs2', rules='rects', align='right')


@pl('p_w_unruled')
def _(r): return own(r, 'ucs2', rules='none')


@pl('p_w_unruled_left')
def _(r): return own(r, 'ucs2', rules='none', align='left')


@pl('p_w_digit_runs')
def _(r): return own(r, 'ucs2', runs=True)


@pl('p_w_double_bold')
def _(r): return own(r, 'ucs2', bold=True)


@pl('p_w_rotate90')
def _(r): return own(r, 'ucs2', rot=90)


@pl('p_w_rotate90_t3')
def _(r):
    """only table three's pages are turned"""
    p = Pdf('ucs2'); f = Flow(p)
    def land(rows, ws):
        g = Flow(p, 90, pagenum=False); g.table(rows, ws, 9, head=3); f.new()
    fill(r, f, land=land); return p.out()


@pl('p_w_shuffled')
def _(r):
    """content stream order has nothing to do with reading order"""
    k = r.R.randrange(3)
    def order(ops):
        o = list(ops)
        if k == 0: r.R.shuffle(o)
        elif k == 1: o.reverse()
        else: o.sort(key=lambda x: x[1].split(' Tm')[0].split(' ')[-2:] if x[0] == 't' else [''])
        return o
    return own(r, 'ucs2', order=order)


@pl('p_w_shuffled_unruled')
def _(r):
    def order(ops):
        o = list(ops); r.R.shuffle(o); return o
    return own(r, 'ucs2', order=order, rules='none')


@pl('p_w_hrules_pages')
def _(r):
    p = Pdf('ucs2'); f = Flow(p, rules='h'); f.m = 90; f.y = f.h - 90
    fill(r, f); return p.out()


@pl('p_w_two_up')
def _(r):
    """two A5 pages side by side on every landscape sheet"""
    p = Pdf('ucs2', 842, 595)
    class F2(Flow):
        def new(s):
            s.n += 1
            if s.n % 2: s.p.page(0)
            s.dx = 0 if s.n % 2 else 421; s.y = s.h - s.m
        def put(s, x, y, t, size): s.p.text(x + s.dx, y, t, size)
    f = F2.__new__(F2)
    f.p = p; f.rot = 0; f.rules, f.runs, f.repeat, f.bold, f.align, f.pn = 'lines', 0, 0, 0, 'center', 0
    f.w, f.h, f.m, f.n = 421, 595, 30, 0; f.new()
    class Q:
        def __getattr__(s, n): return getattr(p, n)
        def line(s, a, b, c, d): p.line(a + f.dx, b, c + f.dx, d)
    f.p = Q()
    op, ot = f.para, f.table
    f.para = lambda t, size=8.5, **k: Flow.para(f, t, min(size, 11), **k)
    f.table = lambda rows, ws, size=6, head=0, pad=2: Flow.table(f, rows, ws, 5.5, head, 2)
    fill(r, f); return p.out()
