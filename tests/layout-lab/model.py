"""Report model: numbers, wording, prose, authority, noise."""
import sys, json, pathlib, random
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import declared_forms
COLS = ['natural_person', 'commercial', 'research', 'social', 'legal_service', 'other', 'total']
COLNAME = {'natural_person': '自然人', 'commercial': '商业企业', 'research': '科研机构', 'social': '社会公益组织', 'legal_service': '法律服务机构', 'other': '其他', 'total': '总计'}
RES = {f: declared_forms.addends(f, 'handled_total') for f in ('2021', '2019')}
FORM_IDS = {f: [c['id'] for c in declared_forms.cells(f)] for f in ('2021', '2019')}
G = '本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和'
REM = ['upheld', 'corrected', 'other', 'pending', 'total']
REMNAME = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
REMG = ['reconsideration', 'litigation_direct', 'litigation_after']

DEN = ['属于国家秘密', '其他法律行政法规禁止公开', '危及“三安全一稳定”', '保护第三方合法权益', '属于三类内部事务信息', '属于四类过程性信息', '属于行政执法案卷', '属于行政查询事项']
DENK = ['state_secret', 'law_forbids', 'security_stability', 'third_party', 'internal_affairs', 'process_information', 'enforcement_file', 'administrative_query']
UN = ['本机关不掌握相关政府信息', '没有现成信息需要另行制作', '补正后申请内容仍不明确']
UNK = ['not_held', 'needs_creation', 'still_unclear']
NP = ['信访举报投诉类申请', '重复申请', '要求提供公开出版物', '无正当理由大量反复申请', '要求行政机关确认或重新出具已获取信息']
NPK = ['petition', 'repeated', 'publication', 'excessive', 'confirm_obtained']
OH = ['申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', '其他']
OHK = ['overdue_correction', 'overdue_fee', 'other']

SYL = '沅洛漳汀颍岚桐岑郁虞嵩朔淇澜棠濂泾汶沭邢郓睢'
SYL2 = '阳平宁城泽川溪陵原安昌江丰州'
TOWN = ['石桥', '青坡', '东河口', '白塔', '柳林', '清水河', '龙泉', '大营', '上坝', '马家湾', '黄土岭', '长乐', '双河', '沙窝', '三岔', '金鸡', '云台', '福民', '洪桥', '梅岭']
STREET = ['新华', '解放路', '城关', '文昌', '和平', '滨江', '花园', '东风', '北关', '五里墩', '光明', '学府路']
BUREAU = ['自然资源局', '教育局', '司法局', '财政局', '卫生健康委员会', '市场监督管理局', '住房和城乡建设局', '人力资源和社会保障局', '水利局', '公安局', '交通运输局', '应急管理局', '发展和改革委员会', '生态环境局', '医疗保障局', '民政局', '审计局', '统计局', '乡村振兴局', '城市管理综合行政执法局', '文化广电和旅游局', '信访局']
TOPIC = ['义务教育', '安全生产', '征地补偿', '住房保障', '医疗卫生', '惠农补贴', '市场监管', '就业创业', '生态环境', '食品安全', '财政预决算', '工程建设']


class Rep:
    pass


def zi(y):
    return ''.join('〇一二三四五六七八九'[int(c)] for c in str(y))


def split(R, n, k):
    """n into k parts, sparse"""
    out = [0] * k
    if n <= 0: return out
    if n < 8:
        for _ in range(n): out[R.randrange(k)] += 1
        return out
    w = [R.random() ** 3 * (R.random() < .6) for _ in range(k)]
    w[R.randrange(k)] += .4
    s = sum(w)
    left = n
    for i in range(k):
        out[i] = int(n * w[i] / s); left -= out[i]
    out[max(range(k), key=lambda i: w[i])] += left
    return out


def authority(R, kind):
    c = R.choice(SYL) + R.choice(SYL2)
    t = {}
    if kind == 'town':
        county = c + R.choice(['县', '县', '区', '市'])
        n = R.choice(TOWN) + R.choice(['镇', '镇', '乡', '苗族乡' if R.random() < .3 else '乡'])
        t.update(county=county, full=county + n + '人民政府', mid=n + '人民政府', tiny=n, we=R.choice(['我镇', '本镇', '镇政府']) if '镇' in n else R.choice(['我乡', '本乡']))
    elif kind == 'street':
        county = c + R.choice(['区', '区', '市', '县'])
        n = R.choice(STREET) + '街道'
        t.update(county=county, full=county + (('人民政府' if R.random() < .2 else '') + n + '办事处'), mid=n + '办事处', tiny=n, we=R.choice(['我街道', '本街道', '街道']))
    elif kind == 'bureau':
        county = c + R.choice(['县', '区', '市', '市'])
        n = R.choice(BUREAU)
        t.update(county=county, full=county + n, mid=county + n, tiny=None, we=R.choice(['我局', '本机关', '本单位']) if n.endswith('局') else R.choice(['我委', '本机关', '本单位']))
    elif kind == 'gov':
        county = c + R.choice(['县', '区'])
        city = R.choice(SYL) + R.choice('阳昌州安') + '市'
        t.update(county=county, full=city + county + '人民政府', mid=county + '人民政府', tiny=county, we='我' + county[-1])
    elif kind == 'city':
        county = c + '市'
        t.update(county=county, full=county + '人民政府', mid=county + '人民政府', tiny=county, we='我市')
    elif kind == 'office':
        county = c + R.choice(['县', '区', '市'])
        t.update(county=county, full=county + '人民政府办公室', mid=county + '人民政府办公室', tiny=None, we='我办')
    elif kind == 'zone':
        county = c + R.choice(['市', '区'])
        n = R.choice(SYL) + R.choice(SYL2) + R.choice(['高新技术产业开发区', '经济技术开发区', '工业园区']) + '管理委员会'
        t.update(county=county, full=county + n, mid=n if R.random() < .5 else county + n, tiny=None, we='我委')
    elif kind == 'prov':
        county = R.choice(['江右', '岭东', '河朔', '辽海', '滇池']) + '省'
        n = R.choice(['药品监督管理局', '发展和改革委员会', '商务厅', '教育厅', '水利厅', '自然资源厅'])
        t.update(county=county, full=county + n, mid=county + n, tiny=None, we='本机关')
    return t


def make(R, form=None, kind=None, size=None, year=None, noise=True, rare=False):
    r = Rep()
    r.R = R
    r.form = form or ('2019' if R.random() < .12 else '2021')
    r.kind = kind or R.choice(['town'] * 4 + ['street'] * 2 + ['bureau'] * 5 + ['gov'] * 2 + ['city'] * 2 + ['office', 'prov', 'zone'])
    r.year = year or (R.choice([2019, 2020]) if r.form == '2019' else R.choice([2021, 2022, 2023, 2024, 2025]))
    big = r.kind in ('city', 'gov', 'prov')
    r.size = size or (R.choice(['huge', 'big', 'big', 'mid', 'small']) if big else R.choice(['zero', 'zero', 'small', 'small', 'mid', 'mid', 'big']))
    a = r.a = authority(R, r.kind)
    if rare:
        ch = R.choice('堃㙟䲁䶮㳇㮾')
        old = a['county'] if a['county'] in a['mid'] or r.kind not in ('town', 'street') else a['tiny']
        for k in ('county', 'full', 'mid', 'tiny'):
            if a[k]: a[k] = a[k].replace(old, old[0] + ch + old[1:])
    r.notes = []
    numbers(r)
    if noise and R.random() < .14: slip(r)
    wording(r)
    printing(r, noise)
    prose(r)
    return r


def numbers(r):
    R = r.R
    N = {'zero': 0, 'small': R.randint(1, 9), 'mid': R.randint(10, 120), 'big': R.randint(130, 1800), 'huge': R.randint(2000, 14000)}[r.size]
    c = r.num = {k: 0 for k in FORM_IDS[r.form]}
    carry = 0 if N == 0 else R.choice([0, 0, R.randint(0, max(1, N // 12))])
    fwd = 0 if N == 0 else min(N + carry, R.choice([0, 0, 1, R.randint(0, max(1, N // 10))]))
    def app(total, most=.85):
        nat = round(total * (most + R.random() * (1 - most))) if total > 3 else (total if R.random() < .8 else 0)
        rest = split(R, total - nat, 5)
        return [nat] + sorted(rest, reverse=True) if R.random() < .3 else [nat] + rest
    new, old = app(N), app(carry)
    tot = [a + b for a, b in zip(new, old)]
    f = [0] * 6
    for _ in range(min(fwd, 400)):
        i = R.choices(range(6), [t - x + 1e-9 for t, x in zip(tot, f)])[0]
        if f[i] < tot[i]: f[i] += 1
    done = [t - x for t, x in zip(tot, f)]
    res = {k: [0] * 6 for k in RES[r.form]}
    w = {k: R.random() ** 3 for k in res}
    w['granted'] += 2; w['unable.not_held'] += 1; w['partial'] += .5
    ks = list(res)
    dense = R.random() < .3
    for j in range(6):
        n = done[j]
        if n > 40:
            ws = [w[k] * (R.random() if dense else R.random() * (R.random() < .6)) + 1e-6 for k in ks]
            s = sum(ws); left = n
            for k, x in zip(ks, ws):
                res[k][j] = int(n * x / s); left -= res[k][j]
            res['granted'][j] += left
        else:
            for _ in range(n): res[R.choices(ks, [w[k] for k in ks])[0]][j] += 1
    def put(row, v):
        for k, x in zip(COLS, v + [sum(v)]): c[f'applications.{row}.{k}'] = x
    put('new', new); put('carried_over', old); put('handled_total', done); put('carried_forward', f)
    for k in res: put(k, res[k])
    for g in REMG:
        m = {'zero': 0, 'small': R.choice([0, 0, 1]), 'mid': R.choice([0, 0, 1, 2, 5]), 'big': R.randint(0, 30), 'huge': R.randint(10, 300)}[r.size]
        v = split(R, m, 4)
        for k, x in zip(REM, v + [m]): c[f'remedies.{g}.{k}'] = x
    L = {'zero': 30, 'small': 200, 'mid': 900, 'big': 9000, 'huge': 1200000}[r.size]
    d = lambda p=.7, l=None: R.randint(1, l or L) if R.random() < p else 0
    if r.form == '2021':
        c['disclosure.normative_documents.issued'] = d(.5, 20); c['disclosure.normative_documents.repealed'] = d(.3, 12); c['disclosure.normative_documents.in_force'] = d(.7, 160)
        if r.kind in ('city', 'prov') and R.random() < .6:
            c['disclosure.regulations.issued'] = d(.5, 4); c['disclosure.regulations.repealed'] = d(.3, 3); c['disclosure.regulations.in_force'] = d(.8, 40)
        c['disclosure.licensing.decisions'] = d(.6); c['disclosure.penalty.decisions'] = d(.6); c['disclosure.compulsion.decisions'] = d(.4, max(3, L // 10))
        c['disclosure.fees.amount_10k_cny'] = R.choice([0, 0, 0, round(R.random() * 900, R.choice([1, 2, 3])), R.randint(1, 90000), round(R.random() * 20000, 4)])
    else:
        for g in ('regulations', 'normative_documents'):
            if g[0] == 'n' or r.kind in ('city', 'prov'):
                m = d(.6, 12); c[f'disclosure.{g}.made'] = m; c[f'disclosure.{g}.published'] = R.choice([m, m, max(0, m - 1)]); c[f'disclosure.{g}.in_public_total'] = m + d(.6, 90)
        for g in ('licensing', 'other_services', 'penalty', 'compulsion', 'fees'):
            z = R.random() < .35
            c[f'disclosure.{g}.items_last_year'] = 0 if z else d(.8, 400)
            c[f'disclosure.{g}.items_change'] = 0 if z else R.choice([0, 0, R.randint(1, 20), -R.randint(1, 20)])
            if g != 'fees': c[f'disclosure.{g}.decisions'] = 0 if z else d(.8)
        if R.random() < .6:
            c['disclosure.procurement.projects'] = R.randint(1, 60)
            c['disclosure.procurement.amount_cny'] = R.choice([R.randint(10000, 9000000), round(R.random() * 1e7, 2)])


def slip(r):
    R, c = r.R, r.num
    s = R.choice(['row_total', 'new_total', 'handled_total', 'wrong_column', 'stray_one', 'forgot_forward', 'remedy_total', 'remedy_total'])
    bump = R.choice([1, 1, -1, 2, 10])
    if s == 'row_total':
        k = f"applications.{R.choice(['granted', 'unable.not_held', 'partial'])}.total"; c[k] = max(0, c[k] + bump)
    elif s == 'new_total': c['applications.new.total'] = max(0, c['applications.new.total'] + bump)
    elif s == 'handled_total': c['applications.handled_total.total'] = max(0, c['applications.handled_total.total'] + bump)
    elif s == 'wrong_column':
        row = R.choice(RES[r.form]); a, b = R.sample(COLS[:6], 2); p = f'applications.{row}.'
        c[p + a], c[p + b] = c[p + b], c[p + a]
    elif s == 'stray_one': c[f'applications.{R.choice(RES[r.form])}.{R.choice(COLS[:6])}'] += 1
    elif s == 'forgot_forward':
        for k in COLS: c[f'applications.carried_forward.{k}'] = 0
    else: c[f'remedies.{R.choice(REMG)}.total'] += R.choice([1, 2])
    r.notes.append('slip=' + s)


def wording(r):
    R = r.R
    num = R.choice(['{}.', '{}.', '{}.', '{}、', '{}．', '({})', '（{}）'])
    par = R.choice(['（{}）', '（{}）', '({})', '（{}） '])
    r.par = par
    if num in ('({})', '（{}）') and '(' in par or '（' in par and num[0] in '(（': num = '{}.'
    n = lambda i, t: num.format(i) + t
    p = lambda i, t: par.format('一二三四五六七'[i - 1]) + t
    den = list(DEN)
    if R.random() < .15: den[1] = '其他法律、行政法规禁止公开'
    den[2] = R.choice([den[2]] * 4 + ['危及"三安全一稳定"', '危及三安全一稳定', '危及「三安全一稳定」'])
    np_ = list(NP); oh = list(OH)
    if R.random() < .1: np_[2] = '要求提供公开出版物的'
    if R.random() < .1: oh[0] = '申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请'
    if R.random() < .08: den[0] = '属于国家秘密的'
    part = R.choice(['部分公开（区分处理的，只计这一情形，不计其他情形）'] * 5 + ['部分公开(区分处理的,只计这一情形,不计其他情形)', '部分公开'])
    r.fw = R.choice(['四、结转下年度继续办理'] * 5 + ['四、结转下一年度继续办理', '四、结转下年度继续办理数量'])
    r.first = R.choice(['一、本年新收政府信息公开申请数量'] * 5 + ['一、本年度新收政府信息公开申请数量', '一、本年新收政府信息公开申请数'])
    r.second = R.choice(['二、上年结转政府信息公开申请数量'] * 5 + ['二、上年度结转政府信息公开申请数量'])
    r.third = R.choice(['三、本年度办理结果'] * 5 + ['三、本年度办理情况', '三、本年办理结果'])
    rows = [('new', (r.first,)), ('carried_over', (r.second,)), ('granted', (r.third, p(1, '予以公开'))), ('partial', (r.third, p(2, part)))]
    rows += [('denied.' + k, (r.third, p(3, '不予公开'), n(i + 1, t))) for i, (k, t) in enumerate(zip(DENK, den))]
    rows += [('unable.' + k, (r.third, p(4, '无法提供'), n(i + 1, t))) for i, (k, t) in enumerate(zip(UNK, UN))]
    rows += [('not_processed.' + k, (r.third, p(5, '不予处理'), n(i + 1, t))) for i, (k, t) in enumerate(zip(NPK, np_))]
    if r.form == '2021': rows += [('other_handling.' + k, (r.third, p(6, '其他处理'), n(i + 1, t))) for i, (k, t) in enumerate(zip(OHK, oh))]
    else: rows += [('other_handling', (r.third, p(6, '其他处理')))]
    rows += [('handled_total', (r.third, p(7, R.choice(['总计'] * 5 + ['合计'])))), ('carried_forward', (r.fw,))]
    r.rows3 = rows
    r.colname = dict(COLNAME)
    if R.random() < .06: r.colname['social'] = '公益组织'
    if R.random() < .06: r.colname['total'] = '合计'
    if R.random() < .05: r.colname['commercial'] = '企业'
    r.nd = R.choice(['行政规范性文件', '行政规范性文件', '规范性文件']) if r.form == '2021' else '规范性文件'
    r.dec = R.choice(['本年处理决定数量'] * 4 + ['处理决定数量'])
    r.fee = R.choice(['本年收费金额（单位：万元）'] * 4 + ['本年收费金额(单位:万元)', '本年收费金额（万元）'])
    b = R.choice(['（{}）', '（{}）', '({})'])
    r.art = {i: '第二十条第' + b.format(i) + '项' for i in '一五六八九'}
    g = R.choice([G] * 3 + [G.replace('，', ''), G.replace('：', ':').replace('，', ',')])
    r.corner = R.choice(['（' + g + '）', '（' + g + '）', '(' + g + ')', g])
    x = R.random()
    if x < .1: r.corner = ''; r.notes.append('empty 勾稽 cell')
    elif x < .16: r.corner = '项目'
    r.remname = list(REMNAME)
    r.remg = ['行政复议', '未经复议直接起诉', '复议后起诉']


def fw_digits(s):
    return s.translate({ord(str(i)): 0xFF10 + i for i in range(10)})


def printing(r, noise):
    R = r.R
    z = {}
    style = None; scope = None
    if noise and R.random() < .3:
        style = R.choice(['', '', '', '-', '—', '——', '/', '/', '无', '－'])
        scope = R.choice(['all', 'all', 'some', 't4', 't2', 'fee'])
        r.notes.append(f"zero={style or 'blank'}({scope})")
    fwd = noise and R.random() < .06
    suf = noise and R.random() < .06
    thou = noise and R.random() < .3
    feeu = noise and R.random() < .12
    r.print = {}
    for k, v in r.num.items():
        if v == 0 and style is not None:
            hit = scope == 'all' or scope == 'some' and R.random() < .35 or scope == 't4' and k.startswith('rem') or scope == 't2' and k.startswith('disc') or scope == 'fee' and '.fees.' in k
            if hit: r.print[k] = style; continue
        s = f'{v:,}' if thou else str(v)
        if isinstance(v, float): s = f'{v:.4f}'.rstrip('0').rstrip('.'); s = (f'{int(v):,}' + s[s.index('.'):] if thou and '.' in s else s)
        if 'items_change' in k and v > 0 and R.random() < .15: s = '+' + s
        if fwd: s = fw_digits(s)
        elif suf and not k.startswith('applications') and '.fees.' not in k and 'amount' not in k: s += '件'
        elif suf and 'applications' in k and v: s += '件'
        if feeu and k == 'disclosure.fees.amount_10k_cny': s += '万元'
        r.print[k] = s
    if fwd: r.notes.append('full-width digits')
    if suf: r.notes.append('suffix 件')
    if thou and any(',' in s for s in r.print.values()): r.notes.append('thousands')
    r.omit = set()
    if noise and R.random() < .07:
        o = R.choice(['regulations', 'remedies'])
        if o == 'regulations' and all(r.num[k] == 0 for k in r.num if k.startswith('disclosure.regulations')):
            r.omit |= {k for k in r.num if k.startswith('disclosure.regulations')}; r.notes.append('omitted regulations')
        elif o == 'remedies' and r.size in ('zero', 'small') and all(v == 0 for k, v in r.num.items() if k.startswith('rem')):
            r.omit |= {k for k in r.num if k.startswith('rem')}; r.notes.append('omitted remedies')


def prose(r):
    R, a, y, we = r.R, r.a, r.year, r.a['we']
    N = r.num['applications.new.total']
    rr = R.randint
    form_ = R.choice(['full', 'mid', 'mid', 'tiny'])
    tname = a[form_] or a['mid']
    r.title_name = tname
    r.title = R.choice([f'{tname}{y}年政府信息公开工作年度报告', f'{y}年{tname}政府信息公开工作年度报告', f'{tname}{y}年度政府信息公开工作年度报告', f'{tname}政府信息公开工作年度报告（{y}年）', f'{tname}{y}年政府信息公开年度报告', f'{tname} {y} 年政府信息公开工作年度报告', f'{tname}{y}年度政府信息公开工作报告', f'{y}年度{tname}政府信息公开工作年度报告'])
    if R.random() < .04: r.title = f'{tname}{zi(y)}年政府信息公开工作年度报告'
    r.byline = R.choice([a['full'], a['full'], a['mid'], None, None])
    r.sign = R.choice([a['full'], a['mid'], None, None])
    m, d = R.choice([(1, rr(3, 31)), (1, rr(3, 31)), (2, rr(1, 25)), (3, rr(1, 31))])
    r.pub = f'{y+1}-{m:02d}-{d:02d}'
    r.bdate = r.pub if R.random() < .8 else None
    r.sdate = r.pub if (R.random() < .8 and r.sign) else None
    act = '《中华人民共和国政府信息公开条例》'
    r.intro = R.choice([f'根据{act}（以下简称《条例》）和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》要求，编制本报告。本报告中所列数据的统计期限自{y}年1月1日起至{y}年12月31日止。',
        f'按照{act}第五十条规定，现公布{y}年政府信息公开工作年度报告。如有疑问，请与党政办公室联系（地址：{a["county"]}人民路{rr(1,300)}号，邮编：{rr(100000,699999)}，电话：0{rr(310,999)}-{rr(2000000,8999999)}）。',
        f'本报告依据{act}编制，全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、因政府信息公开工作被申请行政复议提起行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分。'])
    topics = R.sample(TOPIC, 3)
    paras = [f'（一）主动公开情况。全年通过门户网站主动公开政府信息{rr(20,3000)}条，其中{topics[0]}类{rr(1,90)}条、{topics[1]}类{rr(1,90)}条；政务新媒体推送{rr(30,900)}条，阅读量{rr(1,99)}.{rr(0,9)}万次。',
             R.choice([f'（二）依申请公开情况。{y}年，{we}共收到政府信息公开申请{N}件，均按期答复。', f'（二）依申请公开情况。全年新收政府信息公开申请{N}件，较上年{"增长" if rr(0,1) else "下降"}{rr(1,60)}.{rr(0,9)}%。', f'（二）依申请公开情况。截至12月31日，受理申请{N}件，其中网络申请{N}件、当面申请0件。']),
             f'（三）政府信息管理情况。建立信息发布台账，明确{rr(2,12)}名信息员，清理失效文件{rr(0,30)}份，整改错别字{rr(1,80)}处。',
             f'（四）平台建设情况。微信公众号关注人数{rr(900,90000)}人，全年发布{rr(50,900)}条；“12345”热线转办{rr(30,3000)}件，办结率9{rr(1,9)}.{rr(0,9)}%。',
             f'（五）监督保障情况。召开专题会议{rr(1,6)}次，组织培训{rr(1,5)}期、{rr(20,300)}人次；未发生因政府信息公开被追究责任的情形。']
    lead = R.choice([f'{y}年，{we}在上级党委、政府的坚强领导下，坚持“公开为常态、不公开为例外”，扎实推进政府信息公开各项工作。', f'{y}年，{tname}认真贯彻落实《条例》，紧扣{y}年政务公开工作要点{rr(3,8)}个方面{rr(12,40)}项任务，压实责任、细化举措。'])
    mode = R.choice(['（', '（', '1.', '一是', '一、'])
    sub = []
    for i, t in enumerate(paras):
        if mode == '1.': t = f'{i+1}.' + t[3:]
        elif mode == '一是': t = '一二三四五'[i] + '是' + t[3:].replace('情况。', '扎实有力。', 1)
        elif mode == '一、': t = '一二三四五'[i] + '、' + t[3:]
        sub.append(t)
    r.sec = {}
    r.sec['overview'] = ([lead] if R.random() < .7 else []) + sub
    pr = ['政策解读形式较为单一，以文字为主', '专栏更新不均衡，部分栏目存在空白', '业务人员变动频繁，专业能力有待提高', '公开内容的深度和广度不够，群众关注的信息占比不高']
    q = R.sample(pr, 2)
    r.sec['problems'] = R.choice([[f'（一）存在的问题。一是{q[0]}；二是{q[1]}。', f'（二）改进情况。一是加强培训，计划{y+1}年组织业务轮训{rr(1,4)}期；二是每季度自查，发现问题{rr(3,10)}个工作日内整改到位。'],
                                  [f'{y}年，{we}政府信息公开工作虽取得一定成效，但仍存在不足：{q[0]}；{q[1]}。', f'下一步，{we}将丰富解读方式，推广图文、短视频等形式，全年不少于{rr(5,40)}期。']])
    r.sec['other'] = R.choice([['无其他需要报告的事项。'], [f'{we}暂无其他需要报告的事项。'], [f'{y}年度，{we}发出信息处理费收费通知0件，实际收取0元。'], ['本年度未收取政府信息公开信息处理费。', f'{y}年承办人大建议{rr(1,20)}件、政协提案{rr(1,20)}件，办复率100%。']])
    h4 = R.choice(['政府信息公开行政复议、行政诉讼情况'] * 3 + ['因政府信息公开工作被申请行政复议、提起行政诉讼情况', '政府信息公开行政复议和行政诉讼情况'])
    names = ['总体情况', '主动公开政府信息情况', '收到和处理政府信息公开申请情况', h4, '存在的主要问题及改进情况', '其他需要报告的事项']
    nums = list('一二三四五六')
    if R.random() < .05: nums = ['一', '一', '二', '三', '四', '五']
    sep = R.choice(['、'] * 8 + ['．', '.'])
    r.heads = [n + sep + t for n, t in zip(nums, names)]
    if R.random() < .05: r.heads = names


def val(s):
    import re, unicodedata
    if s is None: return None
    t = unicodedata.normalize('NFKC', s).strip()
    if t in ('', '-', '—', '——', '/', '无', '－', '--'): return None
    t = t.replace(',', '').replace('件', '').replace('万元', '').replace('元', '').lstrip('+')
    return float(t) if '.' in t else int(t)


def truth(r, file_id, title=True, byline=True, sign=True, extra_names=()):
    """title/byline/sign say whether the layout prints them; r.gone: cell ids the layout leaves off the page"""
    gone = r.omit | getattr(r, 'gone', set())
    cells, printed = {}, {}
    for k in FORM_IDS[r.form]:
        if k in gone: cells[k] = None; continue
        s = r.print[k]; cells[k] = val(s)
        if not (s.isascii() and s.lstrip('-').isdigit()): printed[k] = s
    names = []
    if title and r.title: names.append(r.title_name)
    if byline and r.byline: names.append(r.byline)
    if sign and r.sign: names.append(r.sign)
    names += list(extra_names)
    full = max(names, key=len) if names else r.a['mid']
    if not names: raise ValueError('no name printed')
    complete = full
    if full == r.a['tiny']: complete = r.a['mid']
    al = sorted({n for n in names if n != complete})
    pub = r.bdate if byline and r.bdate else (r.sdate if sign and r.sdate and r.sign else None)
    v = violations(r.form, cells)
    sec = {k: ''.join(''.join(x).split())[:30] for k, x in r.sec.items()}
    return {'id': file_id, 'is_report': True, 'form': r.form, 'authority': complete, 'authority_aliases': al, 'year': r.year, 'title': r.title if title else None,
            'published': pub, 'violations': v, 'sections': sec, 'cells': cells, 'printed': printed}


def violations(form, c):
    o = []
    n = lambda k: c.get(k) or 0
    rows = ['new', 'carried_over'] + RES[form] + ['handled_total', 'carried_forward']
    ne = lambda a, b: abs(a - b) > 1e-9
    for R in rows:
        t = c[f'applications.{R}.total']
        if t is not None and ne(t, sum(n(f'applications.{R}.{k}') for k in COLS[:6])): o.append('row_total:' + R)
    for k in COLS:
        four = [c[f'applications.{R}.{k}'] for R in ('new', 'carried_over', 'handled_total', 'carried_forward')]
        if any(x is not None for x in four):
            a = [x or 0 for x in four]
            if ne(a[0] + a[1], a[2] + a[3]): o.append('balance:' + k)
    for k in COLS:
        t = c[f'applications.handled_total.{k}']
        if t is not None and ne(t, sum(n(f'applications.{R}.{k}') for R in RES[form])): o.append('handled_total:' + k)
    for g in REMG:
        t = c[f'remedies.{g}.total']
        if t is not None and ne(t, sum(n(f'remedies.{g}.{k}') for k in REM[:4])): o.append('remedy_total:' + g)
    return o
