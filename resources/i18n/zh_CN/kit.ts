<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BusyDialog</name>
    <message>
        <source>Starting…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>已完成 {done}/{total}</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Such a list was imported on {moment}; what its columns mean is taken from then.</source>
        <translation>同类台账曾于 {moment} 导入，各列含义已按当时的选择填好。</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>文件中的列</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同值</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>Error report</source>
        <translation>错误报告</translation>
    </message>
    <message>
        <source>The program made a mistake. What the status line called saved is safe. The report below names places in the program only, no people and no contents.</source>
        <translation>程序出现了错误。状态栏显示“已全部保存”的内容是安全的。下面的报告只写明程序中的位置，不含任何人员信息和业务内容。</translation>
    </message>
    <message>
        <source>Log: {path}</source>
        <translation>日志：{path}</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>DayLine</name>
    <message>
        <source>Open the calendar (Alt+Down)</source>
        <translation>打开日历（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Clear the day</source>
        <translation>清除日期</translation>
    </message>
    <message>
        <source>&quot;{typed}&quot; is no date. Write it like 2026-11-21, 20261121 or 11-21.</source>
        <translation>“{typed}”不是日期，请写成 2026-11-21、20261121 或 11-21 这样。</translation>
    </message>
</context>
<context>
    <name>DraftDialog</name>
    <message>
        <source>Load the latest</source>
        <translation>载入最新内容</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save, from any field</source>
        <translation>保存（在任何栏目都可以）</translation>
    </message>
    <message>
        <source>Save; on a button, press it</source>
        <translation>保存；焦点在按钮上时按下该按钮</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Cancel; asks before anything entered is lost</source>
        <translation>取消；已填写的内容丢失前会先询问</translation>
    </message>
    <message>
        <source>It could not be saved. Nothing has changed.</source>
        <translation>未能保存，原有内容没有改变。</translation>
    </message>
    <message>
        <source>Discard changes?</source>
        <translation>放弃修改？</translation>
    </message>
    <message>
        <source>What you have entered here has not been saved.</source>
        <translation>此处填写的内容尚未保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>You had entered: {words}</source>
        <translation>您刚才填写的是：{words}</translation>
    </message>
    <message>
        <source>This is the newest state. Where you had entered something else, it stands beside the field.</source>
        <translation>已载入最新内容。您刚才填写的内容如有不同，已注在相应栏目下方。</translation>
    </message>
</context>
<context>
    <name>ExplainDialog</name>
    <message>
        <source>Why this sum? (or click on it)</source>
        <translation>这笔金额的由来（也可点击金额）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>CSV 文本 (*.csv)</translation>
    </message>
    <message>
        <source>1 row was written to {path}.</source>
        <translation>已将 1 行写入 {path}。</translation>
    </message>
    <message>
        <source>{rows} rows were written to {path}.</source>
        <translation>已将 {rows} 行写入 {path}。</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>GlyphHint</name>
    <message>
        <source>Papers will show &quot;{signs}&quot; as {sign}: the font has no such character.</source>
        <translation>字库中没有“{signs}”，单据上将以“{sign}”代替。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Choose a file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Read the file again</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Stop the work under way; else close</source>
        <translation>停止正在进行的操作；没有时关闭</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.txt)</source>
        <translation>表格文件 (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Save template…</source>
        <translation>保存模板…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件中的各行</translation>
    </message>
    <message>
        <source>No such rows.</source>
        <translation>没有这样的行。</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Changes, or why not</source>
        <translation>变动，或不能导入的原因</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变动</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>无变动</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不能导入</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>Leave out the refused rows ({count}), save them as a list, and import the others</source>
        <translation>不能导入的 {count} 行另存为清单，只导入其余各行</translation>
    </message>
    <message>
        <source>It could not be done. Nothing has changed.</source>
        <translation>没有成功，任何内容都没有改动。</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>保存未导入的行</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>CSV 文本 (*.csv)</translation>
    </message>
    <message>
        <source>Saving the refused rows…</source>
        <translation>正在保存未导入的行…</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message>
        <source>Choose a file first; nothing is written before you have seen what it does.</source>
        <translation>请先选择文件。看过预览、确认之后才会写入。</translation>
    </message>
    <message>
        <source>Refused rows: {count}. Mend them in the file, save it and press F5. Until then nothing is written.</source>
        <translation>有 {count} 行不能导入。请在文件中改好并保存，再按 F5 重新读取；在此之前一行也不会写入。</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>文件内容与现有资料相同，没有变动。</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Show these keys</source>
        <translation>显示本页快捷键</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>本页快捷键</translation>
    </message>
    <message>
        <source>Keys of this window</source>
        <translation>本窗口快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ManyPicker</name>
    <message>
        <source>Type to search</source>
        <translation>输入文字查找</translation>
    </message>
    <message>
        <source>{name}: search</source>
        <translation>{name}：查找</translation>
    </message>
</context>
<context>
    <name>MomentPicker</name>
    <message>
        <source>{name}: time</source>
        <translation>{name}：时间</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Read this page anew</source>
        <translation>重新读取本页</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Hits</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Hit above</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>Hit below</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Nothing found. Try part of the name, the number or its initials.</source>
        <translation>没有找到。请换姓名、编号的一部分，或拼音首字母再试。</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>Type to search</source>
        <translation>输入姓名、编号或首字母查找</translation>
    </message>
    <message>
        <source>Several fit &quot;{typed}&quot;; pick one from the list.</source>
        <translation>有多项与“{typed}”相符，请从列表中选取一项。</translation>
    </message>
    <message>
        <source>Nothing fits &quot;{typed}&quot;; pick from the list.</source>
        <translation>没有与“{typed}”相符的选项，请从列表中选取。</translation>
    </message>
</context>
<context>
    <name>PromptDialog</name>
    <message>
        <source>Press the marked answer</source>
        <translation>按下标出的按钮</translation>
    </message>
    <message>
        <source>Press the answer in focus; from a line the marked one</source>
        <translation>按下焦点所在的按钮；在输入栏中则按下默认按钮</translation>
    </message>
    <message>
        <source>Next answer</source>
        <translation>下一个按钮</translation>
    </message>
    <message>
        <source>Close without an answer</source>
        <translation>不作选择，关闭</translation>
    </message>
</context>
<context>
    <name>Prompts</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>未能完成</translation>
    </message>
    <message>
        <source>This could not be done ({code}).</source>
        <translation>此操作未能完成（{code}）。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>位置：</translation>
    </message>
    <message>
        <source>File name:</source>
        <translation>文件名：</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>文件类型：</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>History of {about}</source>
        <translation>操作记录：{about}</translation>
    </message>
    <message>
        <source>Nothing is on record here: what came with an import or a copy has no history of its own.</source>
        <translation>暂无操作记录：随导入或复制带入的资料，不逐条留痕。</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变更内容</translation>
    </message>
    <message>
        <source>No details were kept.</source>
        <translation>本次操作没有留存明细。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Entry before, next entry</source>
        <translation>上一条、下一条</translation>
    </message>
    <message>
        <source>To what changed</source>
        <translation>转到变更内容</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>What was kept was erased on request; that it stood here stays.</source>
        <translation>内容已按要求删除，仅保留操作痕迹。</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Received from</source>
        <translation>收到日期自</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Received to</source>
        <translation>收到日期至</translation>
    </message>
    <message>
        <source>{words} {count}</source>
        <translation>{words} {count}</translation>
    </message>
    <message>
        <source>{words} ({count})</source>
        <translation>{words}（{count}）</translation>
    </message>
</context>
<context>
    <name>SourceField</name>
    <message>
        <source>Not in the list</source>
        <translation>台账中没有</translation>
    </message>
    <message>
        <source>How the days are written</source>
        <translation>日期写法</translation>
    </message>
    <message>
        <source>Always: {value}</source>
        <translation>固定为：{value}</translation>
    </message>
    <message>
        <source>Means…</source>
        <translation>对应为…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Leave out these rows</source>
        <translation>不导入这些行</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Not saved: {count}</source>
        <translation>{count} 项未保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>已全部保存</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>尚无备份</translation>
    </message>
    <message>
        <source>Backed up {moment}</source>
        <translation>上次备份 {moment}</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Why? Click here, or press F4.</source>
        <translation>点击此处或按 F4，查看由来。</translation>
    </message>
</context>
<context>
    <name>Weekday</name>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
</context>
</TS>
