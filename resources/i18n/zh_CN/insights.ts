<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
