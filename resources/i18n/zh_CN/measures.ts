<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AgeingBar</name>
    <message>
        <source>Age of open measures</source>
        <translation>未办结时长</translation>
    </message>
    <message>
        <source>{age}: {count}, {late} overdue</source>
        <translation>{age}：{count}（逾期 {late}）</translation>
    </message>
    <message>
        <source>{age}: {count}</source>
        <translation>{age}：{count}</translation>
    </message>
</context>
<context>
    <name>MeasureDialog</name>
    <message>
        <source>Follow-up measure</source>
        <translation>后续整改</translation>
    </message>
    <message>
        <source>New measure</source>
        <translation>新建整改</translation>
    </message>
    <message>
        <source>Set the measure</source>
        <translation>下达整改</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>存在的问题</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>整改要求</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Answers for it; somebody else will judge whether it is done.</source>
        <translation>对整改负责；是否完成由其他人确认。</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Proposed by the urgency.</source>
        <translation>按紧急程度自动给出，可改。</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>原因分析</translation>
    </message>
    <message>
        <source>If known already; can stay empty.</source>
        <translation>已知原因可填写，可不填。</translation>
    </message>
</context>
<context>
    <name>MeasurePage</name>
    <message>
        <source>Measure</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>附件…</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知单</translation>
    </message>
    <message>
        <source>Print the notice</source>
        <translation>打印整改通知单</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Postpone…</source>
        <translation>延期…</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Report done…</source>
        <translation>上报完成…</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>确认关闭…</translation>
    </message>
    <message>
        <source>Effect…</source>
        <translation>效果评估…</translation>
    </message>
    <message>
        <source>Re-check…</source>
        <translation>复查…</translation>
    </message>
    <message>
        <source>Follow-up…</source>
        <translation>后续整改…</translation>
    </message>
    <message>
        <source>The step that comes next</source>
        <translation>办理下一步</translation>
    </message>
    <message>
        <source>Measure {number}</source>
        <translation>整改措施 {number}</translation>
    </message>
    <message>
        <source>{number} did not work: {task}</source>
        <translation>{number} 未见成效：{task}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>What should the timeline say?</source>
        <translation>请填写要记入进展的内容：</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>添加备注</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add a file as proof</source>
        <translation>添加证明材料</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存附件</translation>
    </message>
    <message>
        <source>As it was issued</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>As it was issued, marked as a copy</source>
        <translation>原件副本（标注“副本”）</translation>
    </message>
    <message>
        <source>A new one, as the measure stands now</source>
        <translation>按当前情况另出一份</translation>
    </message>
    <message>
        <source>Rectification notice</source>
        <translation>整改通知单</translation>
    </message>
    <message>
        <source>A notice of {number} has been issued already. Which one is wanted?</source>
        <translation>{number} 已出具过通知单。需要哪一份？</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Rectification notice {number}</source>
        <translation>整改通知单 {number}</translation>
    </message>
</context>
<context>
    <name>MeasureView</name>
    <message>
        <source>What it came from</source>
        <translation>整改来源</translation>
    </message>
    <message>
        <source>Set without a finding or case.</source>
        <translation>未关联检查发现或案件。</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>No file yet. &quot;File…&quot; adds a picture or document as proof.</source>
        <translation>还没有附件。按“附件…”可添加照片或文件作为证明。</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Root cause</source>
        <translation>原因分析</translation>
    </message>
    <message>
        <source>What was done, what proves it</source>
        <translation>完成情况与证明</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>添加人</translation>
    </message>
    <message>
        <source>Entered by {name}</source>
        <translation>录入人：{name}</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>期限 {day}</translation>
    </message>
    <message>
        <source>Not recorded.</source>
        <translation>未填写。</translation>
    </message>
    <message>
        <source>Nothing reported yet.</source>
        <translation>尚未上报。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>下达</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>尚未进行</translation>
    </message>
    <message>
        <source>Re-check</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Effect check</source>
        <translation>效果评估</translation>
    </message>
    <message>
        <source>Follows up</source>
        <translation>承接</translation>
    </message>
    <message>
        <source>Followed up by</source>
        <translation>后续整改</translation>
    </message>
    <message>
        <source>{days} days overdue. Postpone it with a reason, or see that it is done.</source>
        <translation>已逾期 {days} 天。请督促完成，或说明理由后延期。</translation>
    </message>
    <message>
        <source>Reported done. Somebody else than {owner} judges it.</source>
        <translation>已上报完成，请由 {owner} 以外的人确认。</translation>
    </message>
    <message>
        <source>The re-check is due.</source>
        <translation>复查时间已到。</translation>
    </message>
    <message>
        <source>Its effect is to be looked at now.</source>
        <translation>效果评估时间已到。</translation>
    </message>
</context>
<context>
    <name>Measures</name>
    <message>
        <source>{day} · {days} d overdue</source>
        <translation>{day} · 逾期 {days} 天</translation>
    </message>
    <message>
        <source>{day} · today</source>
        <translation>{day} · 今天到期</translation>
    </message>
    <message>
        <source>re-check {day}</source>
        <translation>复查 {day}</translation>
    </message>
    <message>
        <source>Nothing is waiting to be put right.</source>
        <translation>没有待整改的事项。</translation>
    </message>
    <message>
        <source>{count} to be done</source>
        <translation>待办结 {count} 条</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>逾期 {count} 条</translation>
    </message>
    <message>
        <source>none overdue</source>
        <translation>无逾期</translation>
    </message>
    <message>
        <source>{count} reported done, waiting to be judged</source>
        <translation>已上报待确认 {count} 条</translation>
    </message>
    <message>
        <source>the oldest has stood for {days} days</source>
        <translation>最早的已下达 {days} 天</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{parts}.</source>
        <translation>{parts}。</translation>
    </message>
</context>
<context>
    <name>MeasuresPage</name>
    <message>
        <source>Measures</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>New measure</source>
        <translation>新建整改</translation>
    </message>
    <message>
        <source>Open the measure</source>
        <translation>打开整改措施</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Only those overdue</source>
        <translation>只看逾期</translation>
    </message>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>All owners</source>
        <translation>全部责任人</translation>
    </message>
    <message>
        <source>Any urgency</source>
        <translation>全部紧急程度</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Overdue only</source>
        <translation>只看逾期</translation>
    </message>
    <message>
        <source>Number, what is to be done, owner</source>
        <translation>编号、整改要求或责任人</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>整改要求</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Set on</source>
        <translation>下达日期</translation>
    </message>
    <message>
        <source>Re-check, effect</source>
        <translation>复查与效果</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>待办结</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>{words} {count}</source>
        <translation>{words} {count}</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>应办</translation>
    </message>
    <message>
        <source>Nothing is waiting to be put right. Set a measure from findings, or with &quot;New measure&quot;.</source>
        <translation>没有待整改的事项。可从检查发现下达整改，或按“新建整改”。</translation>
    </message>
    <message>
        <source>Nothing is due now: nothing to be done today, to be judged or to be checked again.</source>
        <translation>现在没有应办的：没有到期的整改，也没有待确认、待复查或待评估效果的。</translation>
    </message>
    <message>
        <source>No measures yet. Mark findings in a round&apos;s result and set one from there, or begin here with &quot;New measure&quot;.</source>
        <translation>还没有整改措施。可在巡检结果中选中发现后下达，也可按“新建整改”。</translation>
    </message>
    <message>
        <source>No measure fits. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的整改措施。按“显示全部”可取消筛选。</translation>
    </message>
    <message>
        <source>Export measures</source>
        <translation>导出整改措施</translation>
    </message>
</context>
<context>
    <name>OwnedMeasures</name>
    <message>
        <source>Measures</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Responsible for no measure.</source>
        <translation>没有由其负责的整改措施。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>整改要求</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>{all} in all, {waiting} to be done, {late} overdue</source>
        <translation>共 {all} 条，待办结 {waiting} 条，逾期 {late} 条</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Report {number} done</source>
        <translation>上报完成 {number}</translation>
    </message>
    <message>
        <source>Report done</source>
        <translation>上报完成</translation>
    </message>
    <message>
        <source>Close {number}</source>
        <translation>确认关闭 {number}</translation>
    </message>
    <message>
        <source>Close the measure</source>
        <translation>确认关闭</translation>
    </message>
    <message>
        <source>Send {number} back</source>
        <translation>退回 {number}</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Postpone {number}</source>
        <translation>延期 {number}</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Drop {number}</source>
        <translation>撤销 {number}</translation>
    </message>
    <message>
        <source>Drop the measure</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Re-check of {number}</source>
        <translation>复查 {number}</translation>
    </message>
    <message>
        <source>Save the re-check</source>
        <translation>保存复查结果</translation>
    </message>
    <message>
        <source>Effect of {number}</source>
        <translation>效果评估 {number}</translation>
    </message>
    <message>
        <source>Save the effect check</source>
        <translation>保存评估结果</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Not effective</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation>上报人</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>What was done, what proves it</source>
        <translation>完成情况与证明</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Not {owner}, who answers for it.</source>
        <translation>不能是责任人 {owner}。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Re-check on</source>
        <translation>复查日期</translation>
    </message>
    <message>
        <source>Offered on a round there from that day on; empty: none.</source>
        <translation>到期后在该处巡检时提示复查；留空则不复查。</translation>
    </message>
    <message>
        <source>Effect check on</source>
        <translation>效果评估日期</translation>
    </message>
    <message>
        <source>Has it stayed that way? Empty: none.</source>
        <translation>看整改是否持续有效；留空则不评估。</translation>
    </message>
    <message>
        <source>Until now {day}; it stays in the timeline.</source>
        <translation>原期限 {day}，保留在进展中。</translation>
    </message>
    <message>
        <source>New due date</source>
        <translation>新的期限</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Looked at on</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Seen on round</source>
        <translation>巡检编号</translation>
    </message>
    <message>
        <source>Its number; can stay empty.</source>
        <translation>在哪次巡检中看到；可不填。</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>所见情况</translation>
    </message>
</context>
</TS>
