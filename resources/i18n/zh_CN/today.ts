<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Today</name>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{due} rounds due this week, {missed} missed in 30 days</source>
        <translation>本周应检 {due} 次，近 30 天漏检 {missed} 次</translation>
    </message>
    <message>
        <source>{missing} of {people} not signed · {rule}, edition {number}</source>
        <translation>{missing}/{people} 人未签 · {rule}第 {number} 版</translation>
    </message>
    <message>
        <source>{rule}, edition {number} (from {day}): {missing} of {people} have not signed</source>
        <translation>{rule}第 {number} 版（{day} 起）：{people} 人中 {missing} 人未签收</translation>
    </message>
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
        <source>In {count} slips proposed this month, withdrawn ones aside.</source>
        <translation>本月提出 {count} 张处分单，已撤销的不计。</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
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
        <source>Members to be contacted today: calls {calls}, messages {messages}</source>
        <translation>今日会员维护：电话 {calls} 个，短信 {messages} 条</translation>
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
