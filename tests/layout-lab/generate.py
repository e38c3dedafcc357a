#!/usr/bin/env python3
"""Makes a corpus of annual reports in layouts that nobody listed, with truth, in the format that `pipeline eval` reads.

usage: generate.py --out DIR [--seed N] [--per-layout K] [--only NAME,…] [--kinds html,txt,docx,neg,pdf,programs,rivals,exports]
"""
import argparse
import csv
import json
import os
import random
import zlib
from concurrent.futures import ThreadPoolExecutor

import docx_files
import html_editors  # noqa: F401, its layouts register themselves
import html_systems  # noqa: F401
import html_page
import html_troubles
import no_reports
import no_reports_hard  # noqa: F401
import reports_hard  # noqa: F401
import text_dumps
import text_more  # noqa: F401
from model import make, truth
from tables import compact2, grid, t3, t4

MEDIA_TYPES = {'html': 'text/html', 'txt': 'text/plain', 'pdf': 'application/pdf', 'docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
               'xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'}


def layouts(kinds):
    """name -> (function, extension, options); PDF and text by real programs need those programs and are loaded on demand"""
    found = {}
    for source in (html_page.LAY, text_dumps.LAY, docx_files.LAY):
        found.update({name: x for name, x in source.items() if x[1] in kinds})
    if 'pdf' in kinds:
        import pdf_more
        found.update(pdf_more.LAY)
    if 'programs' in kinds:
        import text_programs
        found.update(text_programs.LAY)
    if 'rivals' in kinds:
        import docx_rivals  # noqa: F401, they register themselves
        import html_rivals  # noqa: F401
        found.update({name: x for source in (html_page.LAY, docx_files.LAY) for name, x in source.items() if name[:2] in ('r_', 'w_', 's_')})
    if 'exports' in kinds:
        import exports
        found.update(exports.LAY)
    return found


def several(R, n, ext):
    """several reports on one page"""
    year = R.choice([2021, 2022, 2023, 2024])
    reports = [make(R, form='2021', kind=kind, year=year) for kind in R.sample(['town', 'bureau', 'street', 'office'], n)]
    for r in reports:
        r.byline = r.bdate = None
        if r.title_name == r.a['tiny']:
            r.title_name = r.a['mid']
        r.title = f'{r.title_name}{year}年政府信息公开工作年度报告'
    if ext != 'html':
        tabs = lambda rows: '\n'.join('\t'.join(x) for x in grid(rows))
        return reports, b'\n\n'.join(text_dumps.doc(r, tabs(compact2(r)), tabs(t3(r)), tabs(t4(r)), by=False) for r in reports)
    body = []
    for r in reports:
        body += [f'<h2 style="text-align:center">{r.title}</h2>', *html_troubles.parts(r), '<hr/>']
    first = reports[0]
    title, first.title = first.title, f'{first.a["county"]}部门{year}年政府信息公开工作年度报告汇编'
    data = html_troubles.shell(first, '\n'.join(body)).encode()
    first.title = title
    return reports, data


def one(R, name, build, ext, options):
    """-> layout, extension, bytes, truth, form, year, notes"""
    if options.get('multi'):
        reports, data = several(R, options['multi'], ext)
        return name, ext, data, {'is_report': True, 'records': [truth(r, '', byline=False) for r in reports]}, '2021', reports[0].year, ''
    r = make(R, rare=options.get('rare', False))
    data = build(r)
    if isinstance(data, tuple):
        data, *others = data
        year_of = lambda x: truth(x, '', byline=x is r and getattr(r, 'by_printed', True), sign=x is r)
        return name, ext, data, {'is_report': True, 'records': [year_of(x) for x in (r, *others)]}, r.form, r.year, '; '.join(r.notes)
    return name, ext, data, truth(r, '', byline=getattr(r, 'by_printed', True), title=getattr(r, 'title_printed', True)), r.form, r.year, '; '.join(r.notes)


def no_report(R, name, build):
    data, ext = build(make(R, noise=False))
    return 'n_' + name, ext, data, {'is_report': False}, '', '', name


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    arguments.add_argument('--out', required=True)
    arguments.add_argument('--seed', type=int, default=1)
    arguments.add_argument('--per-layout', type=int, default=2)
    arguments.add_argument('--only')
    arguments.add_argument('--kinds', default='html,txt,docx,neg')
    o = arguments.parse_args()
    kinds = o.kinds.split(',')
    wanted = (lambda name: name in o.only.split(',')) if o.only else (lambda name: True)
    # Every document has a dice of its own, so that leaving layouts out changes no other document.
    dice = lambda *key: random.Random(zlib.crc32('/'.join(map(str, (o.seed, *key))).encode()))
    jobs = [(one, dice(name, i), name, *layout) for name, layout in layouts(kinds).items() if wanted(name) for i in range(o.per_layout)]
    if 'neg' in kinds:
        jobs += [(no_report, dice('neg', name, i), name, build) for name, build in no_reports.NEG.items() if wanted('n_' + name) for i in range(o.per_layout)]
    os.makedirs(o.out + '/truth', exist_ok=True)
    with ThreadPoolExecutor(2) as workers, open(o.out + '/manifest.csv', 'w', encoding='utf-8', newline='') as target:
        manifest = csv.writer(target)
        manifest.writerow('id,file,media_type,layout,form,year,is_report,notes'.split(','))
        for n, (layout, ext, data, t, form, year, notes) in enumerate(workers.map(lambda job: job[0](*job[1:]), jobs), 1):
            t['id'] = f'x{n:04d}'
            with open(f'{o.out}/{t["id"]}.{ext}', 'wb') as document:
                document.write(data)
            with open(f'{o.out}/truth/{t["id"]}.json', 'w', encoding='utf-8') as file:
                json.dump(t, file, ensure_ascii=False, indent=1)
            manifest.writerow([t['id'], f'{t["id"]}.{ext}', MEDIA_TYPES[ext], layout, form, year, 'true' if t['is_report'] else 'false', notes])
    print(len(jobs), 'documents in', o.out)


if __name__ == '__main__':
    main()
