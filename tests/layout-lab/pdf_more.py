"""PDF layouts: what else producers do to a page: drawn rules of every kind, odd boxes and turns of the page, text in pieces."""
import re
from pdf_writer import *


class More(Pdf):
    """the writer, with boxes of the page that do not begin at zero, user units, turns, and text and rules in pieces"""
    def __init__(s, enc='ucs2', origin=(0, 0), crop=0, unit=1, turn=0, text=None, line=None, before='', **kw):
        super().__init__(enc, **kw); s.origin, s.crop, s.unit, s.turn, s.text_, s.line_, s.before = origin, crop, unit, turn, text, line, before

    def text(s, x, y, t, size):
        if not t: return
        if s.text_: s.pages[-1][1].append(('t', s.text_(s, x, y, t, size)))
        else: super().text(x, y, t, size)

    def line(s, *a):
        if s.line_: s.pages[-1][1].append(('l', s.line_(*a)))
        else: super().line(*a)

    def out(s, order=None):
        """as the writer's, the page's coordinates mapped by a matrix in front of its content"""
        W, H, k = s.W, s.H, 1 / s.unit
        m = {0: (1, 0, 0, 1, 0, 0), 90: (0, 1, -1, 0, H, 0), 180: (-1, 0, 0, -1, W, H), 270: (0, -1, 1, 0, 0, W)}[s.turn]
        w, h = (H, W) if s.turn in (90, 270) else (W, H)
        x, y = s.origin; c = s.crop
        m = [m[0] * k, m[1] * k, m[2] * k, m[3] * k, (m[4] + c) * k + x, (m[5] + c) * k + y]
        box = [x, y, x + (w + 2 * c) * k, y + (h + 2 * c) * k]
        crop = [x + c * k, y + c * k, x + (w + c) * k, y + (h + c) * k]
        for p in s.pages: p[1].insert(0, ('l', ' '.join(f'{v:.4f}' for v in m) + ' cm ' + s.before))
        data = super().out(order)
        media = f'/MediaBox[{" ".join(f"{v:.2f}" for v in box)}]/CropBox[{" ".join(f"{v:.2f}" for v in crop)}]'
        if s.turn: media += f'/Rotate {s.turn}'
        if s.unit != 1: media += f'/UserUnit {s.unit}'
        return rebuilt(data, f'/MediaBox[0 0 {s.W} {s.H}]', media)


def rebuilt(data, old, new):
    """the file with its objects' offsets counted anew"""
    data = data.replace(old.encode(), new.encode())
    head, rest = data[:data.index(b'xref\n')], data[data.index(b'trailer'):]
    starts = {int(m[1]): m.start() for m in re.finditer(rb'(?<=\n)(\d+) 0 obj\n', head)}
    n = max(starts) + 1
    table = b'xref\n0 %d\n0000000000 65535 f \n' % n + b''.join(b'%010d 00000 n \n' % starts[i] for i in range(1, n))
    return head + table + re.sub(rb'startxref\n\d+', b'startxref\n%d' % len(head), rest)


def made(r, flow=None, a3=None, w3=None, **kw):
    p = More(**kw); f = (flow or Flow)(p); fill(r, f, a3, w3); return p.out()


def pieces(length, gap):
    def line(x1, y1, x2, y2):
        n = max(1, round((abs(x2 - x1) + abs(y2 - y1)) / (length + gap))); o = ['.5 w']
        for i in range(n):
            a, b = i / n, (i + length / (length + gap)) / n
            o.append(f'{x1 + (x2 - x1) * a:.2f} {y1 + (y2 - y1) * a:.2f} m {x1 + (x2 - x1) * b:.2f} {y1 + (y2 - y1) * b:.2f} l S')
        return ' '.join(o)
    return line


@pl('p_m_dashes')
def _(r):
    """every dash is a line of its own"""
    return made(r, line=pieces(2, 2))


@pl('p_m_abutting')
def _(r):
    """rules of short pieces that touch"""
    return made(r, line=pieces(5, 0))


@pl('p_m_dash_pattern')
def _(r): return made(r, before='[3 2] 0 d')


@pl('p_m_image_rules')
def _(r):
    """rules are black pictures of one dot, stretched"""
    def line(x1, y1, x2, y2):
        w, h = max(x2 - x1, .6), max(abs(y2 - y1), .6)
        return f'q {w:.2f} 0 0 {h:.2f} {x1:.2f} {min(y1, y2):.2f} cm BI /W 1 /H 1 /CS /G /BPC 8 ID   EI Q'
    return made(r, line=line)


@pl('p_m_media_origin')
def _(r): return made(r, origin=(-100, 250))


@pl('p_m_crop')
def _(r): return made(r, origin=(30, 40), crop=60)


@pl('p_m_user_unit')
def _(r): return made(r, unit=2)


@pl('p_m_rotate270')
def _(r): return made(r, turn=270)


@pl('p_m_rotate180')
def _(r): return made(r, turn=180)


def glyphs(gap=0.0, jitter=0.0):
    def text(s, x, y, t, size):
        o = [f'BT /F1 {size} Tf']
        for i, c in enumerate(t):
            o.append(f'1 0 0 1 {x:.2f} {y + jitter * (i % 2):.2f} Tm <{s.hexs(c)}> Tj'); x += tw(c, size) + gap
        return ' '.join(o) + ' ET'
    return text


@pl('p_m_glyph_each')
def _(r):
    """every glyph is placed by itself"""
    return made(r, text=glyphs())


@pl('p_m_spaced')
def _(r):
    """characters spaced apart, as justified text and fitted cells are"""
    def text(s, x, y, t, size):
        g = size * (.1 if t.replace(',', '').replace('.', '').isdigit() else .3 if len(t) < 8 else .08)
        return f'BT /F1 {size} Tf {g:.2f} Tc 1 0 0 1 {x:.2f} {y:.2f} Tm <{s.hexs(t)}> Tj ET'
    return made(r, text=text)


@pl('p_m_kerned')
def _(r):
    """kerning splits every run; a digit may be followed by a wide step"""
    def text(s, x, y, t, size):
        return f'BT /F1 {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm [' + ' '.join(f'<{s.hexs(c)}> {r.R.choice([-20, 30, -90, 60])}' for c in t) + '] TJ ET'
    return made(r, text=text)


class Fills(Flow):
    """cells are filled boxes with white between them, no rule is drawn"""
    def band(s, p, tx, H, xs, ys, size):
        top = {}; y = s.y
        for q in ys: top[q] = y; y -= H[q]
        for r0, x, c in p:
            in_ = [q for q in range(r0, r0 + c.rs) if q in top]
            if not in_: continue
            t, b = top[in_[0]], top[in_[-1]] - H[in_[-1]]
            shade = '.75 .82 .92' if c.k == 'h' else '.93 .95 .98'
            s.p.pages[-1][1].append(('l', f'{shade} rg {xs[x] + .5:.2f} {b + .5:.2f} {xs[x + c.cs] - xs[x] - 1:.2f} {t - b - 1:.2f} re f 0 g'))
        s.rules = 'none'; super().band(p, tx, H, xs, ys, size)


@pl('p_m_filled_cells')
def _(r): return made(r, Fills)


class Overlaid(Flow):
    """the page number stands within the table's last row, small, where the table runs to the edge of the page"""
    def band(s, p, tx, H, xs, ys, size):
        is_last = s.y - sum(H[q] for q in ys) < s.m + 30
        if is_last: H[ys[-1]] += 22
        super().band(p, tx, H, xs, ys, size)
        if is_last: s.p.text(s.w / 2 - 8, s.y + 2, f'第 {s.n} 页', 6); H[ys[-1]] -= 22


@pl('p_m_number_inside')
def _(r):
    p = More(); f = Overlaid(p, pagenum=False); f.m = 40; f.y = f.h - 40; fill(r, f); return p.out()


class OtherWidths(Flow):
    """the table goes on after a page break with other column widths"""
    def band(s, p, tx, H, xs, ys, size):
        if ys and ys[0] > 0:
            n = len(xs) - 1; d = (xs[-1] - xs[0]) / n * .25
            xs = [xs[0]] + [x + d * (1 - abs(2 * i / n - 1)) for i, x in enumerate(xs[1:-1], 1)] + [xs[-1]]
        super().band(p, tx, H, xs, ys, size)


@pl('p_m_other_widths')
def _(r): return made(r, OtherWidths)


@pl('p_m_footnotes')
def _(r):
    """small raised marks behind figures and labels, notes at the end of the page"""
    def text(s, x, y, t, size):
        base = f'BT /F1 {size} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm <{s.hexs(t)}> Tj ET'
        if size < 9 and r.R.random() < .06 and len(t) < 8: base += f' BT /F1 {size * .55:.1f} Tf 1 0 0 1 {x + tw(t, size) + .3:.2f} {y + size * .45:.2f} Tm <{s.hexs(r.R.choice(["①", "②", "注", "[1]"]))}> Tj ET'
        return base
    return made(r, text=text)


@pl('p_m_scan_layer')
def _(r):
    """a picture of the page with the recognised text, invisible, over it: no rule is drawn, words jitter"""
    def text(s, x, y, t, size):
        j = lambda a: r.R.uniform(-a, a)
        return f'BT 3 Tr /F1 {size + j(.4):.1f} Tf 1 0 0 1 {x + j(.6):.2f} {y + j(.6):.2f} Tm <{s.hexs(t)}> Tj ET'
    return made(r, text=text, line=lambda *a: "", before="q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID ~ EI Q")


class ThreeLine(Flow):
    """rules above the head, below it and at the end only"""
    def band(s, p, tx, H, xs, ys, size):
        top = s.y; s.rules = 'none'; super().band(p, tx, H, xs, ys, size)
        for y in (top, top - sum(H[q] for q in ys if q < 3), s.y): s.p.line(xs[0], y, xs[-1], y)


@pl('p_m_three_lines')
def _(r): return made(r, ThreeLine)


class Uprights(Flow):
    """upright rules only"""
    def band(s, p, tx, H, xs, ys, size):
        top = s.y; s.rules = 'none'; super().band(p, tx, H, xs, ys, size)
        for x in xs[2:] if len(xs) > 4 else xs: s.p.line(x, s.y, x, top)


@pl('p_m_uprights')
def _(r): return made(r, Uprights)


@pl('p_m_stamp_small')
def _(r):
    """slanted small text repeated over the page"""
    p = More(); f = Flow(p); fill(r, f)
    for page in p.pages:
        for x in range(40, 560, 150):
            for y in range(60, 800, 110):
                page[1].append(('t', f'.8 g BT /F1 11 Tf .866 .5 -.5 .866 {x} {y} Tm <{p.hexs("政务公开2024")}> Tj ET 0 g'))
    return p.out()


@pl('p_m_watermark_level')
def _(r):
    """large pale text, level, behind the tables"""
    p = More(); f = Flow(p); fill(r, f)
    for page in p.pages: page[1].insert(0, ('t', f'.85 g BT /F1 60 Tf 1 0 0 1 60 {r.R.randint(200, 600)} Tm <{p.hexs("政府信息公开")}> Tj ET 0 g'))
    return p.out()


@pl('p_m_unruled_blank')
def _(r):
    """no rules, and zeros left blank"""
    for k, v in r.num.items():
        if v == 0: r.print[k] = ''
    return made(r, type('F', (Flow,), {'__init__': lambda s, p: Flow.__init__(s, p, rules=r.R.choice(['none', 'h']))}))


@pl('p_css_head_lines')
def _(r):
    """level rules, shaded head, figures to the right"""
    return chromium(doc(r, '*{-webkit-print-color-adjust:exact}td{border:none;border-bottom:1px solid #bbb;text-align:right;padding:4px 6px}tr:first-child td{background:#eee}', table(t2_one(r), ''), table(t3(r), ''), table(t4(r), '')))


@pl('p_css_cell_boxes')
def _(r): return chromium(doc(r, 'table{border-collapse:separate;border-spacing:3px}td{border:1px solid #999;border-radius:3px}'))


@pl('p_css_justified')
def _(r): return chromium(doc(r, 'td{text-align:justify;text-align-last:justify;letter-spacing:.5px}p{text-align:justify;letter-spacing:1px}', None, colw(t3(r), W3)))


@pl('p_css_wide_pages')
def _(r):
    """the table in the middle of a page, narrow, with rows broken over pages and labels in many lines"""
    return chromium(doc(r, '@page{size:A5;margin:14mm 12mm}td{padding:6px 1px}', None, colw(t3(r), [8, 8, 14] + [10] * 7), colw(t4(r), [6.6] * 15)))
