"""Documents that are no report."""
from html_troubles import *
NEG = {}


def neg(name):
    def d(f): NEG[name] = f; return f
    return d


def art(r, title, body, by=True):
    r.title = title
    return shell(r, body).encode()


def blank(r, with_=''):
    for k in r.print: r.print[k] = with_


@neg('notice_blank_form')
def _(r):
    blank(r); R = r.R
    f = R.choice([table, lambda x: flexrows(x, 'q'), lambda x: '<div>' + ''.join('<div>' + ''.join(f'<span>{e(t)}</span>' for t in g) + '</div>' for g in grid(x)) + '</div>'])
    b = ptag('各镇人民政府、街道办事处，区直各部门：') + ptag(f'为做好{r.year}年政府信息公开工作年度报告编制和发布工作，现将有关事项通知如下：') + ptag('一、总体情况。主要包括主动公开、依申请公开等工作。') + ptag(f'二、请于{r.year+1}年1月15日前报送。') + ptag('附件：政府信息公开工作年度报告格式') + hd(r.heads[1]) + f(t2_one(r)) + hd(r.heads[2]) + f(t3(r)) + hd(r.heads[3]) + f(t4(r)) + hd(r.heads[4]) + hd(r.heads[5])
    return art(r, f'关于做好{r.year}年政府信息公开工作年度报告编制发布工作的通知', b), 'html'


@neg('template_zero')
def _(r):
    blank(r, '0'); R = r.R
    b = ptag('XX单位XXXX年政府信息公开工作年度报告') + hd('一、总体情况') + ptag('（此处填写本单位主动公开、依申请公开、政府信息管理、平台建设、监督保障情况，800字以内）') + hd(r.heads[1]) + table(t2_one(r)) + hd(r.heads[2]) + table(t3(r)) + hd(r.heads[3]) + table(t4(r)) + hd(r.heads[4]) + ptag('（此处填写问题及改进情况）') + hd(r.heads[5]) + ptag('（如无，填写“无其他需要报告的事项”）')
    return art(r, R.choice([f'{r.year}年政府信息公开工作年度报告（模板）', '政府信息公开工作年度报告样表', f'政府信息公开工作年度报告格式（{r.year}年版）']), b), 'html'


@neg('template_sample_numbers')
def _(r):
    b = ptag('填报说明：本表由各单位填写，勾稽关系为第一项加第二项之和等于第三项加第四项之和。以下为填写示例，数据为虚构。') + table(t3(r)) + ptag('说明：1.“予以公开”是指……') + ptag('2.“部分公开”区分处理的，只计这一情形。')
    return art(r, '政府信息公开工作年度报告统计表填报说明（含填写示例）', b), 'html'


@neg('template_text')
def _(r):
    blank(r)
    g = lambda x: '\n'.join('\t'.join(y) for y in grid(x))
    return f'附件2\n{r.year}年政府信息公开工作年度报告格式（模板）\n一、总体情况\n（内容）\n二、主动公开政府信息情况\n{g(compact2(r))}\n三、收到和处理政府信息公开申请情况\n{g(t3(r))}\n四、政府信息公开行政复议、行政诉讼情况\n{g(t4(r))}\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n'.encode(), 'txt'


@neg('overview_many_bodies')
def _(r):
    R = r.R
    h = [[C('序号', 2, 1), C('单位', 2, 1), C('本年新收申请', 2, 1), C('上年结转', 2, 1), C('本年度办理结果', 1, 6), C('结转下年度', 2, 1)], [C(x) for x in ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理']]]
    for i in range(R.randint(8, 30)): h.append([C(str(i + 1)), C(authority(R, 'town')['tiny'])] + [C(str(R.randint(0, 30))) for _ in range(9)])
    return art(r, f'{r.a["county"]}{r.year}年各镇（街道）政府信息公开申请办理情况统计表', ptag(f'现将{r.year}年全{r.a["county"][-1]}各单位依申请公开情况公布如下。') + table(h)), 'html'


@neg('interpretation')
def _(r):
    n = r.num; b = ptag(f'{r.a["mid"]}近日发布《{r.year}年政府信息公开工作年度报告》。为便于公众了解，现解读如下。') + ptag(f'一、总体情况。全年新收政府信息公开申请{n["applications.new.total"]}件，其中自然人{n["applications.new.natural_person"]}件、商业企业{n["applications.new.commercial"]}件。') + ptag(f'二、主动公开政府信息情况。{"制发行政规范性文件" }{r.R.randint(1,30)}件。') + ptag(f'三、收到和处理政府信息公开申请情况。予以公开{n["applications.granted.total"]}件，部分公开{n["applications.partial.total"]}件，结转下年度继续办理{n["applications.carried_forward.total"]}件。') + ptag(f'四、行政复议{n["remedies.reconsideration.total"]}件，其中结果维持{n["remedies.reconsideration.upheld"]}件。')
    return art(r, f'【解读】{r.a["mid"]}{r.year}年政府信息公开工作年度报告解读', b), 'html'


@neg('infographic_images')
def _(r):
    return art(r, f'一图读懂{r.a["mid"]}{r.year}年政府信息公开工作年度报告', ''.join(f'<p align="center"><img src="./W0202{r.R.randint(1000,9999)}.png" width="800"/></p>' for _ in range(4))), 'html'


@neg('pre2019')
def _(r):
    R = r.R; y = R.randint(2014, 2018); r.year = y
    rows = [[C('统计指标'), C('单位'), C('统计数')]]
    for t, u in [('一、主动公开情况', '——'), ('（一）主动公开政府信息数', '条'), ('其中：主动公开规范性文件数', '条'), ('制发规范性文件总数', '件'), ('（二）通过不同渠道和方式公开政府信息的情况', '——'), ('1.政府公报公开政府信息数', '条'), ('2.政府网站公开政府信息数', '条'), ('3.政务微博公开政府信息数', '条'), ('三、依申请公开情况', '——'), ('（一）收到申请数', '件'), ('1.当面申请数', '件'), ('2.传真申请数', '件'), ('3.网络申请数', '件'), ('（二）申请办结数', '件'), ('1.按时办结数', '件'), ('2.延期办结数', '件'), ('（三）申请答复数', '件'), ('1.属于已主动公开范围数', '件'), ('2.同意公开答复数', '件'), ('3.同意部分公开答复数', '件'), ('4.不同意公开答复数', '件'), ('其中：涉及国家秘密', '件'), ('涉及商业秘密', '件'), ('涉及个人隐私', '件'), ('5.不属于本行政机关公开数', '件'), ('四、行政复议数量', '件'), ('（一）维持具体行政行为数', '件'), ('（二）被依法纠错数', '件'), ('五、行政诉讼数量', '件'), ('（一）维持具体行政行为或者驳回原告诉讼请求数', '件'), ('六、举报投诉数量', '件'), ('七、依申请公开信息收取的费用', '万元')]:
        rows.append([C(t), C(u), C('' if u == '——' else str(R.choice([0, 0, R.randint(1, 400)])))])
    b = ptag('根据《中华人民共和国政府信息公开条例》编制本报告。') + hd('一、概述') + ptag(f'{y}年，{r.a["we"]}……') + hd('二、主动公开政府信息情况') + ptag('略') + hd('三、依申请公开政府信息情况') + ptag(f'全年收到申请{R.randint(0,50)}件。') + hd('四、因政府信息公开申请行政复议、提起行政诉讼情况') + ptag('无。') + hd('五、存在的主要问题和改进措施') + ptag('……') + hd('附表：政府信息公开情况统计表') + table(rows)
    return art(r, f'{r.a["mid"]}{y}年政府信息公开工作年度报告', b), 'html'


@neg('pre2019_free')
def _(r):
    R = r.R; y = R.randint(2009, 2018)
    return f'{r.a["mid"]}{y}年政府信息公开年度报告\n一、概述\n{y}年，认真贯彻《条例》。\n二、主动公开政府信息情况\n全年主动公开信息{R.randint(20,900)}条。\n三、依申请公开政府信息情况\n收到申请{R.randint(0,20)}件，同意公开{R.randint(0,9)}件，部分公开0件，不予公开0件。\n四、收费及减免情况\n无。\n五、行政复议和行政诉讼情况\n行政复议0件，行政诉讼0件。\n六、存在的主要问题及改进措施\n进一步加强。\n{r.a["mid"]}\n{y+1}年3月1日\n'.encode(), 'txt'


@neg('budget')
def _(r):
    R = r.R; rows = [[C('收入', 1, 2), C('支出', 1, 2)], [C('项目'), C('决算数'), C('项目'), C('决算数')]] + [[C(a), C(f'{R.random()*9000:.2f}'), C(b), C(f'{R.random()*9000:.2f}')] for a, b in [('一、一般公共预算财政拨款收入', '一、一般公共服务支出'), ('二、政府性基金预算财政拨款收入', '二、公共安全支出'), ('三、行政事业性收费', '三、教育支出'), ('本年收入合计', '本年支出合计'), ('年初结转和结余', '年末结转和结余'), ('总计', '总计')]]
    return art(r, f'{r.a["mid"]}{r.year}年度部门决算公开', hd('一、总体情况') + ptag('本年收入总计、支出总计与上年相比均有所增加。') + hd('二、收入支出决算总表') + table(rows)), 'html'


@neg('application_form')
def _(r):
    rows = [[C('申请人信息', 6, 1), C('公民', 3, 1), C('姓名'), C(''), C('工作单位'), C('')], [C('证件名称'), C(''), C('证件号码'), C('')], [C('联系电话'), C(''), C('邮政编码'), C('')], [C('法人或者其他组织', 3, 1), C('名称'), C(''), C('组织机构代码'), C('')], [C('类别'), C('□商业企业 □科研机构 □社会公益组织 □法律服务机构 □其他', 1, 3)], [C('联系人'), C(''), C('电话'), C('')], [C('所需信息情况', 2, 1), C('内容描述'), C('', 1, 4)], [C('获取方式'), C('□邮寄 □电子邮件 □当面领取', 1, 4)]]
    return art(r, '政府信息公开申请表', table(rows)), 'html'


@neg('guide')
def _(r):
    return art(r, f'{r.a["mid"]}政府信息公开指南', hd('一、主动公开') + ptag('公开范围参见《条例》第二十条第（一）项、第（五）项、第（六）项、第（八）项。') + hd('二、依申请公开') + ptag('答复种类：（一）予以公开；（二）部分公开；（三）不予公开；（四）无法提供；（五）不予处理；（六）其他处理。') + table([[C('受理机构'), C(r.a['mid'] + '办公室')], [C('电话'), C('0371-88888888')], [C('收费标准'), C('30件以下0元，31-100件每件100元')]]) + hd('三、监督和救济') + ptag('可以申请行政复议或者提起行政诉讼。')), 'html'


@neg('list_page')
def _(r):
    R = r.R
    return art(r, '政府信息公开年报', '<ul>' + ''.join(f'<li><a href="./t{R.randint(1,9)}.html">{authority(R, R.choice(["town","bureau","street"]))["mid"]}{r.year}年政府信息公开工作年度报告</a><span>{r.year+1}-01-{R.randint(10,28)}</span></li>' for _ in range(20)) + '</ul><div>共12页 当前第1页 <a>下一页</a></div>'), 'html'


@neg('search_results')
def _(r):
    R = r.R
    return art(r, '站内搜索：政府信息公开工作年度报告', ptag('找到约 1,284 条结果（用时0.02秒）') + ''.join(f'<div class="res"><h3><a>{authority(R,"town")["mid"]}{r.year}年政府信息公开工作年度报告</a></h3><p>…一、本年新收政府信息公开申请数量 {R.randint(0,9)} 0 0 0 0 0 {R.randint(0,9)} 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 三、本年度办理结果（一）予以公开 {R.randint(0,9)}…</p><span>{r.year+1}-01-20</span></div>' for _ in range(10))), 'html'


@neg('soft404')
def _(r): return f'<html><head><title>{r.a["county"]}人民政府</title></head><body><div class="err"><p>抱歉，您访问的页面不存在或已删除</p><p>政府信息公开工作年度报告</p><a href="/">返回首页</a></div></body></html>'.encode(), 'html'


@neg('challenge')
def _(r): return '<!DOCTYPE html><html><head><meta id="9DhefwqGPrzGxEp9hPaoag" content="cV1xT3"><script type="text/javascript" charset="utf-8" r=\'m\'>$_ts=window[\'$_ts\'];if(!$_ts)$_ts={};$_ts.nsd=93711;</script></head><body></body></html>'.encode(), 'html'


@neg('login')
def _(r): return '<html><head><meta charset="utf-8"><title>统一身份认证平台</title></head><body><form><h2>政府信息公开年报填报系统</h2><input name="u" placeholder="用户名"><input type="password"><button>登录</button></form></body></html>'.encode(), 'html'


@neg('empty')
def _(r): return r.R.choice([b'', b'<html><head></head><body></body></html>', b'   \n']), 'html'


@neg('news_numbers')
def _(r):
    R = r.R
    return art(r, f'我{r.a["county"][-1]}{r.year}年政府信息公开工作年度报告全部发布', ptag(f'截至{r.year+1}年1月31日，全{r.a["county"][-1]}{R.randint(20,90)}家单位全部发布{r.year}年政府信息公开工作年度报告。') + ptag(f'据统计，本年新收政府信息公开申请{R.randint(10,900)}件，上年结转{R.randint(0,9)}件；予以公开{R.randint(1,99)}件，部分公开{R.randint(1,99)}件，不予公开{R.randint(1,99)}件，无法提供{R.randint(1,99)}件；结转下年度继续办理{R.randint(0,20)}件。') + table([[C('镇街'), C('本年新收'), C('予以公开'), C('总计')]] + [[C(authority(R, 'town')['tiny'])] + [C(str(R.randint(0, 40))) for _ in range(3)] for _ in range(6)])), 'html'


@neg('work_plan')
def _(r): return art(r, f'{r.a["county"]}{r.year+1}年政务公开工作要点', ''.join(hd(f'{"一二三四"[i]}、{t}') + ptag('责任单位：各镇街、区直各部门。') for i, t in enumerate(['着力深化主动公开', '规范依申请公开', '加强平台建设', '强化监督保障']))), 'html'


@neg('quarter_stats')
def _(r):
    R = r.R
    return art(r, f'{r.a["mid"]}{r.year}年第{R.choice("一二三")}季度依申请公开情况统计', table([[C('月份'), C('收到申请'), C('予以公开'), C('部分公开'), C('不予公开'), C('无法提供'), C('不予处理'), C('总计')]] + [[C(f'{m}月')] + [C(str(R.randint(0, 20))) for _ in range(7)] for m in (1, 2, 3)])), 'html'


@neg('regulation_text')
def _(r): return art(r, '中华人民共和国政府信息公开条例', ''.join(ptag(t) for t in ['第二十条　行政机关应当依照本条例第十九条的规定，主动公开本行政机关的下列政府信息：', '（一）行政法规、规章和规范性文件；', '（五）办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果；', '（六）实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定；', '（八）行政事业性收费项目及其依据、标准；', '第五十条　政府信息公开工作年度报告应当包括下列内容：（一）行政机关主动公开政府信息的情况；（二）行政机关收到和处理政府信息公开申请的情况；（三）因政府信息公开工作被申请行政复议、提起行政诉讼的情况。'])), 'html'


@neg('stub_attachment')
def _(r): return art(r, f'{r.a["mid"]}{r.year}年政府信息公开工作年度报告', ptag('详见附件。') + '<p><a href="./P020240131.pdf">附件：' + r.title + '.pdf</a></p><iframe src="./P020240131.pdf" width="100%"></iframe>'), 'html'


@neg('news_of_one')
def _(r):
    n = r.num
    b = ptag(f'近日，{r.a["mid"]}编制完成并公开发布{r.year}年政府信息公开工作年度报告。') + ptag(f'报告显示，{r.year}年{r.a["mid"]}新收政府信息公开申请{n["applications.new.total"]}件，上年结转{n["applications.carried_over.total"]}件，予以公开{n["applications.granted.total"]}件，部分公开{n["applications.partial.total"]}件，结转下年度继续办理{n["applications.carried_forward.total"]}件；行政复议{n["remedies.reconsideration.total"]}件。') + ptag('下一步，将继续做好政府信息公开工作。')
    return art(r, f'{r.a["mid"]}发布{r.year}年政府信息公开工作年度报告', b), 'html'


@neg('evaluation_table')
def _(r):
    R = r.R
    rows = [[C('序号'), C('单位'), C('年报发布'), C('主动公开'), C('依申请公开'), C('其他'), C('总计')]] + [[C(str(i)), C(authority(R, 'town')['tiny'])] + [C(str(R.randint(0, 20))) for _ in range(5)] for i in range(1, 18)]
    return art(r, f'{r.a["county"]}{r.year}年度政务公开工作考核结果通报', ptag('各镇街、区直各部门：现将考核结果通报如下。') + table(rows)), 'html'


@neg('legal_annual')
def _(r):
    R = r.R
    b = hd('一、总体情况') + ptag(f'{r.year}年，共办理行政许可{R.randint(1, 900)}件、行政处罚{R.randint(1, 90)}件、行政强制{R.randint(0, 9)}件。') + table([[C('类别'), C('数量')], [C('行政许可'), C(str(R.randint(1, 900)))], [C('行政处罚'), C(str(R.randint(1, 90)))], [C('行政强制'), C('0')], [C('行政复议'), C(str(R.randint(0, 9)))], [C('行政诉讼'), C('0')]]) + hd('二、存在的主要问题') + ptag('……') + hd('三、下一步打算') + ptag('……')
    return art(r, f'{r.a["mid"]}{r.year}年法治政府建设年度报告', b), 'html'


@neg('enforcement_table')
def _(r):
    R = r.R
    rows = [[C('行政执法机关'), C('行政许可'), C('行政处罚'), C('行政强制'), C('行政征收'), C('行政检查'), C('总计')]] + [[C(authority(R, 'bureau')['mid'])] + [C(str(R.randint(0, 300))) for _ in range(6)] for _ in range(14)]
    return art(r, f'{r.a["county"]}{r.year}年度行政执法数据公示', table(rows)), 'html'


@neg('website_annual')
def _(r):
    R = r.R
    rows = [[C('网站名称'), C(r.a['county'] + '人民政府')], [C('独立用户访问总量（单位：个）'), C(str(R.randint(1000, 90000)))], [C('信息发布总数（单位：条）'), C(str(R.randint(100, 9000)))], [C('专栏专题 新开设数量'), C('3')], [C('留言办理 收到留言数量（单位：条）'), C(str(R.randint(0, 90)))], [C('办结留言数量'), C(str(R.randint(0, 90)))], [C('公开答复数量'), C('0')]]
    return art(r, f'{r.a["county"]}人民政府政府网站工作年度报表（{r.year}年度）', table(rows)), 'html'


@neg('guide_text')
def _(r):
    return f'{r.a["mid"]}政府信息公开指南\n为了更好地提供政府信息公开服务，编制本指南。\n一、主动公开\n（一）公开范围\n第二十条第（一）项 规章、规范性文件\n第二十条第（五）项 行政许可\n第二十条第（六）项 行政处罚、行政强制\n二、依申请公开\n（一）受理机构：{r.a["mid"]}，电话：0371-8888888{r.R.randint(0, 9)}\n（二）答复：1.予以公开 2.部分公开 3.不予公开 4.无法提供 5.不予处理\n三、政府信息公开工作年度报告\n每年1月31日前公布上一年度政府信息公开工作年度报告。\n四、监督\n可以申请行政复议或提起行政诉讼。\n'.encode(), 'txt'


@neg('notice_docx_like_text')
def _(r):
    y = r.year
    return f'关于编制{y}年政府信息公开工作年度报告的通知\n各镇人民政府、街道办事处：\n一、编制要求\n（一）一、本年新收政府信息公开申请数量，应与系统一致。\n（二）四、结转下年度继续办理，应为0。\n二、时间安排\n{y + 1}年1月10日前报初稿，1月20日前报正式稿，1月31日前公布。\n三、联系人：王某，电话 0371-12345678\n{r.a["county"]}人民政府办公室\n{y}年12月20日\n'.encode(), 'txt'


@neg('column_with_teasers')
def _(r):
    R = r.R
    items = ''.join(f'<li><a href="./{i}.html">{authority(R, "town")["mid"]}{r.year}年政府信息公开工作年度报告</a><p>根据《中华人民共和国政府信息公开条例》编制本报告。一、总体情况 {r.year}年……二、主动公开政府信息情况 规章 0 0 0 行政许可 {R.randint(0, 99)}</p></li>' for i in range(8))
    return art(r, '政府信息公开年报_专栏', f'<ul>{items}</ul>'), 'html'


@neg('soft404_list')
def _(r): return f'<html><head><meta charset="utf-8"><title>{r.a["mid"]}{r.year}年政府信息公开工作年度报告</title></head><body><div class="content">您访问的内容已下线或正在审核中，请稍后再试。</div></body></html>'.encode(), 'html'


@neg('captcha')
def _(r): return '<!DOCTYPE html><html><head><meta charset="utf-8"><title>安全验证</title></head><body><div id="captcha">请完成安全验证后继续访问</div><script>var _$="x"</script></body></html>'.encode(), 'html'
