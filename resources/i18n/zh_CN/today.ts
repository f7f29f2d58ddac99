<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DayPaperDialog</name>
    <message>
        <source>Issue the list</source>
        <translation>出具工作单</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Everything that Today lists, with a box to tick; names of people are masked.</source>
        <translation>列出今日页的全部待办，每项留有勾选框；人员姓名隐去。</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>TileBoard</name>
    <message>
        <source>Open cases</source>
        <translation>未结投诉</translation>
    </message>
    <message>
        <source>Closed on time this month</source>
        <translation>本月按期结案率</translation>
    </message>
    <message>
        <source>Pass rate this month</source>
        <translation>本月合格率</translation>
    </message>
    <message>
        <source>Fines this month</source>
        <translation>本月处分金额</translation>
    </message>
    <message>
        <source>Items failed this month</source>
        <translation>本月检查项不合格率</translation>
    </message>
    <message>
        <source>Open measures</source>
        <translation>未完成整改</translation>
    </message>
    <message>
        <source>Internal requests</source>
        <translation>内部诉求</translation>
    </message>
    <message>
        <source>Members to be contacted</source>
        <translation>今日应联系会员</translation>
    </message>
    <message>
        <source>Where it comes from: {title}</source>
        <translation>数字由来：{title}</translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message>
        <source>{time} late</source>
        <translation>逾期 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{days} d ago</source>
        <translation>{days} 天前</translation>
    </message>
    <message>
        <source>1 d late</source>
        <translation>逾期 1 天</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>已生效</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>No complaint is open.</source>
        <translation>没有未结的投诉案件。</translation>
    </message>
    <message>
        <source>Still open; in {late} of them a clock has run out.</source>
        <translation>其中 {late} 件已有时限逾期。</translation>
    </message>
    <message>
        <source>Still open; no clock has run out.</source>
        <translation>没有时限逾期的案件。</translation>
    </message>
    <message>
        <source>No complaint was closed this month, none is overdue.</source>
        <translation>本月还没有结案的案件，也没有超过结案期限的案件。</translation>
    </message>
    <message>
        <source>{kept} of {cases} on time: closed this month, or open beyond their limit.</source>
        <translation>本月结案和超期未结共 {cases} 件，其中 {kept} 件按期结案。</translation>
    </message>
    <message>
        <source>No round has been finished this month.</source>
        <translation>本月还没有完成任何巡检。</translation>
    </message>
    <message>
        <source>{passed} of {rounds} rounds finished this month have passed.</source>
        <translation>本月完成的 {rounds} 次巡检中，{passed} 次合格。</translation>
    </message>
    <message>
        <source>In {count} slips by the day proposed, told or not, withdrawn ones aside.</source>
        <translation>{count} 张，按提出日计，含未告知，不含已撤销。</translation>
    </message>
    <message>
        <source>Last month {sum} in all.</source>
        <translation>上月全月 {sum}。</translation>
    </message>
    <message>
        <source>No measure is open.</source>
        <translation>没有未完成的整改。</translation>
    </message>
    <message>
        <source>To be done or judged; {late} of them overdue.</source>
        <translation>待办或待确认，其中 {late} 项逾期。</translation>
    </message>
    <message>
        <source>To be done or judged; none is overdue.</source>
        <translation>待办或待确认，没有逾期。</translation>
    </message>
    <message>
        <source>No internal request waits for an answer.</source>
        <translation>没有待答复的内部诉求。</translation>
    </message>
    <message>
        <source>Waiting for an answer; {late} of them overdue.</source>
        <translation>等待答复，其中 {late} 件逾期。</translation>
    </message>
    <message>
        <source>Waiting for an answer; none is overdue.</source>
        <translation>等待答复，没有逾期。</translation>
    </message>
    <message>
        <source>No member is to be contacted today.</source>
        <translation>今天没有应联系的会员。</translation>
    </message>
    <message>
        <source>Today: calls {calls}, messages {messages}.</source>
        <translation>今日应联系：电话 {calls} 个，短信 {messages} 条。</translation>
    </message>
    <message>
        <source>Nothing has been inspected this month.</source>
        <translation>本月还没有检查记录。</translation>
    </message>
    <message>
        <source>{failed} of {answers} items this month.</source>
        <translation>本月检查 {answers} 项，不合格 {failed} 项。</translation>
    </message>
    <message>
        <source>As many as at the end of last month.</source>
        <translation>与上月末持平。</translation>
    </message>
    <message>
        <source>{count} more than at the end of last month.</source>
        <translation>比上月末多 {count} 件。</translation>
    </message>
    <message>
        <source>{count} fewer than at the end of last month.</source>
        <translation>比上月末少 {count} 件。</translation>
    </message>
    <message>
        <source>Could not be read; F5 tries again.</source>
        <translation>暂时读不出来，按 F5 重试。</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Clocks of complaints</source>
        <translation>投诉时限</translation>
    </message>
    <message>
        <source>No clock of a complaint has run out or does so within a day.</source>
        <translation>今天没有逾期的投诉时限，24 小时内也没有到期的。</translation>
    </message>
    <message>
        <source>Complaints waiting</source>
        <translation>投诉待办</translation>
    </message>
    <message>
        <source>No approval, payment, follow-up, date set outside or monthly sheet waits.</source>
        <translation>今天没有待批方案、待批款项、跟进、外部时限和月报待办。</translation>
    </message>
    <message>
        <source>Rounds under way</source>
        <translation>进行中的巡检</translation>
    </message>
    <message>
        <source>No round is under way.</source>
        <translation>今天没有进行中的巡检。</translation>
    </message>
    <message>
        <source>Planned rounds</source>
        <translation>计划巡检</translation>
    </message>
    <message>
        <source>No round is planned for today or the next seven days.</source>
        <translation>今天和今后七天没有计划巡检。</translation>
    </message>
    <message>
        <source>Measures due now</source>
        <translation>应办整改</translation>
    </message>
    <message>
        <source>No measure is due now.</source>
        <translation>今天没有应办的整改。</translation>
    </message>
    <message>
        <source>Slips waiting</source>
        <translation>处分待办</translation>
    </message>
    <message>
        <source>Nothing waits to be proposed, approved, issued or decided.</source>
        <translation>今天没有待提出、待批准、待签发或待决定的处分。</translation>
    </message>
    <message>
        <source>To the list: {title}</source>
        <translation>到列表：{title}</translation>
    </message>
    <message>
        <source>All of: {title}</source>
        <translation>查看全部：{title}</translation>
    </message>
    <message>
        <source>Contacts owed to members today</source>
        <translation>今日会员维护</translation>
    </message>
    <message>
        <source>What the fines of this month come from</source>
        <translation>本月处分金额的由来</translation>
    </message>
    <message>
        <source>Go to what the row is about</source>
        <translation>打开该行所指的内容</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print the work of the day</source>
        <translation>打印今日工作单</translation>
    </message>
</context>
<context>
    <name>WorkPanel</name>
    <message>
        <source>{count} late</source>
        <translation>{count} 项逾期</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{title}: all of them</source>
        <translation>{title}：查看全部</translation>
    </message>
</context>
</TS>
