"""More text: rows as sentences, data frames, folded lines, signs of other markups."""
from text_dumps import *


def leaf(r):
    return [(rid, p[-1] if len(p) < 3 else p[1] + p[2]) for rid, p in r.rows3]


@tl('t_row_sentences')
def _(r):
    """each row of tables three and four as a sentence of names and figures"""
    noblank(r, r.R.choice(['/', '-']))
    sep, join, end = r.R.choice([('', '，', '。'), ('：', '，', '。'), ('', '、', '；'), (' ', '，', '。')])
    line = lambda name, pairs: name + '：' + join.join(f'{a}{sep}{b}' for a, b in pairs) + end
    a3 = '\n'.join(line(p[-1] if len(p) < 3 else p[1] + p[2], [(r.colname[k], P(r, f'applications.{rid}.{k}')) for k in COLS]) for rid, p in r.rows3)
    a4 = '\n'.join(line(n, [(a, P(r, f'remedies.{g}.{k}')) for a, k in zip(r.remname, REM)]) for g, n in zip(REMG, ['行政复议', '未经复议直接起诉', '复议后起诉']))
    return doc(r, '\n'.join('\t'.join(x) for x in grid(compact2(r))), a3, a4)


@tl('t_data_frame_csv')
def _(r):
    """a data frame saved: an index column, blanks as NaN, whole numbers as floats where a column has blanks"""
    gap = r.R.choice(['NaN', 'nan', ''])
    def f(rows):
        g = grid(rows, True)
        o = [',' + ','.join(str(i) for i in range(len(g[0])))]
        return '\n'.join(o + [f'{i},' + ','.join((f'"{x}"' if ',' in x else x) or gap for x in row) for i, row in enumerate(g)])
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_data_frame_print')
def _(r):
    """a data frame printed: padded columns, an index, NaN for blanks"""
    def f(rows):
        g = [[x or 'NaN' for x in row] for row in grid(rows, True)]
        g = [['', *[str(i) for i in range(len(g[0]))]]] + [[str(i), *row] for i, row in enumerate(g)]
        W = [max(wid(x) for x in c) for c in zip(*g)]
        return '\n'.join('  '.join(' ' * (w - wid(x)) + x for x, w in zip(row, W)) for row in g)
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_bare_pipes')
def _(r):
    """a converter's tables: pipes between cells only, a rule of dashes below the first row"""
    def f(rows):
        g = grid(rows)
        return '\n'.join(' | '.join(x or ' ' for x in row).rstrip() if i != 1 else '|'.join(['---'] * len(row)) + '\n' + ' | '.join(x or ' ' for x in row) for i, row in enumerate(g))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)), md=True, blank=True)


@tl('t_broken_cells')
def _(r):
    """tabs between cells, line breaks within label cells kept as they were"""
    def brk(t):
        return t[:len(t) // 2] + '\n' + t[len(t) // 2:] if len(t) > 9 and r.R.random() < .4 else t
    f = lambda rows: '\n'.join('\t'.join(brk(c.t) if c.k == 'h' else c.t for c in row) for row in rows)
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_quoted_cells')
def _(r):
    """tab separated with quotes around cells that hold line breaks"""
    def q(t): return f'"{t[:6]}\n{t[6:]}"' if len(t) > 9 and r.R.random() < .5 else t
    f = lambda rows: '\n'.join('\t'.join(q(x) if not x[:1].isdigit() else x for x in row) for row in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_equals_pairs')
def _(r):
    """row = figures by name"""
    noblank(r, '-')
    eq, s = r.R.choice([('=', ' '), ('=', ', '), ('＝', '；'), (':', ' | '), ('：', ' / ')])
    g = lambda pairs: s.join(f'{a}{eq}{b}' for a, b in pairs)
    a3 = '\n'.join(f'{n} -> ' + g([(r.colname[k], P(r, f'applications.{rid}.{k}')) for k in COLS]) for rid, n in leaf(r))
    a4 = '\n'.join(f'{n} -> ' + g([(a, P(r, f'remedies.{x}.{k}')) for a, k in zip(r.remname, REM)]) for x, n in zip(REMG, ['行政复议', '未经复议直接起诉', '复议后起诉']))
    return doc(r, '\n'.join('\t'.join(x) for x in grid(compact2(r))), a3, a4)


@tl('t_asciidoc')
def _(r):
    f = lambda rows: '|===\n' + '\n'.join(' '.join('|' + (x + ' ' if x else ' ') for x in row) for row in grid(rows)) + '\n|==='
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_thin_bars')
def _(r):
    s = r.R.choice(['│', '┃', '¦', '‖', ' │ ', '∣'])
    f = lambda rows: '\n'.join(s.join(row) for row in grid(rows))
    return doc(r, f(compact2(r)), f(t3(r)), f(t4(r)))


@tl('t_two_spaces')
def _(r):
    """two spaces between cells, whatever their columns; empty cells leave nothing"""
    noblank(r, '-')
    f = lambda rows: '\n'.join('  '.join(x for x in row if x) for row in grid(rows))
    return doc(r, f(compact2(r)), f(leaf_rows(r)), f(t4_stacked(r)))


@tl('t_repeated_header')
def _(r):
    """page header and table header again every few rows, a page number between"""
    n = r.R.choice([6, 9, 14])
    tab = lambda rows: '\n'.join('\t'.join(x) for x in grid(rows))
    a3 = []
    for i in range(0, len(r.rows3), n):
        a3.append(tab(t3_head(r, COLS) + t3(r, rows=r.rows3[i:i + n], head=False)))
    return doc(r, tab(compact2(r)), f'\n- {r.R.randint(3, 9)} -\n{r.title}\n'.join(a3) if r.R.random() < .5 else '\n— 5 —\n'.join(a3), tab(t4(r)))
