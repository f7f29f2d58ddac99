<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdoptionDialog</name>
    <message>
        <source>Adoption of {rule}, edition {number}</source>
        <translation>{rule}第 {number} 版的通过和告知</translation>
    </message>
    <message>
        <source>The day it was discussed with the staff or their congress and adopted.</source>
        <translation>经职工代表大会或全体职工讨论并通过的日期。</translation>
    </message>
    <message>
        <source>Adopted on</source>
        <translation>通过日期</translation>
    </message>
    <message>
        <source>The day it was published or told to the staff.</source>
        <translation>公示或告知员工的日期。</translation>
    </message>
    <message>
        <source>Staff told on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>The adopted document by its name and year.</source>
        <translation>已通过的文件名称和年份。</translation>
    </message>
    <message>
        <source>Of this rule it is a value: it is changed by a new edition.</source>
        <translation>本制度的文件名称属于版本内容，请通过发布新版更改。</translation>
    </message>
    <message>
        <source>Rule document</source>
        <translation>制度文件</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>放假</translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Working-day calendar</source>
        <translation>工作日历</translation>
    </message>
    <message>
        <source>Days off and make-up days</source>
        <translation>放假与调休</translation>
    </message>
    <message>
        <source>No day of this year is listed yet.</source>
        <translation>这一年还没有放假安排。</translation>
    </message>
    <message>
        <source>{day} {name}: what the notice or the weekday says stands again.</source>
        <translation>{day} {name}：删除后恢复为放假通知的安排；通知未列的，按星期几认定。</translation>
    </message>
    <message>
        <source>Remove this own entry?</source>
        <translation>删除这条自定日期？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Import notice</source>
        <translation>导入放假通知</translation>
    </message>
    <message>
        <source>Year before</source>
        <translation>上一年</translation>
    </message>
    <message>
        <source>Year after</source>
        <translation>下一年</translation>
    </message>
    <message>
        <source>Remove own entry</source>
        <translation>删除自定日期</translation>
    </message>
    <message>
        <source>Own day</source>
        <translation>自定日期</translation>
    </message>
    <message>
        <source>Own entry for the day under the cursor</source>
        <translation>为光标所在的日期自定放假或上班</translation>
    </message>
    <message>
        <source>H: public holiday. W: weekend day worked. Underlined: own entry, which stands before the notice.</source>
        <translation>休：放假；班：调休上班；带下划线：自定日期，优先于放假通知。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>{name} (own)</source>
        <translation>{name}（自定）</translation>
    </message>
    <message>
        <source>{count} working days</source>
        <translation>共 {count} 个工作日</translation>
    </message>
    <message>
        <source>notice of {day}</source>
        <translation>{day} 通知</translation>
    </message>
    <message>
        <source>entered by hand</source>
        <translation>手工填写</translation>
    </message>
    <message>
        <source>Not complete after all</source>
        <translation>改为尚未填全</translation>
    </message>
    <message>
        <source>All days are entered</source>
        <translation>已全部填好</translation>
    </message>
    <message>
        <source>Days off of {year} are not announced yet. Deadlines that depend on them are taken by weekdays and marked provisional; import the notice when it is published, usually in October or November.</source>
        <translation>{year} 年的放假安排尚未公布。涉及该年的期限暂按周一至周五推算，并标明“暂定”；通知一般在每年 10 月至 11 月公布，公布后请导入。</translation>
    </message>
    <message>
        <source>Days off of {year} are not announced yet. Deadlines that reach into it, and those in the last days of this December, are provisional until the notice is imported.</source>
        <translation>{year} 年的放假安排尚未公布。跨入该年的期限，以及今年 12 月最后几天的期限，在导入通知之前均为暂定。</translation>
    </message>
</context>
<context>
    <name>CallBackDialog</name>
    <message>
        <source>Call back {rule}, edition {number}</source>
        <translation>撤回{rule}第 {number} 版</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>This edition was to hold from {day}. It is taken back before that day and the one before it goes on. What it said stays on record; its number is not given again.</source>
        <translation>本版原定 {day} 起施行。撤回后不再施行，继续执行上一版；内容留存备查，版号不再使用。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare editions: {rule}</source>
        <translation>版本对比：{rule}</translation>
    </message>
    <message>
        <source>Edition {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>旧</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>对调</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>Change own day</source>
        <translation>修改自定日期</translation>
    </message>
    <message>
        <source>Add own day</source>
        <translation>添加自定日期</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Deadlines in working days that are still open are reckoned anew; finished ones stay.</source>
        <translation>尚未办结的工作日期限会重新计算；已办结的不变。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Stands in every derivation of a deadline: anniversary, power cut, stocktaking …</source>
        <translation>会写进期限的推算说明，例如：院庆、停电、盘点……</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>DifferenceView</name>
    <message>
        <source>What changes</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>两版内容相同。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>What</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>旧</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
</context>
<context>
    <name>EditionDialog</name>
    <message>
        <source>New edition: {rule}</source>
        <translation>新版：{rule}</translation>
    </message>
    <message>
        <source>Show changes and publish</source>
        <translation>查看改动并发布</translation>
    </message>
    <message>
        <source>Try on last quarter…</source>
        <translation>用上季度试算…</translation>
    </message>
    <message>
        <source>Add row…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>下一部分</translation>
    </message>
    <message>
        <source>Part before</source>
        <translation>上一部分</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>It is made from edition {number}, which holds from {day}. Editions are never changed: what was decided under one stays as it was.</source>
        <translation>以第 {number} 版（{day} 起施行）为基础。已发布的版本不再修改，此前按各版作出的决定不受影响。</translation>
    </message>
    <message>
        <source>From today or later, and after the edition before it.</source>
        <translation>可选今天或以后的日期，且须晚于上一版。</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Who decided on the change; who types it in is noted beside it.</source>
        <translation>批准这次改动的人；录入人另行记录。</translation>
    </message>
    <message>
        <source>By the rule somebody else than whoever writes it; who types it in is noted beside it.</source>
        <translation>按制度由撰写人以外的人决定；录入人另行记录。</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Why it is changed, and by which decision. It stands beside the edition for good.</source>
        <translation>为何修改、依据哪次决定，随版本长期保存。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Sums and months in braces follow the values: {places}</source>
        <translation>花括号内的金额和月数随数值自动填写：{places}</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation>请选择要添加的项目：</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Edition {number}, in force from {day}, was published meanwhile (decided by {who}). Your changes have been carried over onto it; look at them and publish again.</source>
        <translation>其间已发布第 {number} 版（{day} 起施行，决定人：{who}）。您的改动已移到该版之上，请核对后重新发布。</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续修改</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>EditionView</name>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Text of the rule</source>
        <translation>制度条文</translation>
    </message>
    <message>
        <source>Text and values</source>
        <translation>条文和数值</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>系统设定</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Adopted on</source>
        <translation>通过日期</translation>
    </message>
    <message>
        <source>Staff told on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>called back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>待施行</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>已被替代</translation>
    </message>
    <message>
        <source>with the program</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>Rule document</source>
        <translation>制度文件</translation>
    </message>
    <message>
        <source>Edition {number} · from {day} · {state}</source>
        <translation>第 {number} 版 · {day} 起 · {state}</translation>
    </message>
    <message>
        <source>Source: {source} · &quot;ours&quot; marks: {mark}</source>
        <translation>来源：{source} · “系统设定”：{mark}</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}：{words}</translation>
    </message>
</context>
<context>
    <name>LastLook</name>
    <message>
        <source>Edition {old} of {rule} is followed by a new one on {day}. This is what it changes:</source>
        <translation>“{rule}”第 {old} 版将于 {day} 由新版接替，改动如下：</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>The text stays as it was: look whether the figures written in it still hold.</source>
        <translation>条文没有改动，请核对条文中写明的数字是否仍然相符。</translation>
    </message>
</context>
<context>
    <name>NoticeImport</name>
    <message>
        <source>The days off of {year} are known now.</source>
        <translation>{year} 年的放假安排已导入。</translation>
    </message>
    <message>
        <source>Days off</source>
        <translation>放假安排</translation>
    </message>
    <message>
        <source>Notices (*.xlsx *.csv *.txt *.toml)</source>
        <translation>放假安排 (*.xlsx *.csv *.txt *.toml)</translation>
    </message>
    <message>
        <source>Choose a table (.xlsx, .csv) with a column for the date and one that says off or work, and perhaps the name; or a year&apos;s file as it ships with the program (.toml). The State Council publishes the next year&apos;s days in October or November.</source>
        <translation>请选择一份表格（.xlsx、.csv）：须有“日期”和“类型”（休或班）两栏，可另有“名称”；也可选用随程序提供的年份文件（.toml）。国务院办公厅一般在每年 10 月至 11 月公布下一年的安排。</translation>
    </message>
    <message>
        <source>Import notice</source>
        <translation>导入放假通知</translation>
    </message>
    <message>
        <source>no longer in the notice: an ordinary day again (was: {what})</source>
        <translation>通知中已无此日，恢复为普通日期（原为：{what}）</translation>
    </message>
    <message>
        <source>{year}: days off {off}, weekend days worked {on}.</source>
        <translation>{year} 年：放假 {off} 天，调休上班 {on} 天。</translation>
    </message>
    <message>
        <source>Own entries stay before the notice: {days}.</source>
        <translation>自定日期仍优先于通知：{days}。</translation>
    </message>
</context>
<context>
    <name>QuotesCheck</name>
    <message>
        <source>These sentences may quote values that change. What is printed must say what holds.</source>
        <translation>以下条文可能写有已改动的内容。打印的条文须与生效的数值一致。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 处</translation>
    </message>
    <message>
        <source>I have read them: they speak of something else</source>
        <translation>已核对：这些条文说的是其他内容，无需修改</translation>
    </message>
    <message>
        <source>{part} · {text} still says &quot;{said}&quot;; {name} is now {now}</source>
        <translation>{part} · {text}仍写“{said}”；{name}已改为“{now}”</translation>
    </message>
</context>
<context>
    <name>RightsView</name>
    <message>
        <source>Who may decide what</source>
        <translation>审批权限一览</translation>
    </message>
    <message>
        <source>No rules yet. They come with the first start.</source>
        <translation>还没有制度。首次启动时会自动建立。</translation>
    </message>
    <message>
        <source>As the editions in force today say. Nobody decides on himself, whatever his post. Enter leads to the rule.</source>
        <translation>按今日施行的各项制度汇总。任何岗位都不得对本人的事项作出决定。按 Enter 查看所依据的制度。</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>由谁决定</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>回避与复核</translation>
    </message>
    <message>
        <source>By the rule</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>{rule}, edition {number}</source>
        <translation>{rule}第 {number} 版</translation>
    </message>
</context>
<context>
    <name>RowsTable</name>
    <message>
        <source>No rows. Add one that an earlier edition had.</source>
        <translation>没有项目。可添加以前的版本中有过的项目。</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Rulebook</source>
        <translation>制度</translation>
    </message>
    <message>
        <source>Every decision cites the edition that stood on the day of the act.</source>
        <translation>每项处分都依据违规当日有效的版本。</translation>
    </message>
    <message>
        <source>No rules yet. They come with the first start.</source>
        <translation>还没有制度。首次启动时自动载入。</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>制度</translation>
    </message>
    <message>
        <source>Who may decide what</source>
        <translation>审批权限一览</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Adoption</source>
        <translation>通过和告知</translation>
    </message>
    <message>
        <source>Adoption of the edition shown, and notice to staff</source>
        <translation>登记所选版本的通过和告知</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Compare editions</source>
        <translation>对比版本</translation>
    </message>
    <message>
        <source>New edition</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>New edition of the rule chosen</source>
        <translation>为所选制度编写新版</translation>
    </message>
    <message>
        <source>Text and values, or editions</source>
        <translation>切换条文数值与版本</translation>
    </message>
    <message>
        <source>Rules, or who may decide what</source>
        <translation>切换制度与审批权限</translation>
    </message>
    <message>
        <source>To the values; of a right, to its rule</source>
        <translation>进入数值；在审批权限中查看所依据的制度</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>制度</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Changes on</source>
        <translation>变更日期</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>系统设定</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>Parts of the rule</source>
        <translation>制度的各部分</translation>
    </message>
</context>
<context>
    <name>YearView</name>
    <message>
        <source>The year&apos;s days</source>
        <translation>全年日历</translation>
    </message>
    <message>
        <source>H</source>
        <comment>mark of a public holiday beside the day&apos;s number: one sign</comment>
        <translation>休</translation>
    </message>
    <message>
        <source>W</source>
        <comment>mark of a weekend day that is worked: one sign</comment>
        <translation>班</translation>
    </message>
    <message>
        <source>working day</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>own entry</source>
        <translation>自定日期</translation>
    </message>
</context>
</TS>
