<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AddedCharts</name>
    <message>
        <source>Charts put into it</source>
        <translation>已放入的图表</translation>
    </message>
    <message>
        <source>None yet. On the page of trends, a chart is put in with its note.</source>
        <translation>暂无。在趋势页上可把图表连同备注放入。</translation>
    </message>
    <message>
        <source>Take out {chart}</source>
        <translation>移出 {chart}</translation>
    </message>
    <message>
        <source>Into the quarterly report</source>
        <translation>放入质量季报</translation>
    </message>
    <message>
        <source>The chart will stand in the report of {quarter}.</source>
        <translation>该图表将出现在{quarter}的质量季报中。</translation>
    </message>
    <message>
        <source>Open the report</source>
        <translation>打开报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What should the reader see in it? It may be left empty.</source>
        <translation>希望读者从图中看到什么？可以不填。</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>放入</translation>
    </message>
</context>
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
    <name>Issuing</name>
    <message>
        <source>Issue {report}? It is archived with its figures and stays as it is.</source>
        <translation>出具{report}？出具后连同数字一并存档，不能再改。</translation>
    </message>
    <message>
        <source>The period lasts until {last}: its figures go as far as {today}.</source>
        <translation>期间到 {last} 才结束，数字只到 {today}。</translation>
    </message>
    <message>
        <source>Issue the report?</source>
        <translation>出具报告？</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>出具</translation>
    </message>
</context>
<context>
    <name>MarkDialog</name>
    <message>
        <source>Note on the chart</source>
        <translation>图上标注</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>全集团</translation>
    </message>
    <message>
        <source>Training of the front desk, new uniform, a new pack …</source>
        <translation>如：前台礼仪培训、更换工装、启用新标准……</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Words or cause</source>
        <translation>内容或原因</translation>
    </message>
</context>
<context>
    <name>MarksDialog</name>
    <message>
        <source>Notes and marks</source>
        <translation>备注与标注</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>自</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>全集团</translation>
    </message>
    <message>
        <source>Words or cause</source>
        <translation>内容或原因</translation>
    </message>
    <message>
        <source>By</source>
        <translation>标注人</translation>
    </message>
    <message>
        <source>No notes yet. Put one where something happened: training, a new uniform, a new pack.</source>
        <translation>还没有备注。培训、换工装、启用新标准等事情发生时，请在这里标注。</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新增备注</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take the mark under the cursor back</source>
        <translation>撤销光标所在的标注</translation>
    </message>
    <message>
        <source>&quot;{words}&quot; no longer stands on the chart; that it stood there stays on record.</source>
        <translation>“{words}”将不再显示在图上；曾经标注过的记录仍会保留。</translation>
    </message>
</context>
<context>
    <name>QualityReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>全集团</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>单据语言</translation>
    </message>
    <message>
        <source>From the records</source>
        <translation>系统记录</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>小结</translation>
    </message>
    <message>
        <source>What the reader should know first</source>
        <translation>先写读者最该知道的事</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Changes of the way of working</source>
        <translation>流程改进</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Issued, check code {check}</source>
        <translation>已签发，校验码 {check}</translation>
    </message>
    <message>
        <source>Not issued yet</source>
        <translation>尚未签发</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Another window has saved other words for this report. Copy yours, then press F5 to read theirs.</source>
        <translation>另一个窗口已保存了本报告的其他文字。请先复制您的文字，再按 F5 读取。</translation>
    </message>
    <message>
        <source>Export the tables</source>
        <translation>导出表格</translation>
    </message>
    <message>
        <source>What you have written in this report is not saved yet.</source>
        <translation>您在本报告中写的内容尚未保存。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>Saved views</source>
        <translation>已存视图</translation>
    </message>
    <message>
        <source>Save this view under a name</source>
        <translation>保存当前视图</translation>
    </message>
    <message>
        <source>Forget the saved view</source>
        <translation>删除已存视图</translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Under which name? One of the same name is replaced.</source>
        <translation>请输入名称；同名的视图将被替换。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Forget the view</source>
        <translation>删除视图</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; will no longer be among the saved views. No figure is changed.</source>
        <translation>“{name}”将从已存视图中删除，数据不受影响。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>TrendFilters</name>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Last {months} months</source>
        <translation>近 {months} 个月</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>自选起止</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>每点</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>按月</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>按周</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>with the period before</source>
        <translation>与上一期比</translation>
    </message>
    <message>
        <source>with a year ago</source>
        <translation>与去年同期比</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部科室</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>巡检类型</translation>
    </message>
    <message>
        <source>All kinds of rounds</source>
        <translation>全部巡检类型</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部检查项</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>投诉等级</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部投诉等级</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Without restrictions</source>
        <translation>取消全部筛选</translation>
    </message>
</context>
<context>
    <name>TrendsPage</name>
    <message>
        <source>Trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Visitor counts</source>
        <translation>到诊量</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Chart as table and back</source>
        <translation>图与表格切换</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Next chart</source>
        <translation>下一张图</translation>
    </message>
    <message>
        <source>Chart before</source>
        <translation>上一张图</translation>
    </message>
    <message>
        <source>In the table: the rows behind this one</source>
        <translation>在表格中：查看该行对应的明细</translation>
    </message>
    <message>
        <source>In the table of items: this item month by month</source>
        <translation>检查项表格中：查看该项各月走势</translation>
    </message>
    <message>
        <source>To the list of charts</source>
        <translation>到图表列表</translation>
    </message>
    <message>
        <source>Nothing within what is asked for. Widen the period or show all.</source>
        <translation>所选范围内没有数据。请放宽期间或显示全部。</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture was saved as {path}.</source>
        <translation>图片已保存为 {path}。</translation>
    </message>
    <message>
        <source>The picture could not be saved as {path}.</source>
        <translation>图片未能保存到 {path}。</translation>
    </message>
    <message>
        <source>Export figures</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>Into a report</source>
        <translation>放入报告</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
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
