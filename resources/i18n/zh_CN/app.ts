<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BeginStep</name>
    <message>
        <source>Start empty with my own group</source>
        <translation>从空白开始，录入自己的集团</translation>
    </message>
    <message>
        <source>Look around with sample data</source>
        <translation>先用示例数据试用</translation>
    </message>
    <message>
        <source>You are asked for the group, its institutions and who you are. It takes two minutes.</source>
        <translation>接下来填写集团、各机构和您本人的资料，约需两分钟。</translation>
    </message>
    <message>
        <source>An invented group of 8 institutions and 220 people with two years of rounds, to try everything on. Making it takes about a minute. It cannot be mixed with a group of your own.</source>
        <translation>虚构的集团：8 家机构、220 名员工、两年的巡检记录，可随意试用。生成约需一分钟。示例数据不能与自己的数据混用。</translation>
    </message>
</context>
<context>
    <name>Caretaker</name>
    <message>
        <source>Disk nearly full: {megabytes} MB free</source>
        <translation>磁盘将满：仅剩 {megabytes} MB</translation>
    </message>
    <message>
        <source>Only {megabytes} MB are free on the disk. Make room soon: when it is full, nothing can be saved.</source>
        <translation>磁盘只剩 {megabytes} MB。请尽快腾出空间，磁盘写满后将无法保存。</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock</source>
        <translation>请检查电脑时间</translation>
    </message>
    <message>
        <source>The daily backup failed</source>
        <translation>每日备份未成功</translation>
    </message>
    <message>
        <source>The daily backup failed: {reason}</source>
        <translation>每日备份未成功：{reason}</translation>
    </message>
    <message>
        <source>This computer&apos;s clock says {now}, but something was written at {newest} already. Set the clock right; until then what you enter bears earlier times than what was there before. The order stays right.</source>
        <translation>电脑时间是 {now}，而数据库里已有 {newest} 的记录。请先校准电脑时间；校准之前录入的内容，时间会早于已有记录，先后次序不受影响。</translation>
    </message>
    <message>
        <source>The computer&apos;s clock was set back by about {minutes} minutes. The program goes on counting as before; set the clock right, then start the program again.</source>
        <translation>电脑时间被调慢了约 {minutes} 分钟。程序仍按原来的时间计算；请校准电脑时间后重新打开程序。</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The computer&apos;s clock</source>
        <translation>电脑时间</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>This did not work. Nothing was set up; what you typed is still here.</source>
        <translation>没有成功，尚未建立任何资料。您填写的内容还在。</translation>
    </message>
    <message>
        <source>Welcome to QualityDesk</source>
        <translation>欢迎使用 QualityDesk</translation>
    </message>
    <message>
        <source>Which language shall the program speak?</source>
        <translation>请选择界面语言。</translation>
    </message>
    <message>
        <source>How shall it begin?</source>
        <translation>如何开始？</translation>
    </message>
    <message>
        <source>Choose with the arrow keys, go on with Enter.</source>
        <translation>用方向键选择，按回车继续。</translation>
    </message>
    <message>
        <source>Your group</source>
        <translation>集团与机构</translation>
    </message>
    <message>
        <source>Everything here except the codes can be changed later.</source>
        <translation>除机构代码外，以后都可以修改。</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您本人</translation>
    </message>
    <message>
        <source>You become the first person of the directory and sign what you enter.</source>
        <translation>您将成为组织中的第一名员工，之后录入的内容记在您名下。</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>首次使用</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始使用</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>GroupStep</name>
    <message>
        <source>Name of the group</source>
        <translation>集团名称</translation>
    </message>
    <message>
        <source>It heads every printed paper.</source>
        <translation>印在每份单据的抬头。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构名称</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Add institution</source>
        <translation>新增机构</translation>
    </message>
    <message>
        <source>Code: 2 to 6 capital letters, part of every number. Region sets the deadline for complaints.</source>
        <translation>代码为 2 至 6 个大写英文字母，用于各种编号；地区决定投诉的结案期限。</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Row {row}, {field}: {words}</source>
        <translation>第 {row} 行“{field}”：{words}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Remove institution {number}</source>
        <translation>删除第 {number} 家机构</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Pages: {names}</source>
        <translation>打开页面：{names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Search everything: pages, people, numbers, standards</source>
        <translation>全局搜索：页面、人员、编号、标准</translation>
    </message>
    <message>
        <source>Reminders: clocks that have come up</source>
        <translation>时限提醒</translation>
    </message>
    <message>
        <source>Next page of this entry</source>
        <translation>本栏目的下一页</translation>
    </message>
    <message>
        <source>Previous page of this entry</source>
        <translation>本栏目的上一页</translation>
    </message>
    <message>
        <source>{count} reminders</source>
        <translation>提醒 {count}</translation>
    </message>
    <message>
        <source>Clocks that have come up (F9)</source>
        <translation>时限提醒（F9）</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>暂时不能离开</translation>
    </message>
    <message>
        <source>Something is still being entered here. Save or cancel it first.</source>
        <translation>这里还有内容没有保存。请先保存或取消。</translation>
    </message>
    <message>
        <source>Opening the database…</source>
        <translation>正在打开数据库…</translation>
    </message>
    <message>
        <source>Pages of this entry</source>
        <translation>本栏目的页面</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>All rounds</source>
        <translation>巡检列表</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查发现</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>检查人校准</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>All cases</source>
        <translation>全部案件</translation>
    </message>
    <message>
        <source>Internal requests</source>
        <translation>内部诉求</translation>
    </message>
    <message>
        <source>Wishes and suggestions</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>Penalties</source>
        <translation>奖惩</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>处分单</translation>
    </message>
    <message>
        <source>Proposals waiting</source>
        <translation>待提出处分</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>会员维护</translation>
    </message>
    <message>
        <source>Data requests</source>
        <translation>信息请求</translation>
    </message>
    <message>
        <source>Trends</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>People and places</source>
        <translation>人员与场所</translation>
    </message>
    <message>
        <source>Visitor counts</source>
        <translation>到诊量</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Rulebook</source>
        <translation>制度</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Letterheads</source>
        <translation>信头</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Inspection plan</source>
        <translation>巡检计划</translation>
    </message>
    <message>
        <source>Planned rounds</source>
        <translation>已排巡检</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>会员概览</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>消费记录</translation>
    </message>
    <message>
        <source>Gifts</source>
        <translation>礼品</translation>
    </message>
    <message>
        <source>Rules signed</source>
        <translation>制度签收</translation>
    </message>
</context>
<context>
    <name>MeStep</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Your staff number.</source>
        <translation>您的员工编号。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
</context>
<context>
    <name>PaperWays</name>
    <message>
        <source>Report of {number}</source>
        <translation>{number} 的报告</translation>
    </message>
    <message>
        <source>Reports of the {count} finished rounds chosen, in one file</source>
        <translation>所选 {count} 次已完成巡检的报告（合为一个文件）</translation>
    </message>
    <message>
        <source>Report of the round chosen</source>
        <translation>所选巡检的报告</translation>
    </message>
    <message>
        <source>Blank checklist for the people of {number}</source>
        <translation>{number} 受检对象的空白检查表</translation>
    </message>
    <message>
        <source>Blank checklist of standards</source>
        <translation>按标准打印空白检查表</translation>
    </message>
    <message>
        <source>Weekly summary and plan</source>
        <translation>本周工作小结与下周计划</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>What is to be printed?</source>
        <translation>要打印什么？</translation>
    </message>
    <message>
        <source>{count} reports in one file</source>
        <translation>{count} 份报告（合为一个文件）</translation>
    </message>
    <message>
        <source>Blank checklist</source>
        <translation>空白检查表</translation>
    </message>
    <message>
        <source>Handbook of standards</source>
        <translation>标准手册</translation>
    </message>
</context>
<context>
    <name>PhotoPanel</name>
    <message>
        <source>Choose folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Watch no folder</source>
        <translation>不再查看</translation>
    </message>
    <message>
        <source>Warn when less than this is free on the disk, in MB</source>
        <translation>磁盘剩余空间少于此数时提醒（MB）</translation>
    </message>
    <message>
        <source>Pictures that come into this folder from the telephone, by cable or sync, are offered while a round is walked. Nothing in the folder is changed or deleted.</source>
        <translation>手机通过数据线或同步软件传到此文件夹的照片，在巡检时会提示添加。程序不会改动或删除其中的任何文件。</translation>
    </message>
    <message>
        <source>Folder of the telephone&apos;s pictures</source>
        <translation>手机照片文件夹</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Warn when less than this is free on the disk</source>
        <translation>磁盘剩余空间少于此数时提醒</translation>
    </message>
    <message>
        <source>None</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Making the sample data</source>
        <translation>正在生成示例数据</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>The database is damaged</source>
        <translation>数据库已损坏</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不恢复</translation>
    </message>
    <message>
        <source>Restoring the backup</source>
        <translation>正在恢复备份</translation>
    </message>
    <message>
        <source>The backup is restored. The file that was there before is kept as {path}.</source>
        <translation>备份已恢复。原来的文件保留为 {path}。</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>已恢复</translation>
    </message>
</context>
<context>
    <name>ReminderList</name>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>剩余或逾期</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>提醒时间</translation>
    </message>
    <message>
        <source>Nothing was reminded of in the last seven days that still runs.</source>
        <translation>最近七天提醒过的时限均已停止计时，没有待看的提醒。</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Clocks that were reminded of and still run. Enter opens the case or request.</source>
        <translation>最近七天提醒过、仍在计时的时限。按回车打开对应的案件或诉求。</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>打开诉求</translation>
    </message>
</context>
<context>
    <name>ReminderPanel</name>
    <message>
        <source>Remind of clocks</source>
        <translation>启用时限提醒</translation>
    </message>
    <message>
        <source>Also as notices of the system, beside the clock of the screen</source>
        <translation>同时在系统托盘弹出通知</translation>
    </message>
    <message>
        <source>At half time, an hour before, when due, and 4 hours and a day after: each once, and only while the institution is open. Notices name the case&apos;s number and clock, no person.</source>
        <translation>时限过半、到期前 1 小时、到期时、逾期 4 小时和逾期 1 天各提醒一次，只在机构营业时间内提醒。通知只写案件编号和时限名称，不出现任何人的姓名。</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Import cases</source>
        <translation>导入投诉</translation>
    </message>
    <message>
        <source>Suggest the next round</source>
        <translation>建议下一次巡检</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Page, name, number or initials</source>
        <translation>页面、姓名、编号或拼音首字母</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>制度</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>大字显示</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>界面</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Keep a copy of the backups outside this computer, on a drive that is locked away.</source>
        <translation>请另存一份备份到本机以外的移动硬盘，并锁好保管。</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>PostgreSQL server</source>
        <translation>PostgreSQL 服务器</translation>
    </message>
    <message>
        <source>File on this computer (SQLite)</source>
        <translation>本机文件（SQLite）</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Last good backup</source>
        <translation>最近一次有效备份</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>日志文件夹</translation>
    </message>
    <message>
        <source>The backup is written and was read back.</source>
        <translation>备份已完成，并已回读核对无误。</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Choose a backup…</source>
        <translation>选择其他备份…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Begin empty</source>
        <translation>从空白开始</translation>
    </message>
    <message>
        <source>Next button</source>
        <translation>下一个按钮</translation>
    </message>
    <message>
        <source>Press the button</source>
        <translation>按下按钮</translation>
    </message>
    <message>
        <source>Looking for a backup that is whole…</source>
        <translation>正在查找完好的备份…</translation>
    </message>
    <message>
        <source>There is no whole backup in {folder}.</source>
        <translation>{folder} 里没有完好的备份。</translation>
    </message>
    <message>
        <source>Restore the backup of {moment}</source>
        <translation>恢复 {moment} 的备份</translation>
    </message>
    <message>
        <source>The last whole backup is of {moment}. What was entered after that is not in it. The present file is kept under another name, so that nothing is thrown away.</source>
        <translation>最近一份完好的备份是 {moment} 的，此后录入的内容不在其中。现有文件会改名保留，不会删除。</translation>
    </message>
    <message>
        <source>Backups (*{suffix})</source>
        <translation>备份 (*{suffix})</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>选择备份</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Next, from any field</source>
        <translation>下一步（在任何栏目都可以）</translation>
    </message>
    <message>
        <source>Next; on a button, press it</source>
        <translation>下一步；在按钮上则按下该按钮</translation>
    </message>
    <message>
        <source>Next field</source>
        <translation>下一栏</translation>
    </message>
    <message>
        <source>Another of the choices</source>
        <translation>换一个选项</translation>
    </message>
    <message>
        <source>Close; what was typed is kept for the next start</source>
        <translation>关闭；已填写的内容留到下次打开</translation>
    </message>
</context>
</TS>
