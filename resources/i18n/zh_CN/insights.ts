<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CalibrationsPage</name>
    <message>
        <source>Calibration of inspectors</source>
        <translation>检查人校准</translation>
    </message>
    <message>
        <source>No calibration yet. &quot;New calibration&quot; lets two inspectors look at the same people.</source>
        <translation>还没有校准。点“新建校准”，让两名检查人检查同一批人员。</translation>
    </message>
    <message>
        <source>Calibrations</source>
        <translation>校准记录</translation>
    </message>
    <message>
        <source>Items of the calibration</source>
        <translation>校准的检查项</translation>
    </message>
    <message>
        <source>The result of the calibration chosen stands here.</source>
        <translation>选中一次已完成的校准，结果显示在这里。</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Give up calibration</source>
        <translation>放弃校准</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export the items</source>
        <translation>导出检查项</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Sit</source>
        <translation>开始作答</translation>
    </message>
    <message>
        <source>Sit for one of the two</source>
        <translation>由其中一名检查人作答</translation>
    </message>
    <message>
        <source>New calibration</source>
        <translation>新建校准</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>检查人</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>{state} · {through} of 2 through</source>
        <translation>{state} · {through}/2 已结束</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>κ</translation>
    </message>
    <message>
        <source>PABAK</source>
        <translation>PABAK</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Given up: {reason}</source>
        <translation>已放弃：{reason}</translation>
    </message>
    <message>
        <source>Still to be through: {names}. Until then nobody sees what the other answered.</source>
        <translation>尚未结束：{names}。在此之前，双方都看不到对方的结论。</translation>
    </message>
    <message>
        <source>{name}: {first} said {one}, {second} said {two}</source>
        <translation>{name}：{first}判“{one}”，{second}判“{two}”</translation>
    </message>
    <message>
        <source>Who sits now?</source>
        <translation>现在由谁作答？</translation>
    </message>
    <message>
        <source>Each answers for himself, without the other in sight.</source>
        <translation>各自独立作答，不看对方、不商量。</translation>
    </message>
    <message>
        <source>{number} will never be compared. Why?</source>
        <translation>{number} 放弃后不再对照。请写明原因。</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>WeekPage</name>
    <message>
        <source>Weekly summary and plan</source>
        <translation>本周工作小结与下周计划</translation>
    </message>
    <message>
        <source>A day of the week</source>
        <translation>所在周的某一天</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>出具</translation>
    </message>
    <message>
        <source>From the records</source>
        <translation>系统记录</translation>
    </message>
    <message>
        <source>The week in your words</source>
        <translation>本周小结</translation>
    </message>
    <message>
        <source>What was done and what came of it</source>
        <translation>做了什么、取得了什么结果</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>存在的问题</translation>
    </message>
    <message>
        <source>What is not solved, where help is needed</source>
        <translation>尚未解决的问题、需要的支持</translation>
    </message>
    <message>
        <source>Plan of next week</source>
        <translation>下周计划</translation>
    </message>
    <message>
        <source>What you mean to do, besides the rounds planned</source>
        <translation>除已排巡检外，下周打算做的工作</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>主要发现</translation>
    </message>
    <message>
        <source>{who}: {item}</source>
        <translation>{who}：{item}</translation>
    </message>
    <message>
        <source>Measures closed</source>
        <translation>完成的整改</translation>
    </message>
    <message>
        <source>Measures overdue</source>
        <translation>逾期的整改</translation>
    </message>
    <message>
        <source>Planned for next week</source>
        <translation>下周已排巡检</translation>
    </message>
    <message>
        <source>Nothing is on record for this week.</source>
        <translation>本周没有记录。</translation>
    </message>
    <message>
        <source>Issued, check code {check}</source>
        <translation>已出具，校验码 {check}</translation>
    </message>
    <message>
        <source>Not issued yet</source>
        <translation>尚未出具</translation>
    </message>
    <message>
        <source>Another window has saved other words for this week. Copy yours, then press F5 to read theirs.</source>
        <translation>另一个窗口已保存了本周的其他内容。请先复制您写的文字，再按 F5 读取对方的内容。</translation>
    </message>
    <message>
        <source>What you have written of this week is not saved yet.</source>
        <translation>本周填写的内容尚未保存。</translation>
    </message>
</context>
</TS>
