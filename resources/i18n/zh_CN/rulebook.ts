<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Rules and editions</source>
        <translation>制度与版本</translation>
    </message>
    <message>
        <source>No rules yet. They come with the first start.</source>
        <translation>还没有制度。首次启动时自动载入。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条文</translation>
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
        <source>Staff told</source>
        <translation>告知员工</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>系统设定</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Source: {source} · &quot;ours&quot; marks: {mark}</source>
        <translation>来源：{source} · “系统设定”：{mark}</translation>
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
        <translation>自定</translation>
    </message>
</context>
</TS>
