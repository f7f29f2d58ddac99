<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>DepartmentDialog</name>
    <message>
        <source>Edit department</source>
        <translation>编辑科室</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>新增科室</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无主任</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>A department stays in its institution.</source>
        <translation>科室所属机构不能更改。</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What is out of use is no longer offered; its history stays.</source>
        <translation>停用后不再供选择，历史记录保留。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>科室主任</translation>
    </message>
    <message>
        <source>Type part of a name, number or post. Who is not in the list yet must be added under People first.</source>
        <translation>输入姓名、工号或岗位的一部分。名单中没有的人，须先在“人员”中新增。</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>主任</translation>
    </message>
    <message>
        <source>A changed head holds from this day on; earlier days stay as they were.</source>
        <translation>新主任自这一天起任职，之前的记录不变。</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Heads so far</source>
        <translation>历任主任</translation>
    </message>
</context>
<context>
    <name>DepartmentsView</name>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Heads by dates…</source>
        <translation>历任科室主任…</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>科室主任</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>No department yet. Add the first one with Ctrl+N.</source>
        <translation>还没有科室。按 Ctrl+N 新增第一个。</translation>
    </message>
</context>
<context>
    <name>DirectoryPage</name>
    <message>
        <source>Directory</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Lists of the directory</source>
        <translation>组织资料列表</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>Export the list shown to a file</source>
        <translation>将当前列表导出为文件</translation>
    </message>
    <message>
        <source>By dates: a department&apos;s heads, an institution&apos;s opening hours; standards of the post</source>
        <translation>按日期查看：科室主任、机构营业时间；查看光标所在岗位的标准</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Superiors on a day</source>
        <translation>某日上下级</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Add institution</source>
        <translation>新增机构</translation>
    </message>
    <message>
        <source>Add department</source>
        <translation>新增科室</translation>
    </message>
    <message>
        <source>Add place</source>
        <translation>新增场所</translation>
    </message>
    <message>
        <source>Add post</source>
        <translation>新增岗位</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Import people from a file</source>
        <translation>从文件导入人员</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Add to this list</source>
        <translation>在当前列表中新增</translation>
    </message>
    <message>
        <source>Open the entry under the cursor</source>
        <translation>打开当前一行</translation>
    </message>
    <message>
        <source>Edit number, name and dates of the person under the cursor</source>
        <translation>编辑光标所在人员的工号、姓名和日期</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>下一个列表</translation>
    </message>
    <message>
        <source>List before</source>
        <translation>上一个列表</translation>
    </message>
</context>
<context>
    <name>EmployeeDialog</name>
    <message>
        <source>Edit person</source>
        <translation>编辑人员</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
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
        <source>Hired on</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离职日期</translation>
    </message>
    <message>
        <source>From this day on no longer on rounds and in lists.</source>
        <translation>自这一天起不再列入巡检和名单。</translation>
    </message>
    <message>
        <source>Place of work</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无上级</translation>
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
    <message>
        <source>Superior</source>
        <translation>直属上级</translation>
    </message>
    <message>
        <source>Type part of a name, number or post. The superior of the day answers along with the employee. Who is not in the list yet must be added under People first.</source>
        <translation>输入姓名、工号或岗位的一部分。当日的直属上级承担连带责任。名单中没有的人，须先在“人员”中新增。</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>A changed department, post or superior holds from this day on; earlier days stay as they were.</source>
        <translation>科室、岗位或上级的变动自这一天起生效，之前的记录不变。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>任职记录</translation>
    </message>
    <message>
        <source>This institution has no department yet. Add one under Departments first.</source>
        <translation>该机构还没有科室，请先在“科室”中新增。</translation>
    </message>
</context>
<context>
    <name>EmployeePage</name>
    <message>
        <source>History</source>
        <translation>任职记录</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>下属</translation>
    </message>
    <message>
        <source>About this person</source>
        <translation>该员工的有关情况</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>操作记录…</translation>
    </message>
    <message>
        <source>History of this record: who decided and entered what</source>
        <translation>操作记录：由谁决定、由谁录入、改了什么</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit number, name and dates</source>
        <translation>编辑工号、姓名和日期</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>调动</translation>
    </message>
    <message>
        <source>Change superior</source>
        <translation>更换上级</translation>
    </message>
    <message>
        <source>Leaving</source>
        <translation>离职</translation>
    </message>
    <message>
        <source>Leaving, or coming back</source>
        <translation>办理离职或重新入职</translation>
    </message>
    <message>
        <source>Correct the entry under the cursor; open the person of the team</source>
        <translation>更正光标所在的记录；打开光标所在的下属</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签</translation>
    </message>
    <message>
        <source>Tab before</source>
        <translation>上一个标签</translation>
    </message>
    <message>
        <source>Open the superior</source>
        <translation>打开直属上级</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Hired on</source>
        <translation>入职日期</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离职日期</translation>
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
        <source>Superior</source>
        <translation>直属上级</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>科室主任</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>重新入职</translation>
    </message>
    <message>
        <source>Was away from {left} until {back}.</source>
        <translation>{left} 至 {back} 不在岗。</translation>
    </message>
    <message>
        <source>Left on {day}.</source>
        <translation>已于 {day} 离职。</translation>
    </message>
    <message>
        <source>Leaves on {day}.</source>
        <translation>将于 {day} 离职。</translation>
    </message>
    <message>
        <source>Begins on {day}.</source>
        <translation>将于 {day} 入职。</translation>
    </message>
    <message>
        <source>Stays after all</source>
        <translation>撤销离职安排</translation>
    </message>
</context>
<context>
    <name>HeadsDialog</name>
    <message>
        <source>Heads of department</source>
        <translation>历任科室主任</translation>
    </message>
    <message>
        <source>Change head</source>
        <translation>更换主任</translation>
    </message>
    <message>
        <source>Correct entry</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Change head from a day</source>
        <translation>从某日起更换主任</translation>
    </message>
    <message>
        <source>Correct the entry under the cursor</source>
        <translation>更正光标所在的记录</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>from {day}</source>
        <translation>{day} 起</translation>
    </message>
    <message>
        <source>under {name}</source>
        <translation>上级 {name}</translation>
    </message>
    <message>
        <source>no superior</source>
        <translation>无上级</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无主任</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>No entry yet.</source>
        <translation>还没有记录。</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Until before</source>
        <translation>截止（不含）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>still</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正时间</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>Is now</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>By</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>HoursDialog</name>
    <message>
        <source>Opening hours</source>
        <translation>营业时间</translation>
    </message>
    <message>
        <source>Clocks counted in opening hours, and reminders, go by these. Public holidays are closed.</source>
        <translation>按营业时间计算的时限和到期提醒以此为准；法定节假日放假期间默认不营业。</translation>
    </message>
    <message>
        <source>No hours entered: {hours} every day, closed on public holidays.</source>
        <translation>尚未填写营业时间：按每天 {hours} 计，节假日放假期间不营业。</translation>
    </message>
    <message>
        <source>New hours</source>
        <translation>新的营业时间</translation>
    </message>
    <message>
        <source>Correct entry</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>Remove entry</source>
        <translation>删除记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>New hours from a day on</source>
        <translation>自某日起的新营业时间</translation>
    </message>
    <message>
        <source>Correct the entry under the cursor</source>
        <translation>更正光标所在的记录</translation>
    </message>
    <message>
        <source>Remove the entry under the cursor</source>
        <translation>删除光标所在的记录</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>不营业</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>一周</translation>
    </message>
    <message>
        <source>Make-up days</source>
        <translation>调休上班日</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Remove these hours?</source>
        <translation>删除这条营业时间？</translation>
    </message>
    <message>
        <source>What held before {day} holds on.</source>
        <translation>{day} 之前的营业时间将继续适用。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>HoursEntryDialog</name>
    <message>
        <source>Correct opening hours</source>
        <translation>更正营业时间</translation>
    </message>
    <message>
        <source>New opening hours</source>
        <translation>新的营业时间</translation>
    </message>
    <message>
        <source>As 08:30-12:00 13:30-17:30; empty when closed.</source>
        <translation>格式：08:30-12:00 13:30-17:30；不营业的留空。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Like Monday until Friday</source>
        <translation>周二至周五同周一</translation>
    </message>
    <message>
        <source>Weekend days that the notice makes working days.</source>
        <translation>放假安排中规定上班的周末。</translation>
    </message>
    <message>
        <source>Make-up days</source>
        <translation>调休上班日</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>节假日</translation>
    </message>
</context>
<context>
    <name>InstitutionDialog</name>
    <message>
        <source>Edit institution</source>
        <translation>编辑机构</translation>
    </message>
    <message>
        <source>Add institution</source>
        <translation>新增机构</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>The code is part of the numbers issued and stays as it is.</source>
        <translation>代码已用于各种编号，不能更改。</translation>
    </message>
    <message>
        <source>2 to 6 capital letters; part of every number the institution issues. It cannot be changed later.</source>
        <translation>2 至 6 个大写英文字母，用于该机构的各种编号，建立后不能更改。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Sets the deadline for closing complaints.</source>
        <translation>决定投诉的结案期限。</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>What is out of use is no longer offered; its history stays.</source>
        <translation>停用后不再供选择，历史记录保留。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>InstitutionsView</name>
    <message>
        <source>Opening hours…</source>
        <translation>营业时间…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Institutions</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>No institution yet. Add the first one with Ctrl+N.</source>
        <translation>还没有机构。按 Ctrl+N 新增第一家。</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message>
        <source>Leaving of {name}</source>
        <translation>{name}离职</translation>
    </message>
    <message>
        <source>The first day on which the person is no longer there. Everything on record stays.</source>
        <translation>从这一天起不再在岗。以前的记录全部保留。</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离职日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>可以不填。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Nobody for now</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>They then answer to</source>
        <translation>下属改由谁负责</translation>
    </message>
    <message>
        <source>New head there</source>
        <translation>新的科室主任</translation>
    </message>
    <message>
        <source>Answering to {name} ({count}): {names}</source>
        <translation>直属上级为{name}的 {count} 人：{names}</translation>
    </message>
    <message>
        <source>Head of: {names}</source>
        <translation>担任科室主任：{names}</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Nobody here yet. Add the first person with Ctrl+N, or a file of people with Ctrl+I.</source>
        <translation>还没有人员。按 Ctrl+N 添加第一位，或按 Ctrl+I 从文件导入。</translation>
    </message>
    <message>
        <source>Number, part of the name, or its initials</source>
        <translation>工号、姓名或拼音首字母</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部科室</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Also those who have left</source>
        <translation>包括已离职</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
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
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>直属上级</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Left {day}</source>
        <translation>{day} 离职</translation>
    </message>
    <message>
        <source>Begins {day}</source>
        <translation>{day} 入职</translation>
    </message>
    <message>
        <source>Nobody fits. Search for less, or take a filter away.</source>
        <translation>没有符合条件的人员。请缩短查找内容，或放宽机构、科室条件。</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>共 1 人</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>共 {count} 人</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Edit place</source>
        <translation>编辑场所</translation>
    </message>
    <message>
        <source>Add place</source>
        <translation>新增场所</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>A place stays in its institution.</source>
        <translation>场所不能改到别的机构。</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>As people on site call it: Hall, 1st floor; Waiting area of internal medicine.</source>
        <translation>按现场的叫法填写，如：一楼大厅、内科候诊区。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shown beside the name when a round is put together.</source>
        <translation>选择受检对象时，显示在名称旁边。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What is out of use is no longer offered; its history stays.</source>
        <translation>停用后不再供选择，历史记录保留。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>PlacesView</name>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>No place yet. Add halls, rooms and areas that rounds go to with Ctrl+N.</source>
        <translation>还没有场所。按 Ctrl+N 添加巡检要去的大厅、房间和区域。</translation>
    </message>
</context>
<context>
    <name>PostDialog</name>
    <message>
        <source>Edit post</source>
        <translation>编辑岗位</translation>
    </message>
    <message>
        <source>Add post</source>
        <translation>新增岗位</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Standards name posts by it: guide, nurse, reception. Small letters, digits, underscore.</source>
        <translation>标准包按代码识别岗位，如 guide、nurse、reception。只用小写字母、数字和下划线。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>What is out of use is no longer offered; its history stays.</source>
        <translation>停用后不再供选择，历史记录保留。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>PostsView</name>
    <message>
        <source>By its code a standard says which posts it is for; papers and lists show the name.</source>
        <translation>标准按代码确定适用岗位；单据和列表中显示名称。</translation>
    </message>
    <message>
        <source>Standards of the post…</source>
        <translation>岗位的标准…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>No post yet. Add the first one with Ctrl+N.</source>
        <translation>还没有岗位。按 Ctrl+N 新增第一个。</translation>
    </message>
</context>
<context>
    <name>ReturnDialog</name>
    <message>
        <source>Return of {name}</source>
        <translation>{name}重新入职</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>From this day on in lists and on rounds again. The absence stays on record.</source>
        <translation>从这一天起重新列入名单和巡检，不在岗的期间保留在记录中。</translation>
    </message>
    <message>
        <source>Back on</source>
        <translation>重新入职日期</translation>
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
    <message>
        <source>Superior</source>
        <translation>直属上级</translation>
    </message>
</context>
<context>
    <name>RosterImport</name>
    <message>
        <source>People added: {added}. Changed: {changed}.</source>
        <translation>已新增 {added} 人，更新 {changed} 人。</translation>
    </message>
    <message>
        <source>People template</source>
        <translation>人员导入模板</translation>
    </message>
    <message>
        <source>Choose an Excel workbook (.xlsx) or a CSV file with one person in each row. The columns are found by their heads; people are recognised by their number. Save the template to see which columns there are.</source>
        <translation>请选择 Excel 工作簿（.xlsx）或 CSV 文件，每行一人。按列标题辨认各列，按工号辨认人员。需要哪些列，可先保存模板查看。</translation>
    </message>
    <message>
        <source>Import people</source>
        <translation>导入人员</translation>
    </message>
    <message>
        <source>Export people</source>
        <translation>导出人员</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
</context>
<context>
    <name>RosterOptionsLine</name>
    <message>
        <source>Changed places and superiors hold from</source>
        <translation>变动生效日期（科室、岗位、上级）</translation>
    </message>
    <message>
        <source>Create missing departments and posts</source>
        <translation>新建缺少的科室和岗位</translation>
    </message>
</context>
<context>
    <name>StandingsView</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Number, part of the name, or its initials</source>
        <translation>工号、姓名或拼音首字母</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>查找人员</translation>
    </message>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>People on a day</source>
        <translation>某日人员</translation>
    </message>
    <message>
        <source>Nobody fits on that day.</source>
        <translation>当日没有符合条件的人员。</translation>
    </message>
    <message>
        <source>As on</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Whoever stood above somebody on the day of an act answers along with that person.</source>
        <translation>承担连带责任的，是行为发生当日的直属上级和科室主任。</translation>
    </message>
    <message>
        <source>Export people on a day</source>
        <translation>导出某日人员</translation>
    </message>
    <message>
        <source>People on {day}</source>
        <translation>{day}人员上下级</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>直属上级</translation>
    </message>
    <message>
        <source>Head of department</source>
        <translation>科室主任</translation>
    </message>
</context>
<context>
    <name>TeamView</name>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Nobody answers to this person now.</source>
        <translation>目前没有下属。</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>下属</translation>
    </message>
    <message>
        <source>Head of: {names}</source>
        <translation>担任科室主任：{names}</translation>
    </message>
</context>
<context>
    <name>TermDialog</name>
    <message>
        <source>It holds from this day on; earlier days stay as they were.</source>
        <translation>从这一天起生效，以前的日子不变。</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Correct an entry</source>
        <translation>更正记录</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>调动</translation>
    </message>
    <message>
        <source>Change superior</source>
        <translation>更换上级</translation>
    </message>
    <message>
        <source>Change head of department</source>
        <translation>更换科室主任</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>目前</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{what}, from {day}</source>
        <translation>{what}（{day} 起）</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>原记录</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>科室主任</translation>
    </message>
    <message>
        <source>Superior</source>
        <translation>直属上级</translation>
    </message>
    <message>
        <source>Type part of a name, its initials, a number or a post. Empty: nobody.</source>
        <translation>可输入姓名、拼音首字母、工号或岗位的一部分。留空表示没有。</translation>
    </message>
    <message>
        <source>This entry is a mistake altogether: take it away</source>
        <translation>这一条整个记错了，删除它</translation>
    </message>
    <message>
        <source>The reason stays beside the correction.</source>
        <translation>原因会与更正一起保留。</translation>
    </message>
    <message>
        <source>Needed when the day is past: rounds and slips written meanwhile keep what was known then.</source>
        <translation>日期早于今天时必填。其间已有的巡检和处分单仍按当时所知，不会改动。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>VisitorsDialog</name>
    <message>
        <source>Visitor count</source>
        <translation>到诊量</translation>
    </message>
    <message>
        <source>Which institution</source>
        <translation>选择机构</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>到诊人次</translation>
    </message>
    <message>
        <source>All who came in that month</source>
        <translation>当月到诊的全部人次</translation>
    </message>
    <message>
        <source>{count} stand there already</source>
        <translation>该机构该月已有 {count} 人次</translation>
    </message>
    <message>
        <source>{month}: {done} of {all} institutions entered</source>
        <translation>{month}：已录 {done}/{all} 家机构</translation>
    </message>
    <message>
        <source>{institution} has {before} for {month} already. Replace it by {after}?</source>
        <translation>{institution} {month} 已有 {before} 人次，是否改为 {after}？</translation>
    </message>
    <message>
        <source>Replace the count?</source>
        <translation>替换到诊量？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>VisitorsPage</name>
    <message>
        <source>Visitor counts</source>
        <translation>到诊量</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>到诊人次</translation>
    </message>
    <message>
        <source>No counts yet. Enter how many people came in a month, or import a sheet; complaints are then shown per 1,000 visitors.</source>
        <translation>还没有到诊量。请录入每月到诊人次，或导入表格；之后投诉即可按每千人次显示。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Enter a count</source>
        <translation>录入到诊量</translation>
    </message>
    <message>
        <source>Change the count under the cursor</source>
        <translation>修改光标所在的到诊量</translation>
    </message>
    <message>
        <source>Remove the count under the cursor</source>
        <translation>删除光标所在的到诊量</translation>
    </message>
    <message>
        <source>The count of {institution} for {month} is removed.</source>
        <translation>将删除{institution} {month} 的到诊量。</translation>
    </message>
    <message>
        <source>Remove the count</source>
        <translation>删除到诊量</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Export visitor counts</source>
        <translation>导出到诊量</translation>
    </message>
    <message>
        <source>Counts written: {count}.</source>
        <translation>已写入 {count} 条到诊量。</translation>
    </message>
    <message>
        <source>Visitor counts template</source>
        <translation>到诊量模板</translation>
    </message>
    <message>
        <source>Choose an Excel workbook (.xlsx) or a CSV file with institution, month and visitors in each row. A count of the same institution and month is replaced. Save the template to see the columns.</source>
        <translation>请选择 Excel 工作簿（.xlsx）或 CSV 文件，每行填写机构、月份、到诊量；同一机构同一月份的数字将被替换。各列名称见模板。</translation>
    </message>
    <message>
        <source>Import visitor counts</source>
        <translation>导入到诊量</translation>
    </message>
</context>
</TS>
