"""Text layouts made by real programs from our HTML, DOCX and PDF."""
import os, shutil, subprocess, tempfile
import docx_files, pdf_pages, pdf_writer
from tables import *
from text_dumps import doc
LAY = {}


def tt(name, **kw):
    def d(f): LAY[name] = (f, 'txt', kw); return f
    return d


def sh(data, ext, *cmd):
    d = tempfile.mkdtemp(prefix='lab')
    try:
        f = f'{d}/a.{ext}'; open(f, 'wb').write(data)
        return subprocess.run([x.replace('@', f) for x in cmd], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120, cwd=d, env=dict(os.environ, LANG='C.UTF-8', HOME=d)).stdout
    finally: shutil.rmtree(d, ignore_errors=True)


def simple(r):
    """a bare page: title, byline, sections"""
    return pdf_pages.doc(r).encode()


@tt('x_pdftotext_layout')
def _(r): return sh(pdf_writer.own(r, 'ucs2'), 'pdf', 'pdftotext', '-layout', '@', '-')


@tt('x_pdftotext_raw')
def _(r):
    noblank(r)
    return sh(pdf_writer.own(r, 'ucs2'), 'pdf', 'pdftotext', '-raw', '@', '-')


@tt('x_pdftotext_layout_chromium')
def _(r): return sh(pdf_pages.chromium(pdf_pages.doc(r, '', None, pdf_pages.colw(t3(r), pdf_pages.W3), None)), 'pdf', 'pdftotext', '-layout', '-nopgbrk', '@', '-')


@tt('x_w3m')
def _(r): return sh(simple(r), 'html', 'w3m', '-dump', '-cols', r.R.choice(['120', '160', '200']), '-O', 'UTF-8', '-T', 'text/html', '@')


@tt('x_lynx')
def _(r):
    noblank(r, '/')
    return sh(simple(r), 'html', 'lynx', '-dump', '-nolist', '-width=160', '-display_charset=utf-8', '@')


@tt('x_elinks')
def _(r): return sh(simple(r), 'html', 'elinks', '-dump', '1', '-dump-width', '200', '-dump-charset', 'utf-8', '@')


@tt('x_pandoc_plain')
def _(r): return sh(simple(r), 'html', 'pandoc', '-f', 'html', '-t', 'plain', '--wrap=none', '@')


@tt('x_pandoc_md')
def _(r): return sh(simple(r), 'html', 'pandoc', '-f', 'html', '-t', 'markdown', '--wrap=none', '@')


@tt('x_pandoc_gfm')
def _(r): return sh(simple(r), 'html', 'pandoc', '-f', 'html', '-t', 'gfm', '@')


@tt('x_pandoc_docx_plain')
def _(r): return sh(docx_files.pack(''.join(docx_files.flow(r))), 'docx', 'pandoc', '-f', 'docx', '-t', 'plain', '@')


@tt('x_office_txt')
def _(r):
    d = tempfile.mkdtemp(prefix='lab')
    try:
        open(d + '/a.docx', 'wb').write(docx_files.pack(''.join(docx_files.flow(r))))
        subprocess.run(['soffice', f'-env:UserInstallation=file://{d}/u', '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', d, d + '/a.docx'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=180)
        return open(d + '/a.txt', 'rb').read()
    finally: shutil.rmtree(d, ignore_errors=True)
