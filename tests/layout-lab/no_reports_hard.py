"""Documents that are no report although they borrow its title, its tables or its words."""
from no_reports import *
from docx_files import pack, para, tbl
from text_dumps import doc


def body_form(r):
    """the three tables as they stand in the form"""
    return hd('二、主动公开政府信息情况') + table(t2_one(r)) + hd('三、收到和处理政府信息公开申请情况') + table(t3(r)) + hd('四、政府信息公开行政复议、行政诉讼情况') + table(t4(r))


@neg('notice_form_docx')
def _(r):
    blank(r)
    s = para(f'关于做好{r.year}年政府信息公开工作年度报告编制发布工作的通知', True, 'center') + para('各镇人民政府、街道办事处：') + para('现将年度报告格式印发给你们，请遵照执行。') + para('附件：政府信息公开工作年度报告格式')
    return pack(s + para('一、总体情况') + para('二、主动公开政府信息情况') + tbl(t2_one(r)) + para('三、收到和处理政府信息公开申请情况') + tbl(t3(r)) + para('四、政府信息公开行政复议、行政诉讼情况') + tbl(t4(r)) + para('五、存在的主要问题及改进情况') + para('六、其他需要报告的事项')), 'docx'


@neg('blank_form_titled_like_a_report')
def _(r):
    """the form to fill in, its name left open"""
    blank(r)
    name = r.R.choice(['××（单位名称）', 'XX局', '（单位全称）', '____________'])
    b = hd('一、总体情况') + ptag('（内容）') + body_form(r) + hd('五、存在的主要问题及改进情况') + ptag('（内容）') + hd('六、其他需要报告的事项') + ptag('（内容）')
    return art(r, f'{name}{r.year}年政府信息公开工作年度报告', b, False), 'html'


@neg('letter_form')
def _(r):
    """a ministry's letter that issues the form, explanations in the cells"""
    blank(r)
    for k in list(r.print)[::9]: r.print[k] = r.R.choice(['填写数字', '数字', '自动生成', ''])
    return art(r, '国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式》的通知', ptag('各省、自治区、直辖市人民政府办公厅：') + ptag('经国务院领导同志同意，现印发给你们，自印发之日起执行。') + body_form(r)), 'html'


@neg('evaluation_report')
def _(r):
    R = r.R
    rows = [[C('指标'), C('分值'), C('得分')]] + [[C(t), C(str(R.randint(5, 20))), C(f'{R.randint(3, 19)}.{R.randint(0, 9)}')] for t in ['主动公开', '依申请公开', '政策解读', '平台建设', '监督保障', '总计']]
    return art(r, f'{r.year}年{r.a["county"]}政务公开第三方评估报告', hd('一、总体情况') + ptag(f'评估对象{R.randint(20, 60)}家，平均分{R.randint(60, 90)}.{R.randint(0, 9)}。') + table(rows) + hd('二、存在的主要问题') + ptag('部分单位政府信息公开年度报告数据勾稽关系有误。') + hd('三、改进建议') + ptag('……')), 'html'


@neg('work_report')
def _(r):
    R = r.R
    rows = [[C('指标'), C('本年'), C('上年'), C('增长')]] + [[C(t), C(str(R.randint(100, 9000))), C(str(R.randint(100, 9000))), C(f'{R.randint(1, 20)}.{R.randint(0, 9)}%')] for t in ['地区生产总值（亿元）', '一般公共预算收入（亿元）', '社会消费品零售总额（亿元）', '城镇新增就业（人）', '总计']]
    return art(r, f'{r.a["county"]}{r.year}年政府工作报告', hd('一、总体情况') + ptag(f'{r.year}年，全面推进政务公开，主动公开政府信息{R.randint(1000, 90000)}条，办理依申请公开{R.randint(10, 900)}件。') + table(rows) + hd('二、存在的主要问题') + ptag('……')), 'html'


@neg('statistics_bulletin')
def _(r):
    R = r.R
    rows = [[C('项目'), C('自然人'), C('企业'), C('其他'), C('总计')]] + [[C(t)] + [C(str(R.randint(0, 900))) for _ in range(4)] for t in ['不动产登记', '行政许可', '行政处罚', '行政强制', '行政事业性收费', '总计']]
    return art(r, f'{r.a["mid"]}{r.year}年政务服务办件统计公报', table(rows)), 'html'


@neg('administrative_review_report')
def _(r):
    R = r.R
    rows = [[C('案件类型', 2, 1), C('办理结果', 1, 4), C('总计', 2, 1)], [C('结果维持'), C('结果纠正'), C('其他结果'), C('尚未审结')]] + [[C(t)] + [C(str(R.randint(0, 40))) for _ in range(5)] for t in ['行政复议', '行政诉讼', '政府信息公开']]
    return art(r, f'{r.a["mid"]}{r.year}年行政复议行政应诉工作报告', hd('一、总体情况') + ptag(f'全年收到行政复议申请{R.randint(5, 300)}件。') + table(rows) + hd('二、存在的主要问题及改进情况') + ptag('……')), 'html'


@neg('petition_report')
def _(r):
    R = r.R
    rows = [[C('渠道')] + [C(x) for x in ['网站', '信函', '来访', '电话', '总计']]] + [[C(x)] + [C(str(R.randint(0, 99))) for _ in range(5)] for x in ['本年新收', '上年结转', '办结', '结转下年']]
    return art(r, f'{r.a["mid"]}{r.year}年信访工作年度报告', hd('一、总体情况') + ptag('……') + table(rows)), 'html'


@neg('news_with_its_table')
def _(r):
    """news that shows one row of the report's figures"""
    R = r.R; n = r.num
    rows = [[C(x) for x in ['年份', '新收申请', '予以公开', '部分公开', '不予公开', '总计']]] + [[C(f'{y}年')] + [C(str(R.randint(0, 200))) for _ in range(5)] for y in range(r.year - 3, r.year + 1)]
    return art(r, f'{r.year}年{r.a["county"]}政府信息公开年度报告出炉 数据有看点', ptag(f'日前，{r.a["mid"]}发布{r.year}年政府信息公开工作年度报告。') + ptag(f'全年收到申请{n["applications.new.total"]}件。') + table(rows)), 'html'


@neg('list_with_dates')
def _(r):
    """a column page: rows of a table with serial, title and date"""
    R = r.R
    rows = [[C('序号'), C('标题'), C('发布日期')]] + [[C(str(i)), C(f'{authority(R, R.choice(["town", "bureau", "street"]))["mid"]}{r.year}年政府信息公开工作年度报告'), C(f'{r.year + 1}-01-{R.randint(10, 28)}')] for i in range(1, 16)]
    r.title = '政府信息公开工作年度报告'
    return shell(r, table(rows)).encode(), 'html'


@neg('two_titles_list')
def _(r):
    """a column with few reports, one year each"""
    items = ''.join(f'<li><a href="./{y}.html">{e(r.a["mid"])}{y}年政府信息公开工作年度报告</a><span>{y + 1}-01-{r.R.randint(10, 28)}</span></li>' for y in range(r.year, r.year - r.R.randint(1, 4), -1))
    return art(r, f'{r.a["mid"]}政府信息公开年报', f'<ul>{items}</ul>'), 'html'


@neg('english_page')
def _(r):
    R = r.R
    rows = [[C(x) for x in ['Item', 'Natural persons', 'Enterprises', 'Others', 'Total']]] + [[C(x)] + [C(str(R.randint(0, 99))) for _ in range(4)] for x in ['New applications', 'Carried over', 'Granted', 'Partly granted', 'Refused', 'Total']]
    return art(r, f'Annual Report on Government Information Disclosure {r.year}', '<h3>I. Overview</h3><p>In accordance with the Regulations …</p>' + table(rows)), 'html'


@neg('pre2019_text_table')
def _(r):
    R = r.R; y = R.randint(2014, 2018)
    rows = '\n'.join(f'{t}\t{u}\t{R.choice([0, 0, R.randint(1, 300)])}' for t, u in [('主动公开政府信息数', '条'), ('其中：主动公开规范性文件数', '条'), ('收到申请数', '件'), ('1.当面申请数', '件'), ('申请办结数', '件'), ('同意公开答复数', '件'), ('行政复议数量', '件'), ('维持具体行政行为数', '件'), ('行政诉讼数量', '件'), ('举报投诉数量', '件'), ('依申请公开信息收取的费用', '万元')])
    return f'{r.a["mid"]}{y}年政府信息公开工作年度报告\n一、概述\n{y}年，认真贯彻。\n二、主动公开政府信息情况\n全年公开{R.randint(10, 900)}条。\n三、依申请公开政府信息情况\n无。\n附表\n统计指标\t单位\t统计数\n{rows}\n'.encode(), 'txt'


@neg('catalogue')
def _(r):
    """the catalogue of what is to be disclosed, with the articles of the regulation"""
    rows = [[C(x) for x in ['序号', '公开事项', '公开依据', '公开时限', '公开主体']]] + [[C(str(i)), C(t), C(f'《条例》第二十条第（{"一五六八"[i % 4]}）项'), C('20个工作日'), C(r.a['mid'])] for i, t in enumerate(['规章', '规范性文件', '行政许可', '行政处罚', '行政强制', '行政事业性收费', '政府集中采购', '政府信息公开年报'], 1)]
    return art(r, f'{r.a["mid"]}政府信息主动公开目录（{r.year}年版）', table(rows)), 'html'


@neg('legal_annual_form')
def _(r):
    """yearly table of licences, penalties and coercion by law"""
    R = r.R
    rows = [[C('表一'), C('行政许可实施情况统计表', 1, 4)], [C('单位名称'), C('申请数量'), C('受理数量'), C('予以许可'), C('不予许可')], [C(r.a['mid'])] + [C(str(R.randint(0, 900))) for _ in range(4)]] + [[C('行政处罚'), C('警告'), C('罚款'), C('没收'), C('总计')], [C(r.a['mid'])] + [C(str(R.randint(0, 90))) for _ in range(4)]] + [[C('行政强制'), C('查封'), C('扣押'), C('冻结'), C('总计')], [C(r.a['mid'])] + [C(str(R.randint(0, 9))) for _ in range(4)]]
    return art(r, f'{r.a["mid"]}{r.year}年度行政执法统计年报', hd('一、总体情况') + ptag('……') + table(rows)), 'html'


@neg('proposal_reply')
def _(r):
    return art(r, f'对{r.a["county"]}人大第{r.R.randint(10, 99)}号建议的答复', ptag('您提出的关于加强政府信息公开工作的建议收悉，现答复如下：') + ptag(f'{r.year}年共收到政府信息公开申请{r.R.randint(1, 90)}件，予以公开{r.R.randint(1, 9)}件，不予公开0件。')), 'html'


@neg('withdrawn')
def _(r): return art(r, f'{r.a["mid"]}{r.year}年政府信息公开工作年度报告', ptag(r.R.choice(['内容正在更新中，敬请期待。', '该信息已归档，请联系管理员。', '暂无内容', '抱歉，该页面无权限访问！']))), 'html'


@neg('filling_guide')
def _(r):
    n = r.num
    return art(r, '政府信息公开工作年度报告数据填报常见问题解答', ''.join(ptag(t) for t in ['问：“本年新收政府信息公开申请数量”如何填写？答：填写本年1月1日至12月31日收到的数量，如：自然人3，商业企业1，总计4。', '问：“部分公开”如何统计？答：区分处理的，只计这一情形，不计其他情形。', f'问：勾稽关系如何校验？答：第一项加第二项之和等于第三项加第四项之和，例如{n["applications.new.total"]}+0={n["applications.new.total"]}+0。'])), 'html'


@neg('budget_annual_text')
def _(r):
    R = r.R
    rows = '\n'.join(f'{t}\t{R.randint(0, 9000)}.{R.randint(10, 99)}\t{R.randint(0, 9000)}.{R.randint(10, 99)}' for t in ['一、一般公共服务支出', '二、公共安全支出', '三、教育支出', '行政事业性收费', '其他', '总计'])
    return f'{r.a["mid"]}{r.year}年部门预算公开\n一、总体情况\n部门职责\n二、收支预算总表\n项目\t本年预算\t上年结转\n{rows}\n三、其他需要说明的事项\n无。\n'.encode(), 'txt'


@neg('promise_page')
def _(r):
    """a body without applications announces so without tables, in the press"""
    return art(r, f'{r.a["county"]}{R_(r)}家单位按时发布政府信息公开年报', ptag(f'截至目前，{r.a["mid"]}等单位已在门户网站发布{r.year}年政府信息公开工作年度报告。') + ptag('一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。')), 'html'


def R_(r): return r.R.randint(20, 90)


@neg('site_map')
def _(r):
    links = ''.join(f'<li><a href="/{i}">{t}</a></li>' for i, t in enumerate(['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报', '依申请公开', '行政许可', '行政处罚', '行政强制', '行政事业性收费', '政府集中采购', '规章', '规范性文件', '行政复议', '行政诉讼']))
    return art(r, '政府信息公开', f'<ul>{links}</ul>'), 'html'
