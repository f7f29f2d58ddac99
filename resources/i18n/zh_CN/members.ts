<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdjustDialog</name>
    <message>
        <source>Adjust points</source>
        <translation>调整积分</translation>
    </message>
    <message>
        <source>Below zero takes some away.</source>
        <translation>填负数为扣减。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answer to {number}</source>
        <translation>答复 {number}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>本人原话</translation>
    </message>
    <message>
        <source>To be answered by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Answered on</source>
        <translation>答复日期</translation>
    </message>
    <message>
        <source>What was done and handed over; of a refusal the reason, as the customer was told it.</source>
        <translation>写明办了什么、提供了什么；不予办理的，写明告知顾客的理由。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复内容</translation>
    </message>
</context>
<context>
    <name>AssessDialog</name>
    <message>
        <source>Assets and standing of {name}</source>
        <translation>{name}的资产与身份</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Assets (yuan)</source>
        <translation>资产（元）</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>身份地位</translation>
    </message>
    <message>
        <source>Office, repute, who made the recommendation.</source>
        <translation>职务、社会影响、推荐人等。</translation>
    </message>
    <message>
        <source>Assessed by</source>
        <translation>评估人</translation>
    </message>
    <message>
        <source>Assessed on</source>
        <translation>评估日期</translation>
    </message>
    <message>
        <source>The last day it holds; empty: until another one is made.</source>
        <translation>有效期的最后一天；留空则有效至下一次评估。</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>What the assessment rests on.</source>
        <translation>评估的依据。</translation>
    </message>
</context>
<context>
    <name>AttemptDialog</name>
    <message>
        <source>Done</source>
        <translation>登记完成</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>登记未接通</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不再联系</translation>
    </message>
    <message>
        <source>{what}: {count} contacts</source>
        <translation>{what}（{count} 项）</translation>
    </message>
    <message>
        <source>It is a complaint: open a case with this note</source>
        <translation>属于投诉：用这段记录立案</translation>
    </message>
    <message>
        <source>To the day</source>
        <translation>改到</translation>
    </message>
    <message>
        <source>How she was, what she suggested, what was promised.</source>
        <translation>本人感受、提出的建议、答应的事项。</translation>
    </message>
    <message>
        <source>Busy, switched off, wrong number …</source>
        <translation>占线、关机、空号等。</translation>
    </message>
    <message>
        <source>When she wishes to be called, and by whom.</source>
        <translation>希望何时、由谁联系。</translation>
    </message>
    <message>
        <source>Why nothing more is to be done about it.</source>
        <translation>写明不再联系的原因。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>BirthdayPicker</name>
    <message>
        <source>Solar</source>
        <translation>公历</translation>
    </message>
    <message>
        <source>Lunar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>历法</translation>
    </message>
    <message>
        <source>Year of birth, may stay empty</source>
        <translation>出生年份，可不填</translation>
    </message>
    <message>
        <source>Pick calendar, month and day, or leave all empty.</source>
        <translation>请选全历法、月、日，或全部留空。</translation>
    </message>
</context>
<context>
    <name>Birthdays</name>
    <message>
        <source>This year on {days}</source>
        <translation>今年 {days}</translation>
    </message>
    <message>
        <source>Next on {day}</source>
        <translation>下次 {day}</translation>
    </message>
</context>
<context>
    <name>CareListDialog</name>
    <message>
        <source>Issue the list</source>
        <translation>出单</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>全集团</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Consent of {name}</source>
        <translation>{name}的同意</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Each is asked for by itself; whoever says no is served all the same.</source>
        <translation>逐项征询；不同意不影响接受服务。</translation>
    </message>
    <message>
        <source>Consent to</source>
        <translation>同意事项</translation>
    </message>
    <message>
        <source>The customer&apos;s word</source>
        <translation>本人意见</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>表示日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>表示方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Where the signed sheet is kept, who heard it.</source>
        <translation>签字单存放处、在场人等。</translation>
    </message>
</context>
<context>
    <name>Consents</name>
    <message>
        <source>Whether sensitive details may be kept has not been asked yet. Ask, and enter the answer.</source>
        <translation>尚未征询本人是否同意保存敏感信息。请征询后登记。</translation>
    </message>
    <message>
        <source>The customer has forbidden sensitive details to be kept: take them out.</source>
        <translation>本人已撤回保存敏感信息的同意，请清除敏感内容。</translation>
    </message>
</context>
<context>
    <name>ContactActions</name>
    <message>
        <source>Not to be contacted now; it may be put off (P), or left out with a reason (L).</source>
        <translation>目前不宜联系；可以改期（P），或写明原因后不再联系（L）。</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>暂不联系</translation>
    </message>
    <message>
        <source>{occasion}, as {name} would read it</source>
        <translation>{occasion}（以{name}为例）</translation>
    </message>
    <message>
        <source>Names, numbers and texts of all: &quot;Export…&quot; (X).</source>
        <translation>全部姓名、电话和内容请用“导出…”（X）。</translation>
    </message>
    <message>
        <source>What do you need names and numbers for? Who took how many, when and why is kept. You are asked once while the program is open.</source>
        <translation>取用姓名和电话的用途是什么？谁、何时、为何取用多少条都会留痕。程序打开期间只询问一次。</translation>
    </message>
    <message>
        <source>Names and numbers</source>
        <translation>姓名和电话</translation>
    </message>
    <message>
        <source>Show and copy</source>
        <translation>显示并复制</translation>
    </message>
    <message>
        <source>Sent to all</source>
        <translation>登记全部已发送</translation>
    </message>
    <message>
        <source>Was the message ({occasion}) sent to all {count} members? Each has it in her history then.</source>
        <translation>“{occasion}”已发送给全部 {count} 名会员？登记后计入每位会员的维护记录。</translation>
    </message>
    <message>
        <source>These are quiet hours: nothing should be sent before {hour}:00. Was it sent all the same?</source>
        <translation>现在是免打扰时段，{hour}:00 之前不应发送。确实已经发送？</translation>
    </message>
    <message>
        <source>It was sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>{occasion} ({count})</source>
        <translation>{occasion}（{count} 人）</translation>
    </message>
    <message>
        <source>Those chosen ({count})</source>
        <translation>选中的（{count} 项）</translation>
    </message>
    <message>
        <source>All messages to single members ({count})</source>
        <translation>全部个人短信（{count} 条）</translation>
    </message>
    <message>
        <source>All calls ({count})</source>
        <translation>全部电话（{count} 个）</translation>
    </message>
    <message>
        <source>Nothing to export</source>
        <translation>没有可导出的内容</translation>
    </message>
    <message>
        <source>Nothing is left to be sent on this day, or all of it is kept back.</source>
        <translation>当日没有待办事项，或都暂不联系。</translation>
    </message>
    <message>
        <source>Export names, numbers and texts</source>
        <translation>导出姓名、电话和内容</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV text (*.csv)</source>
        <translation>CSV 文本 (*.csv)</translation>
    </message>
    <message>
        <source>{rows} rows were written to {path}.</source>
        <translation>已将 {rows} 行写入 {path}。</translation>
    </message>
    <message>
        <source>Contacts {day}</source>
        <translation>会员维护 {day}</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Hold…</source>
        <translation>暂停维护…</translation>
    </message>
    <message>
        <source>Lift the hold…</source>
        <translation>恢复维护…</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>暂停记录</translation>
    </message>
    <message>
        <source>Nothing has held contacts so far.</source>
        <translation>未曾暂停维护。</translation>
    </message>
    <message>
        <source>Coming within 60 days</source>
        <translation>今后 60 天</translation>
    </message>
    <message>
        <source>Nothing is coming. Contacts begin with a first purchase, or a birthday on record.</source>
        <translation>今后 60 天没有维护事项。首次消费或登记生日后自动产生。</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>维护记录</translation>
    </message>
    <message>
        <source>She has not been contacted so far.</source>
        <translation>尚无维护记录。</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Lifted</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>By and why</source>
        <translation>恢复人和原因</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>to {day}</source>
        <translation>改到 {day}</translation>
    </message>
    <message>
        <source>Contacts are held: {why}. Nothing is sent and nobody calls until this is lifted.</source>
        <translation>已暂停维护：{why}。恢复之前不发短信、不打电话。</translation>
    </message>
    <message>
        <source>Why is this member not to be contacted for the time being? The hold lasts until it is lifted.</source>
        <translation>为什么暂时不联系这位会员？在恢复之前一直有效。</translation>
    </message>
    <message>
        <source>Hold contacts</source>
        <translation>暂停维护</translation>
    </message>
    <message>
        <source>Lift the hold</source>
        <translation>恢复维护</translation>
    </message>
    <message>
        <source>Held because: {why}
Why may she be contacted again?</source>
        <translation>暂停原因：{why}
为什么可以恢复联系？</translation>
    </message>
    <message>
        <source>complaint {number}</source>
        <translation>投诉 {number}</translation>
    </message>
    <message>
        <source>with the complaint</source>
        <translation>随投诉办结</translation>
    </message>
</context>
<context>
    <name>Contacts</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Occasion and gift</source>
        <translation>事项与礼品</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应联系</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Kept back</source>
        <translation>暂不联系</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Not reached so far: {times} ×</source>
        <translation>至今未接通 {times} 次</translation>
    </message>
    <message>
        <source>Put off to {day}</source>
        <translation>已改期至 {day}</translation>
    </message>
    <message>
        <source>Should have been made earlier</source>
        <translation>已过应联系日期</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>等另外 {count} 项</translation>
    </message>
</context>
<context>
    <name>ContactsPage</name>
    <message>
        <source>Contacts owed</source>
        <translation>会员维护</translation>
    </message>
    <message>
        <source>Case…</source>
        <translation>转为投诉…</translation>
    </message>
    <message>
        <source>Open a complaint with what was noted</source>
        <translation>用记录的内容立案</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
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
        <source>Only what is to be done</source>
        <translation>只看待办</translation>
    </message>
    <message>
        <source>General messages</source>
        <translation>统一发送</translation>
    </message>
    <message>
        <source>Personal contacts</source>
        <translation>个别联系</translation>
    </message>
    <message>
        <source>Members…</source>
        <translation>会员名单…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>内容…</translation>
    </message>
    <message>
        <source>Sent to all…</source>
        <translation>全部已发送…</translation>
    </message>
    <message>
        <source>Message…</source>
        <translation>短信内容…</translation>
    </message>
    <message>
        <source>Number…</source>
        <translation>电话…</translation>
    </message>
    <message>
        <source>Name and number in full, with a reason</source>
        <translation>查看完整姓名和电话（须说明用途）</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>不再联系…</translation>
    </message>
    <message>
        <source>Postpone…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Not reached…</source>
        <translation>未接通…</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>已完成…</translation>
    </message>
    <message>
        <source>Texts…</source>
        <translation>短信模板…</translation>
    </message>
    <message>
        <source>Texts of messages</source>
        <translation>短信模板</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export names, numbers and texts</source>
        <translation>导出姓名、电话和内容</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print the list of the day</source>
        <translation>打印当日清单</translation>
    </message>
    <message>
        <source>To the member; where a complaint holds her contacts, to the case</source>
        <translation>打开会员；因投诉暂停的打开案件</translation>
    </message>
    <message>
        <source>To the member under the cursor</source>
        <translation>打开光标所在的会员</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前一天</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>后一天</translation>
    </message>
    <message>
        <source>Only what is to be done, or all</source>
        <translation>只看待办，或看全部</translation>
    </message>
    <message>
        <source>No general message on this day.</source>
        <translation>当日没有统一发送的问候。</translation>
    </message>
    <message>
        <source>Nothing is left to do here. Ctrl+F shows all of the day.</source>
        <translation>已没有待办。按 Ctrl+F 看当日全部。</translation>
    </message>
    <message>
        <source>Nobody in particular is to be contacted on this day.</source>
        <translation>当日没有需要个别联系的会员。</translation>
    </message>
    <message>
        <source>To do: calls {calls}, messages {messages} · kept back {kept}</source>
        <translation>待办：电话 {calls} 个，短信 {messages} 条 · 暂不联系 {kept} 项</translation>
    </message>
    <message>
        <source>Quiet hours: messages are sent from {hour}:00 on, until {end}:00.</source>
        <translation>免打扰时段：短信在 {hour}:00 至 {end}:00 之间发送。</translation>
    </message>
    <message>
        <source>Next: {occasion}, {day}.</source>
        <translation>下一次：{day}，{occasion}。</translation>
    </message>
    <message>
        <source>Contacts come by themselves: after a first purchase, and on birthdays on record.</source>
        <translation>首次消费后和登记的生日当天会自动产生。</translation>
    </message>
    <message>
        <source>Next: {day} ({count}).</source>
        <translation>下一次：{day}（{count} 项）。</translation>
    </message>
</context>
<context>
    <name>CustomerActions</name>
    <message>
        <source>What do you need the details of {customer} for? Who looked, when and why is kept.</source>
        <translation>因何需要查看 {customer} 的完整信息？查看人、时间和原因都会留下记录。</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>查看完整信息</translation>
    </message>
    <message>
        <source>Show and change</source>
        <translation>查看并修改</translation>
    </message>
    <message>
        <source>Flag for all staff</source>
        <translation>列为重点关注</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>列为重点关注</translation>
    </message>
    <message>
        <source>What should all staff know when {customer} comes? They see it wherever the customer is shown.</source>
        <translation>{customer} 到院时，各岗位人员应注意什么？凡显示这位顾客的地方都会看到这条提示。</translation>
    </message>
    <message>
        <source>Lift the flag</source>
        <translation>取消重点关注</translation>
    </message>
    <message>
        <source>Why is the flag of {customer} lifted? It stays in the history.</source>
        <translation>为什么取消 {customer} 的重点关注？原提示仍保留在历史记录中。</translation>
    </message>
    <message>
        <source>Which record is somebody else?</source>
        <translation>哪一份档案是另外一个人？</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>拆分档案</translation>
    </message>
    <message>
        <source>Why are they two? Both records then stand as before.</source>
        <translation>为什么认定是两个人？拆分后，两份档案都恢复原状。</translation>
    </message>
</context>
<context>
    <name>CustomerBenefits</name>
    <message>
        <source>Nothing granted this year. &quot;Grant…&quot; gives what the tier has.</source>
        <translation>今年还没有发放权益。点“发放…”按等级发放。</translation>
    </message>
    <message>
        <source>Benefits of this year</source>
        <translation>本年权益</translation>
    </message>
    <message>
        <source>Grant…</source>
        <translation>发放…</translation>
    </message>
    <message>
        <source>Used…</source>
        <translation>使用…</translation>
    </message>
    <message>
        <source>Undo the use…</source>
        <translation>撤销使用…</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>收回…</translation>
    </message>
    <message>
        <source>Take back benefits</source>
        <translation>收回权益</translation>
    </message>
    <message>
        <source>Why are these taken back: {benefits}? What was used already stays.</source>
        <translation>为什么收回：{benefits}？已使用的次数保留不变。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Benefit</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>Used: {benefit}</source>
        <translation>使用：{benefit}</translation>
    </message>
    <message>
        <source>Why was {benefit} not used on {day} after all?</source>
        <translation>{day} 的“{benefit}”为什么撤销？</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
</context>
<context>
    <name>CustomerDialog</name>
    <message>
        <source>Change customer</source>
        <translation>修改顾客档案</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建顾客档案</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Several are kept apart by a comma; the first is the one to call.</source>
        <translation>有几个号码的用逗号隔开；第一个是首选联系电话。</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Where the customer is at home.</source>
        <translation>平时就诊的机构。</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>What staff should know: when to call, who comes along.</source>
        <translation>便于接待的情况，如何时方便接电话、由谁陪同。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Already known?</source>
        <translation>是否已有档案</translation>
    </message>
    <message>
        <source>Customers who may be the same person</source>
        <translation>可能是同一人的顾客</translation>
    </message>
    <message>
        <source>This is the one</source>
        <translation>就是这位</translation>
    </message>
    <message>
        <source>Enter on a row does the same</source>
        <translation>在列表中按回车键也可以</translation>
    </message>
    <message>
        <source>Nobody like this is on record so far. Name and telephone are compared while you type.</source>
        <translation>尚未发现相近的档案。填写时会随时比对姓名和电话。</translation>
    </message>
    <message>
        <source>Somebody like this is on record. Look before a second record is made.</source>
        <translation>已有相近的档案。请先核对，以免重复建档。</translation>
    </message>
    <message>
        <source>Somebody like this is on record, too. Two records of one person can be merged in the list.</source>
        <translation>另有相近的档案。确是同一人的，可在顾客列表中合并档案。</translation>
    </message>
</context>
<context>
    <name>CustomerPicker</name>
    <message>
        <source>Name, initials, telephone&apos;s last four digits</source>
        <translation>姓名、拼音首字母或电话后四位</translation>
    </message>
    <message>
        <source>Pick somebody from the list, or enter a new customer there.</source>
        <translation>请从列表中选择，或在列表末尾新建顾客档案。</translation>
    </message>
    <message>
        <source>Pick somebody from the list.</source>
        <translation>请从列表中选择。</translation>
    </message>
    <message>
        <source>New customer…</source>
        <translation>新建顾客档案…</translation>
    </message>
    <message>
        <source>Nobody fits.</source>
        <translation>没有符合的顾客。</translation>
    </message>
</context>
<context>
    <name>CustomerPoints</name>
    <message>
        <source>Redeem…</source>
        <translation>兑换…</translation>
    </message>
    <message>
        <source>Adjust…</source>
        <translation>调整…</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>No points yet: bills bring them by themselves.</source>
        <translation>还没有积分。消费后自动计分。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>good before {day}</source>
        <translation>{day} 到期</translation>
    </message>
    <message>
        <source>{points} spent already, not asked for</source>
        <translation>其中 {points} 分已用掉，不再追扣</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 分</translation>
    </message>
    <message>
        <source>{points} of them go on {day}</source>
        <translation>其中 {points} 分将于 {day} 到期</translation>
    </message>
    <message>
        <source>Why is {gift} undone? The points and the piece come back.</source>
        <translation>为什么撤销兑换“{gift}”？积分和礼品都会退回。</translation>
    </message>
    <message>
        <source>Undo the redemption</source>
        <translation>撤销兑换</translation>
    </message>
</context>
<context>
    <name>CustomerPurchases</name>
    <message>
        <source>No purchase yet. &quot;New purchase&quot; enters the first one.</source>
        <translation>还没有消费记录。点“登记消费”登记第一笔。</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>消费记录</translation>
    </message>
    <message>
        <source>New purchase</source>
        <translation>登记消费</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>{count} entries · paid {paid} · given back {refunded}</source>
        <translation>共 {count} 笔 · 消费 {paid} · 退款 {refunded}</translation>
    </message>
</context>
<context>
    <name>CustomerView</name>
    <message>
        <source>Name and telephone are hidden.</source>
        <translation>姓名和电话已作遮挡。</translation>
    </message>
    <message>
        <source>Flags so far</source>
        <translation>重点关注记录</translation>
    </message>
    <message>
        <source>Records merged into this one</source>
        <translation>已并入的档案</translation>
    </message>
    <message>
        <source>Choose somebody in the list.</source>
        <translation>请在列表中选择一位顾客。</translation>
    </message>
    <message>
        <source>More about the customer</source>
        <translation>顾客的更多情况</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Flagged: {reason}</source>
        <translation>重点关注：{reason}</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
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
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>On record since</source>
        <translation>建档时间</translation>
    </message>
    <message>
        <source>Erased on request: number and sums are left.</source>
        <translation>已按本人要求删除，只保留编号和消费金额。</translation>
    </message>
    <message>
        <source>Only stored, on request. Enter opens the page on which the restriction can be lifted.</source>
        <translation>按本人要求只作保存。按回车打开会员页，可解除限制。</translation>
    </message>
    <message>
        <source>{day} {name}: {reason}</source>
        <translation>{day} {name}：{reason}</translation>
    </message>
    <message>
        <source>Lifted {day} {name}: {reason}</source>
        <translation>{day} {name} 取消：{reason}</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Flagged</source>
        <translation>重点关注</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Customers</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建顾客档案</translation>
    </message>
    <message>
        <source>Open the page of the customer under the cursor</source>
        <translation>打开光标所在顾客的页面</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Name, initials, telephone&apos;s last four digits, number</source>
        <translation>姓名、拼音首字母、电话后四位或编号</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>搜索顾客</translation>
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
        <source>Flagged only</source>
        <translation>只看重点关注</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show in full…</source>
        <translation>查看完整信息…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Flag…</source>
        <translation>重点关注…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并档案…</translation>
    </message>
    <message>
        <source>Separate…</source>
        <translation>拆分档案…</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>1 customer</source>
        <translation>1 位顾客</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} 位顾客</translation>
    </message>
    <message>
        <source>No customer yet. Enter the first one with Ctrl+N.</source>
        <translation>还没有顾客档案。按 Ctrl+N 新建第一份。</translation>
    </message>
    <message>
        <source>Nobody is flagged. Choose a customer and &quot;Flag…&quot; when all staff should take care.</source>
        <translation>目前没有重点关注的顾客。需要各岗位都留意的，选中后点“重点关注…”。</translation>
    </message>
    <message>
        <source>Nobody fits. Search for less, or take a filter away.</source>
        <translation>没有符合条件的顾客。请减少搜索内容，或去掉筛选。</translation>
    </message>
    <message>
        <source>Lift the flag…</source>
        <translation>取消重点关注…</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>查看完整信息</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day before (←)</source>
        <translation>前一天（←）</translation>
    </message>
    <message>
        <source>Day after (→)</source>
        <translation>后一天（→）</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>GiftDialog</name>
    <message>
        <source>Change the gift</source>
        <translation>修改礼品</translation>
    </message>
    <message>
        <source>New gift</source>
        <translation>新礼品</translation>
    </message>
    <message>
        <source>Is offered</source>
        <translation>可供兑换</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Points for one</source>
        <translation>每件积分</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>GiftsPage</name>
    <message>
        <source>Gifts</source>
        <translation>礼品</translation>
    </message>
    <message>
        <source>No gift yet. &quot;New gift&quot; (Ctrl+N) enters one that points can buy.</source>
        <translation>还没有礼品。点“新礼品”（Ctrl+N）登记可用积分兑换的礼品。</translation>
    </message>
    <message>
        <source>How the stock came to be</source>
        <translation>库存变动</translation>
    </message>
    <message>
        <source>Nothing has come in yet.</source>
        <translation>还没有入库。</translation>
    </message>
    <message>
        <source>Take in…</source>
        <translation>入库…</translation>
    </message>
    <message>
        <source>Count…</source>
        <translation>盘点…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>New gift</source>
        <translation>新礼品</translation>
    </message>
    <message>
        <source>Change the gift under the cursor</source>
        <translation>修改光标处的礼品</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>礼品</translation>
    </message>
    <message>
        <source>Points for one</source>
        <translation>每件积分</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Redeemed</source>
        <translation>已兑换</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>可兑换</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>1 gift</source>
        <translation>1 种礼品</translation>
    </message>
    <message>
        <source>{count} gifts</source>
        <translation>{count} 种礼品</translation>
    </message>
    <message>
        <source>Export gifts</source>
        <translation>导出礼品</translation>
    </message>
</context>
<context>
    <name>GrantDialog</name>
    <message>
        <source>Grant</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>Grant benefits of this year</source>
        <translation>发放本年度权益</translation>
    </message>
    <message>
        <source>not her tier: with a reason</source>
        <translation>非本人等级，须写明理由</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Granted: {benefits}.</source>
        <translation>将发放：{benefits}。</translation>
    </message>
    <message>
        <source>The member holds {tier}.</source>
        <translation>该会员现为{tier}。</translation>
    </message>
    <message>
        <source>The member holds {tier}, which has no benefits counted by the year.</source>
        <translation>该会员现为{tier}，按制度没有按年计次的权益。</translation>
    </message>
</context>
<context>
    <name>GreetedDialog</name>
    <message>
        <source>No member of the tiers that get general messages. Tiers begin with a first purchase.</source>
        <translation>没有应发送的会员。首次消费后即有等级。</translation>
    </message>
    <message>
        <source>{day}: {members} members, {done} sent, {kept} kept back, {todo} to do.</source>
        <translation>{day}：共 {members} 人，已发送 {done} 人，暂不发送 {kept} 人，待发送 {todo} 人。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>To the member under the cursor</source>
        <translation>打开光标所在的会员</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Export names, numbers and texts</source>
        <translation>导出姓名、电话和内容</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Names and telephones leave the program in full: who took how many, when and why is kept.</source>
        <translation>将导出完整姓名和电话：谁、何时、为何取用多少条都会留痕。</translation>
    </message>
</context>
<context>
    <name>MemberActions</name>
    <message>
        <source>What do you need the details of {customer} for? Who looked, when and why is kept.</source>
        <translation>为什么要查看 {customer} 的完整信息？查看人、时间和原因都会留下记录。</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>查看完整信息</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>Take {who} out of the family?</source>
        <translation>确定从家庭成员中删去 {who}？</translation>
    </message>
    <message>
        <source>Change name, telephones, institution…</source>
        <translation>更改姓名、电话、机构…</translation>
    </message>
    <message>
        <source>Lift the flag…</source>
        <translation>取消重点关注…</translation>
    </message>
    <message>
        <source>Flag for all staff…</source>
        <translation>列为重点关注…</translation>
    </message>
    <message>
        <source>Merge with another record…</source>
        <translation>与另一份档案合并…</translation>
    </message>
    <message>
        <source>Separate…</source>
        <translation>拆分…</translation>
    </message>
    <message>
        <source>Enter a request about personal data…</source>
        <translation>登记个人信息请求…</translation>
    </message>
    <message>
        <source>Copy of everything held…</source>
        <translation>提供个人信息副本…</translation>
    </message>
    <message>
        <source>Restrict to storage…</source>
        <translation>限制为只作保存…</translation>
    </message>
    <message>
        <source>Lift the restriction…</source>
        <translation>解除限制…</translation>
    </message>
    <message>
        <source>Erase for good…</source>
        <translation>永久删除个人信息…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Why is the restriction of {customer} lifted? The record is then shown and used as before.</source>
        <translation>为什么解除对 {customer} 的限制？解除后照常显示和使用。</translation>
    </message>
    <message>
        <source>Lift the restriction</source>
        <translation>解除限制</translation>
    </message>
    <message>
        <source>Name, telephones and everything written about {customer} are taken away for good; number, sums and papers issued are left. This cannot be undone. Why is it done?</source>
        <translation>将永久删除 {customer} 的姓名、电话和全部资料，只保留编号、消费金额和已签发的单据，不能恢复。请写明原因。</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Show and change</source>
        <translation>查看并更改</translation>
    </message>
</context>
<context>
    <name>MemberPage</name>
    <message>
        <source>Names, telephones and sensitive details are hidden (Ctrl+U).</source>
        <translation>姓名、电话和敏感信息已隐藏（Ctrl+U 查看）。</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>会员资料</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>接待偏好</translation>
    </message>
    <message>
        <source>Consents and standing</source>
        <translation>同意与身份</translation>
    </message>
    <message>
        <source>About this member</source>
        <translation>会员信息</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>History of this record: who decided and entered what</source>
        <translation>本档案的历史：谁决定、谁录入了什么</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>历史…</translation>
    </message>
    <message>
        <source>Flag, merge, copy, restrict, erase and what is seldom done</source>
        <translation>重点关注、合并、副本、限制、删除等不常用操作</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Appointment card</source>
        <translation>接待卡</translation>
    </message>
    <message>
        <source>Show in full, with a reason</source>
        <translation>查看完整信息（须写明原因）</translation>
    </message>
    <message>
        <source>Show in full…</source>
        <translation>查看完整信息…</translation>
    </message>
    <message>
        <source>Change what the tab shows: the profile, or the preferences</source>
        <translation>更改本页签的内容：会员资料或接待偏好</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Open what stands under the cursor</source>
        <translation>打开光标所在的一行</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个页签</translation>
    </message>
    <message>
        <source>Tab before</source>
        <translation>上一个页签</translation>
    </message>
    <message>
        <source>Add a purchase on its tab, else somebody of the family</source>
        <translation>在消费页登记消费，其他页登记家庭成员</translation>
    </message>
    <message>
        <source>Enter a consent</source>
        <translation>登记本人同意</translation>
    </message>
    <message>
        <source>Flagged: {reason}</source>
        <translation>重点关注：{reason}</translation>
    </message>
    <message>
        <source>Erased on request, {moment} {name}: {why}. Number, sums and papers issued are left.</source>
        <translation>已按本人要求删除（{moment} {name}：{why}）。只保留编号、消费金额和已签发的单据。</translation>
    </message>
    <message>
        <source>Only stored, on request, since {moment} {name}: {why}</source>
        <translation>按本人要求只作保存（{moment} {name}：{why}）</translation>
    </message>
    <message>
        <source>Only stored, on request, since {moment} {name}, until {until}: {why}</source>
        <translation>按本人要求只作保存，保存至 {until}（{moment} {name}：{why}）</translation>
    </message>
    <message>
        <source>Names, telephones and sensitive details are hidden.</source>
        <translation>姓名、电话和敏感信息已隐藏。</translation>
    </message>
</context>
<context>
    <name>MemberPaperWays</name>
    <message>
        <source>For the desk: name, telephone and personal details hidden</source>
        <translation>前台版：隐去姓名、电话和个人信息</translation>
    </message>
    <message>
        <source>In full, for whoever receives the guest</source>
        <translation>完整版：供接待人使用</translation>
    </message>
    <message>
        <source>Appointment card</source>
        <translation>接待卡</translation>
    </message>
    <message>
        <source>Which version is to be printed?</source>
        <translation>要打印哪一版？</translation>
    </message>
    <message>
        <source>A copy of everything held about {customer}, to be handed over: PDF, workbook and data file in one archive. Why is it made? Who made it, when and why is kept.</source>
        <translation>将 {customer} 的全部信息制成副本提供给本人：PDF、工作簿和数据文件，打包为一个压缩文件。请写明原因；制作人、时间和原因都会留下记录。</translation>
    </message>
    <message>
        <source>Copy of everything held</source>
        <translation>个人信息副本</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Saved as {path}. Hand it over and delete it here: it says everything about the customer.</source>
        <translation>已保存为 {path}。其中包含顾客的全部信息，交给本人后请从本机删除。</translation>
    </message>
    <message>
        <source>Archive (*.zip)</source>
        <translation>压缩文件 (*.zip)</translation>
    </message>
</context>
<context>
    <name>MembersTab</name>
    <message>
        <source>Members and tiers</source>
        <translation>会员与等级</translation>
    </message>
    <message>
        <source>Name, initials, telephone, number</source>
        <translation>姓名、拼音首字母、电话、编号</translation>
    </message>
    <message>
        <source>Search members</source>
        <translation>搜索会员</translation>
    </message>
    <message>
        <source>All tiers</source>
        <translation>全部等级</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
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
        <source>About to fall</source>
        <translation>即将降级</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>特别定级</translation>
    </message>
    <message>
        <source>No member yet. Whoever has bought something is a member: enter or import purchases first.</source>
        <translation>还没有会员。有过消费的顾客即为会员，请先录入或导入消费记录。</translation>
    </message>
    <message>
        <source>Nobody is about to fall.</source>
        <translation>没有即将降级的会员。</translation>
    </message>
    <message>
        <source>No tier is pinned. Choose a member and pin a tier with its reason and end.</source>
        <translation>没有特别定级的会员。选中会员后可特别定级，须填写理由和截止日期。</translation>
    </message>
    <message>
        <source>Nobody fits. Search for less, or take a filter away.</source>
        <translation>没有符合条件的会员。请减少搜索词或放宽筛选条件。</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 位会员</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} 位会员</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge with another record</source>
        <translation>合并档案</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>{customer} is kept. The other record is linked to it: whoever searches for it comes here, and its flags hold here. Nothing is lost; the two can be separated again.</source>
        <translation>保留 {customer}。另一份档案并入后，搜到它即转到这里，它的重点关注也在这里有效。两份档案的内容都不丢失，以后还可拆分。</translation>
    </message>
    <message>
        <source>Choose the other record: both then stand here side by side.</source>
        <translation>请先选择另一份档案，两份档案会在这里并列对照。</translation>
    </message>
    <message>
        <source>The two records</source>
        <translation>两份档案对照</translation>
    </message>
    <message>
        <source>Other record</source>
        <translation>另一份档案</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Is kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Sounds alike</source>
        <translation>读音相同</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Same number on both</source>
        <translation>有相同号码</translation>
    </message>
    <message>
        <source>None the same</source>
        <translation>无相同号码</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
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
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>On record since</source>
        <translation>建档时间</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Neither name nor telephone is the same.</source>
        <translation>姓名、电话都不一致。</translation>
    </message>
    <message>
        <source>The names differ, though a telephone is the same: they may be of one family.</source>
        <translation>电话相同但姓名不同，可能是一家人，请核实。</translation>
    </message>
    <message>
        <source>{kept} and {other} have neither name nor telephone in common. Are they really one person? Purchases, points and tier would count together.</source>
        <translation>{kept} 与 {other} 的姓名、电话都不一致，确定是同一人吗？合并后消费、积分和等级将合并计算。</translation>
    </message>
    <message>
        <source>Merge two who differ?</source>
        <translation>姓名、电话不一致，仍要合并？</translation>
    </message>
    <message>
        <source>Merge all the same</source>
        <translation>仍然合并</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再核对</translation>
    </message>
</context>
<context>
    <name>MessagesDialog</name>
    <message>
        <source>Message</source>
        <translation>短信内容</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>短信内容</translation>
    </message>
    <message>
        <source>Name and number</source>
        <translation>姓名和电话</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>短信内容</translation>
    </message>
    <message>
        <source>Names and numbers are masked here; the text is as it is sent.</source>
        <translation>此处姓名和电话已隐去，内容即发送的内容。</translation>
    </message>
    <message>
        <source>The text names the member in full: copy it with name and number.</source>
        <translation>内容里有完整姓名，请用“连同姓名电话复制”。</translation>
    </message>
    <message>
        <source>Name and number are masked here.</source>
        <translation>此处姓名和电话已隐藏。</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>复制内容</translation>
    </message>
    <message>
        <source>Copy with name and number…</source>
        <translation>连同姓名电话复制…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copy with name and number, with a reason</source>
        <translation>连同姓名电话复制（须写用途）</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>内容已复制。</translation>
    </message>
    <message>
        <source>The texts are copied.</source>
        <translation>全部内容已复制。</translation>
    </message>
    <message>
        <source>1 name and number is on the clipboard.</source>
        <translation>已复制 1 人的姓名和电话。</translation>
    </message>
    <message>
        <source>{count} names and numbers are on the clipboard.</source>
        <translation>已复制 {count} 人的姓名和电话。</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>会员概览</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>等级提议</translation>
    </message>
    <message>
        <source>Charts as tables and back</source>
        <translation>图表与表格切换</translation>
    </message>
    <message>
        <source>No purchases yet. Enter or import them; then the picture is drawn here.</source>
        <translation>还没有消费记录。录入或导入后在此显示图表。</translation>
    </message>
    <message>
        <source>Members by tier</source>
        <translation>会员等级构成</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期占比</translation>
    </message>
    <message>
        <source>Who brings the spending</source>
        <translation>消费集中度</translation>
    </message>
    <message>
        <source>Biggest members</source>
        <translation>消费最高的会员</translation>
    </message>
    <message>
        <source>Part of spending</source>
        <translation>消费占比</translation>
    </message>
    <message>
        <source>Tiers moved by month</source>
        <translation>每月等级变动</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>降级</translation>
    </message>
    <message>
        <source>No tier has been confirmed yet. Proposals wait on the page Tiers.</source>
        <translation>还没有确认过的等级变动。待确认的提议在“会员等级”页。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Falls</source>
        <translation>预计降级</translation>
    </message>
    <message>
        <source>To keep the tier</source>
        <translation>保级还需消费</translation>
    </message>
    <message>
        <source>Spending to the next tier</source>
        <translation>消费 / 升级标准</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Call today</source>
        <translation>今日致电</translation>
    </message>
    <message>
        <source>Complaint {number}</source>
        <translation>投诉 {number}</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Spending of a year</source>
        <translation>近一年消费</translation>
    </message>
    <message>
        <source>The few behind most of the spending</source>
        <translation>贡献大部分消费的会员</translation>
    </message>
    <message>
        <source>No purchases within a year.</source>
        <translation>近一年没有消费记录。</translation>
    </message>
    <message>
        <source>{members} members · {waits} proposals wait · {risk} about to fall</source>
        <translation>{members} 位会员 · {waits} 条提议待确认 · {risk} 位即将降级</translation>
    </message>
    <message>
        <source>{tier}: {count} members, {share} %, expected {expected}</source>
        <translation>{tier}：{count} 位，占 {share} %，预期 {expected}</translation>
    </message>
    <message>
        <source>n = {count} members who ever bought, tiers as held on {day}; brackets: shares expected.</source>
        <translation>n = {count} 位有过消费的会员，按 {day} 的等级统计；括线为预期占比。</translation>
    </message>
    <message>
        <source>more in {tiers}</source>
        <translation>偏多的是{tiers}</translation>
    </message>
    <message>
        <source>fewer in {tiers}</source>
        <translation>偏少的是{tiers}</translation>
    </message>
    <message>
        <source>Against the expected shares: {parts}.</source>
        <translation>与预期占比相比，{parts}。</translation>
    </message>
    <message>
        <source>Every tier lies within its expected share.</source>
        <translation>各等级占比均在预期范围内。</translation>
    </message>
    <message>
        <source>To the customer under the cursor, or the complaint that holds her contacts</source>
        <translation>打开光标所在的顾客，或使其暂停维护的投诉</translation>
    </message>
    <message>
        <source>Next list</source>
        <translation>下一份名单</translation>
    </message>
    <message>
        <source>Nobody to be called: nobody is about to fall, or all of them are held.</source>
        <translation>今天没有需要致电的会员：没有即将降级的，或均已暂停维护。</translation>
    </message>
    <message>
        <source>Held for</source>
        <translation>暂停原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>暂停时间</translation>
    </message>
    <message>
        <source>Held: not to be called</source>
        <translation>暂停维护，暂不致电</translation>
    </message>
    <message>
        <source>Nobody is held: every member to be called may be called.</source>
        <translation>没有暂停维护的会员，今日致电名单均可联系。</translation>
    </message>
    <message>
        <source>Of all who bought, {few} members ({part} %) bring {percent} % of the spending.</source>
        <translation>有消费的会员中，{few} 位（{part} %）贡献了 {percent} % 的消费。</translation>
    </message>
    <message>
        <source>n = {payers} members, {total} from {first} to {last}, refunds taken off.</source>
        <translation>n = {payers} 位会员，{first} 至 {last} 共消费 {total}，已扣除退款。</translation>
    </message>
    <message>
        <source>The biggest {x} % of members bring {y} % of the spending.</source>
        <translation>消费最高的 {x} % 会员贡献 {y} % 的消费。</translation>
    </message>
    <message>
        <source>members, the biggest first</source>
        <translation>会员（消费从高到低）</translation>
    </message>
    <message>
        <source>spending</source>
        <translation>消费</translation>
    </message>
    <message>
        <source>{month}: {up} up, {down} down</source>
        <translation>{month}：升级 {up} 位，降级 {down} 位</translation>
    </message>
    <message>
        <source>In twelve months {up} members rose and {down} fell.</source>
        <translation>近十二个月升级 {up} 位、降级 {down} 位。</translation>
    </message>
    <message>
        <source>n = {count} confirmed moves by the day they hold from; pins are not counted.</source>
        <translation>n = {count} 次已确认的变动，按生效日期统计，不含特别定级。</translation>
    </message>
</context>
<context>
    <name>OwnRequests</name>
    <message>
        <source>Nothing has been asked about these data so far. &quot;More…&quot; enters a request.</source>
        <translation>这位顾客还没有提出过个人信息请求。可在“更多…”中登记。</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>信息请求</translation>
    </message>
</context>
<context>
    <name>PersonRequests</name>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>What was said, and the answer</source>
        <translation>本人原话与答复</translation>
    </message>
</context>
<context>
    <name>PersonRequestsPage</name>
    <message>
        <source>Requests about personal data</source>
        <translation>个人信息请求</translation>
    </message>
    <message>
        <source>Only those to be answered</source>
        <translation>只看待答复</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>登记请求</translation>
    </message>
    <message>
        <source>Answer the request under the cursor</source>
        <translation>答复光标所在的请求</translation>
    </message>
    <message>
        <source>Only those to be answered, or all</source>
        <translation>只看待答复，或看全部</translation>
    </message>
    <message>
        <source>{count} to be answered</source>
        <translation>待答复 {count} 项</translation>
    </message>
    <message>
        <source>No answer is owed. When a customer asks what is kept, or to have it erased: Ctrl+N.</source>
        <translation>没有待答复的请求。顾客要求查阅、更正或删除个人信息时，按 Ctrl+N 登记。</translation>
    </message>
    <message>
        <source>No request yet. When a customer asks what is kept, or to have it erased: Ctrl+N.</source>
        <translation>还没有请求。顾客要求查阅、更正或删除个人信息时，按 Ctrl+N 登记。</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Pin the tier of {member}</source>
        <translation>特别定级：{member}</translation>
    </message>
    <message>
        <source>assets from {sum}</source>
        <translation>资产 {sum} 以上</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Until then nothing is proposed for this member; on that day the spending is reviewed.</source>
        <translation>截止日期前不再为该会员提请升降级，到期当天按消费复核。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Assessed assets, standing, a leader&apos;s decision: who assessed, on what ground.</source>
        <translation>如资产评估、身份地位、领导决定：由谁评估，依据是什么。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences of {name}</source>
        <translation>{name}的接待偏好</translation>
    </message>
    <message>
        <source>Whoever is at the desk</source>
        <translation>由前台迎接</translation>
    </message>
</context>
<context>
    <name>PreferencesTab</name>
    <message>
        <source>Change preferences…</source>
        <translation>更改接待偏好…</translation>
    </message>
    <message>
        <source>What is ready for the appointment. It stands on the appointment card.</source>
        <translation>预约到院前要准备的，都会印在接待卡上。</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>接待偏好</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Profile of {name}</source>
        <translation>{name}的会员资料</translation>
    </message>
</context>
<context>
    <name>ProfileTab</name>
    <message>
        <source>Nobody of the family yet. Whoever tells of husband, wife or children is greeted by name.</source>
        <translation>还没有登记家庭成员。顾客谈到配偶、子女时登记下来，问候时就能叫出名字。</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家庭成员</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Strike out…</source>
        <translation>删去…</translation>
    </message>
    <message>
        <source>Records merged into this one</source>
        <translation>并入本档案的其他档案</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>会员资料</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
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
        <source>On record since</source>
        <translation>建档日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Kept on</source>
        <translation>公历日期</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} 岁</translation>
    </message>
</context>
<context>
    <name>ProposalsTab</name>
    <message>
        <source>Rises and falls</source>
        <translation>升级和降级</translation>
    </message>
    <message>
        <source>Rises or falls</source>
        <translation>升级或降级</translation>
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
        <source>Proposals</source>
        <translation>等级提议</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>不同意…</translation>
    </message>
    <message>
        <source>Confirm all…</source>
        <translation>全部确认…</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原等级</translation>
    </message>
    <message>
        <source>To</source>
        <translation>新等级</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>期间消费</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>From day</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Nothing is proposed. Rises are proposed when purchases are entered, falls on the days of review.</source>
        <translation>暂无等级提议。录入消费后即时提请升级，复核日提请降级。</translation>
    </message>
    <message>
        <source>Nothing of this kind is proposed. Take a filter away.</source>
        <translation>没有这一类提议。请放宽筛选条件。</translation>
    </message>
    <message>
        <source>1 proposal</source>
        <translation>1 条提议</translation>
    </message>
    <message>
        <source>{count} proposals</source>
        <translation>{count} 条提议</translation>
    </message>
    <message>
        <source>Confirm {count}</source>
        <translation>确认 {count} 条</translation>
    </message>
    <message>
        <source>{member}: {move}. Confirm it?</source>
        <translation>{member}：{move}。确认吗？</translation>
    </message>
    <message>
        <source>{count} are chosen: {up} rises, {down} falls. Confirm them?</source>
        <translation>已选 {count} 条：升级 {up} 条，降级 {down} 条。确认吗？</translation>
    </message>
    <message>
        <source>1 confirmed just now</source>
        <translation>已确认 1 条</translation>
    </message>
    <message>
        <source>{count} confirmed just now</source>
        <translation>已确认 {count} 条</translation>
    </message>
    <message>
        <source>{count} decided or overtaken meanwhile</source>
        <translation>另有 {count} 条已被处理或已失效</translation>
    </message>
    <message>
        <source>{count} proposals fit the filter. Confirm them all? Each keeps its calculation in the member&apos;s history.</source>
        <translation>符合当前筛选条件的提议共 {count} 条。全部确认吗？每一条的计算过程都保留在会员的等级变动中。</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>全部确认</translation>
    </message>
    <message>
        <source>A rise is proposed again when more is bought, a fall at the next review. Why not now?</source>
        <translation>升级会在再次消费后重新提请，降级会在下次复核时重新提请。请说明不同意的理由：</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>1 declined just now</source>
        <translation>已不同意 1 条</translation>
    </message>
    <message>
        <source>{count} declined just now</source>
        <translation>已不同意 {count} 条</translation>
    </message>
    <message>
        <source>What</source>
        <translation>提议</translation>
    </message>
</context>
<context>
    <name>PurchaseActions</name>
    <message>
        <source>Why was {bill} no purchase at all? It stays in the list and counts nothing.</source>
        <translation>{bill} 为什么要作废？作废后仍留在记录中，但不再计入任何金额。</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>作废</translation>
    </message>
</context>
<context>
    <name>PurchaseDialog</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Correct the refund</source>
        <translation>更正退款</translation>
    </message>
    <message>
        <source>Correct the purchase</source>
        <translation>更正消费</translation>
    </message>
    <message>
        <source>Give money back</source>
        <translation>登记退款</translation>
    </message>
    <message>
        <source>New purchase</source>
        <translation>登记消费</translation>
    </message>
    <message>
        <source>Of {bill}, {left} is left to give back. It counts on the day of the purchase.</source>
        <translation>{bill}，还可退 {left}。退款计入原消费当日。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>退款金额</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>The day of business; a late entry counts on it all the same.</source>
        <translation>实际消费的日期；补登的也按这一天计入。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>As on the bill; empty: the program gives one.</source>
        <translation>按票据填写；留空由程序编号。</translation>
    </message>
    <message>
        <source>Bill number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Only where more than what is left goes back.</source>
        <translation>退款超过可退金额时填写。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>PurchaseImport</name>
    <message>
        <source>Tables (*.xlsx *.csv *.txt)</source>
        <translation>表格 (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>Import purchases</source>
        <translation>导入消费记录</translation>
    </message>
    <message>
        <source>{name} refused rows</source>
        <translation>{name} 未导入的行</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>列的含义…</translation>
    </message>
    <message>
        <source>Of {rows} rows {added} became purchases ({amount}), {there} were there already, {left} were left out. New members: {members}.</source>
        <translation>共 {rows} 行：新增消费 {added} 笔（{amount}），原已登记 {there} 笔，未导入 {left} 行。新增会员 {members} 人。</translation>
    </message>
    <message>
        <source>New: {amount}, refunds taken off; new members: {members}.</source>
        <translation>将新增 {amount}（已减退款）；新会员 {members} 人。</translation>
    </message>
    <message>
        <source>No bill number is told: rows are known again only while every cell stays as it is.</source>
        <translation>没有指定单号：只有整行内容完全不变，再次导入时才能认出是同一笔。</translation>
    </message>
</context>
<context>
    <name>PurchaseMappingDialog</name>
    <message>
        <source>Import purchases: columns of {name}</source>
        <translation>导入消费记录：{name} 各列的含义</translation>
    </message>
    <message>
        <source>By it a row is known again; without one, by everything that stands in it.</source>
        <translation>再次导入时凭它认出同一笔；没有单号的，凭整行内容。</translation>
    </message>
    <message>
        <source>Below zero: money given back.</source>
        <translation>负数为退款。</translation>
    </message>
    <message>
        <source>Card, file or number in the till&apos;s program; also our own customer number.</source>
        <translation>收费软件中的卡号、档案号或会员号；也可以是本程序的顾客编号。</translation>
    </message>
    <message>
        <source>Tells who it is where there is no card; of several, with the name.</source>
        <translation>没有卡号时凭电话认人；同一电话有多人的，再看姓名。</translation>
    </message>
    <message>
        <source>Money given back then counts on the day of that purchase.</source>
        <translation>填了原单号的退款计入原消费当日。</translation>
    </message>
</context>
<context>
    <name>Purchases</name>
    <message>
        <source>{sum} given back</source>
        <translation>已退 {sum}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
</context>
<context>
    <name>PurchasesPage</name>
    <message>
        <source>Purchases</source>
        <translation>消费记录</translation>
    </message>
    <message>
        <source>Bill, customer&apos;s name, initials, telephone, number</source>
        <translation>单号，或顾客姓名、首字母、电话、编号</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Give back…</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Correct the purchase</source>
        <translation>更正消费</translation>
    </message>
    <message>
        <source>Paid from</source>
        <translation>消费日期从</translation>
    </message>
    <message>
        <source>Paid to</source>
        <translation>消费日期到</translation>
    </message>
    <message>
        <source>History of this purchase</source>
        <translation>本笔消费的历史</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Take over a list of the till&apos;s program</source>
        <translation>导入收费软件的消费清单</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>New</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Enter a purchase</source>
        <translation>登记消费</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No purchase yet. &quot;New&quot; (Ctrl+N) enters one; &quot;Import…&quot; (Ctrl+I) takes over a list.</source>
        <translation>还没有消费记录。“登记”（Ctrl+N）逐笔登记；“导入…”（Ctrl+I）导入收费软件的清单。</translation>
    </message>
    <message>
        <source>Nothing fits. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的记录。点“显示全部”取消筛选。</translation>
    </message>
    <message>
        <source>{count} · paid {paid} · back {refunded} · net {net}</source>
        <translation>共 {count} 笔 · 消费 {paid} · 退款 {refunded} · 净额 {net}</translation>
    </message>
    <message>
        <source>Export purchases</source>
        <translation>导出消费记录</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>New request about personal data</source>
        <translation>登记个人信息请求</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Received on</source>
        <translation>收到日期</translation>
    </message>
    <message>
        <source>In the customer&apos;s words; how you made sure who asked.</source>
        <translation>照本人原话填写，并写明如何核实身份。</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>本人原话</translation>
    </message>
    <message>
        <source>To be answered by {day}</source>
        <translation>答复期限：{day}</translation>
    </message>
</context>
<context>
    <name>RedeemDialog</name>
    <message>
        <source>Redeem points</source>
        <translation>积分兑换</translation>
    </message>
    <message>
        <source>{points} points; {stock} in stock</source>
        <translation>{points} 分；库存 {stock} 件</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>礼品</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>{balance} points.</source>
        <translation>现有 {balance} 分。</translation>
    </message>
    <message>
        <source>No gift is in stock.</source>
        <translation>没有库存中的礼品。</translation>
    </message>
    <message>
        <source>{balance} − {cost} = {left} points.</source>
        <translation>{balance} − {cost} = {left} 分</translation>
    </message>
</context>
<context>
    <name>RelativeDialog</name>
    <message>
        <source>Change a member of the family</source>
        <translation>更改家庭成员</translation>
    </message>
    <message>
        <source>New member of the family</source>
        <translation>添加家庭成员</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>可不填。</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>RestrictDialog</name>
    <message>
        <source>Restrict {customer}</source>
        <translation>限制 {customer}</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>From now on the record is stored and nothing else: the customer stands in no list and is found by the number alone, until the restriction is lifted.</source>
        <translation>限制后档案只作保存：不出现在任何列表中，只能按编号找到，直到解除限制。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>How long the law wants the record kept; after that it can be erased.</source>
        <translation>法律规定的保存期限；期满后可以删除。</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>保存至</translation>
    </message>
</context>
<context>
    <name>RisingTab</name>
    <message>
        <source>Nobody has bought anything yet.</source>
        <translation>还没有消费记录。</translation>
    </message>
    <message>
        <source>Nearest to the next tier</source>
        <translation>接近升级</translation>
    </message>
</context>
<context>
    <name>SimulationDialog</name>
    <message>
        <source>Try other thresholds</source>
        <translation>试算等级标准</translation>
    </message>
    <message>
        <source>Pyramid before and after</source>
        <translation>调整前后的等级构成</translation>
    </message>
    <message>
        <source>Press &quot;Try&quot; to see the pyramid.</source>
        <translation>点“试算”查看等级构成。</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Counted by spending on the real purchases as of today. Nothing is written; the rule itself is changed as a new edition in the rulebook.</source>
        <translation>按截至今日的实际消费计算各等级人数，不写入任何数据；正式调整须在制度中发布新版本。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Spending, yuan</source>
        <translation>消费金额（元）</translation>
    </message>
    <message>
        <source>Within months</source>
        <translation>计算期限（月）</translation>
    </message>
    <message>
        <source>Spending for {tier}</source>
        <translation>{tier}的消费金额</translation>
    </message>
    <message>
        <source>Months for {tier}</source>
        <translation>{tier}的计算期限</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现人数</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>调整后人数</translation>
    </message>
    <message>
        <source>Share then</source>
        <translation>调整后占比</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预期占比</translation>
    </message>
    <message>
        <source>Each tier needs a sum above that of the tier below it.</source>
        <translation>每一级的金额都应高于下一级。</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>{rising} of {total} members would stand higher, {falling} lower, by their spending.</source>
        <translation>按消费计算，{total} 位会员中将有 {rising} 位升级、{falling} 位降级。</translation>
    </message>
    <message>
        <source>Nobody of {total} members would stand in another tier.</source>
        <translation>{total} 位会员的等级均不变。</translation>
    </message>
</context>
<context>
    <name>StandingTab</name>
    <message>
        <source>Nothing has been asked yet. Ask, and enter the answer: messages, calls, sensitive details.</source>
        <translation>还没有征询过。请逐项征询后登记：短信消息、电话回访、敏感信息。</translation>
    </message>
    <message>
        <source>Consents</source>
        <translation>本人同意</translation>
    </message>
    <message>
        <source>What holds now</source>
        <translation>目前的意见</translation>
    </message>
    <message>
        <source>Enter a consent…</source>
        <translation>登记同意…</translation>
    </message>
    <message>
        <source>Nobody has assessed assets or standing. It is a reason for a tier, never needed.</source>
        <translation>还没有评估过。资产与身份仅供评定等级参考，不是必填。</translation>
    </message>
    <message>
        <source>Assets and standing</source>
        <translation>资产与身份</translation>
    </message>
    <message>
        <source>Assess…</source>
        <translation>评估…</translation>
    </message>
    <message>
        <source>{what}: {word}</source>
        <translation>{what}：{word}</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>表示日期</translation>
    </message>
    <message>
        <source>Consent to</source>
        <translation>同意事项</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>How</source>
        <translation>表示方式</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>录入人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>资产</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>身份地位</translation>
    </message>
    <message>
        <source>Assessed by</source>
        <translation>评估人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>no longer</source>
        <translation>已失效</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>至 {day}</translation>
    </message>
    <message>
        <source>for now</source>
        <translation>目前有效</translation>
    </message>
</context>
<context>
    <name>StockDialog</name>
    <message>
        <source>Count {gift}</source>
        <translation>盘点“{gift}”</translation>
    </message>
    <message>
        <source>{gift} came in</source>
        <translation>“{gift}”入库</translation>
    </message>
    <message>
        <source>{stock} in stock so far.</source>
        <translation>目前库存 {stock} 件。</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>盘点数量</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>TextsDialog</name>
    <message>
        <source>Texts of messages</source>
        <translation>短信模板</translation>
    </message>
    <message>
        <source>Occasions</source>
        <translation>场合</translation>
    </message>
    <message>
        <source>All tiers</source>
        <translation>全部等级</translation>
    </message>
    <message>
        <source>Of the tier</source>
        <translation>适用等级</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Blanks</source>
        <translation>填空项</translation>
    </message>
    <message>
        <source>Put in where the cursor is.</source>
        <translation>插入到光标处。</translation>
    </message>
    <message>
        <source>How it reads</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Back to the shipped text</source>
        <translation>恢复自带模板</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>To the list of occasions</source>
        <translation>到场合列表</translation>
    </message>
    <message>
        <source>The group&apos;s own text.</source>
        <translation>本集团自定的模板。</translation>
    </message>
    <message>
        <source>As shipped.</source>
        <translation>自带的模板。</translation>
    </message>
    <message>
        <source>None of its own yet: the more general text is sent. Saving makes one of its own.</source>
        <translation>尚无专用模板，发送通用内容；保存后即为专用。</translation>
    </message>
    <message>
        <source>No text yet.</source>
        <translation>尚无内容。</translation>
    </message>
    <message>
        <source>Discard changes?</source>
        <translation>放弃修改？</translation>
    </message>
    <message>
        <source>The text you have entered has not been saved.</source>
        <translation>已输入的内容尚未保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>The shipped text stands again.</source>
        <translation>已恢复自带模板。</translation>
    </message>
</context>
<context>
    <name>TierPanel</name>
    <message>
        <source>Spending to the next tier</source>
        <translation>消费 / 升级标准</translation>
    </message>
    <message>
        <source>Nothing bought yet: the tier begins with the first purchase.</source>
        <translation>还没有消费：首次消费后即为会员。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
</context>
<context>
    <name>Tiers</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Spending to the next tier</source>
        <translation>消费 / 升级标准</translation>
    </message>
    <message>
        <source>Ages out</source>
        <translation>消费到期</translation>
    </message>
    <message>
        <source>Falls</source>
        <translation>预计降级</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Rise proposed</source>
        <translation>已提请升级</translation>
    </message>
    <message>
        <source>Fall proposed</source>
        <translation>已提请降级</translation>
    </message>
    <message>
        <source>Pinned until {day}</source>
        <translation>特别定级至 {day}</translation>
    </message>
    <message>
        <source>Grace until {day}</source>
        <translation>宽限至 {day}</translation>
    </message>
    <message>
        <source>Kept until {day}</source>
        <translation>保级至 {day}</translation>
    </message>
</context>
<context>
    <name>TiersPage</name>
    <message>
        <source>Tiers</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>等级提议</translation>
    </message>
    <message>
        <source>Members and tiers</source>
        <translation>会员与等级</translation>
    </message>
    <message>
        <source>Nearest to the next tier</source>
        <translation>接近升级</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>计算说明</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Simulate…</source>
        <translation>试算标准…</translation>
    </message>
    <message>
        <source>Unpin…</source>
        <translation>取消特别定级…</translation>
    </message>
    <message>
        <source>Pin…</source>
        <translation>特别定级…</translation>
    </message>
    <message>
        <source>Confirm the chosen proposals</source>
        <translation>确认选中的提议</translation>
    </message>
    <message>
        <source>Decline the chosen proposals</source>
        <translation>不同意选中的提议</translation>
    </message>
    <message>
        <source>Confirm all proposals that fit</source>
        <translation>确认符合条件的全部提议</translation>
    </message>
    <message>
        <source>To the customer under the cursor</source>
        <translation>查看光标处的顾客</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Tab before</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>1 proposal waits</source>
        <translation>1 条提议待确认</translation>
    </message>
    <message>
        <source>{count} proposals wait</source>
        <translation>{count} 条提议待确认</translation>
    </message>
    <message>
        <source>Spending decides again for {member} ({tier}). A fall is proposed at the next review. Why?</source>
        <translation>{member}（{tier}）恢复按消费定级；如不达标，下次复核时提请降级。请说明理由：</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消特别定级</translation>
    </message>
    <message>
        <source>Export members and tiers</source>
        <translation>导出会员与等级</translation>
    </message>
</context>
<context>
    <name>UseDialog</name>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Where, by whom, what was given.</source>
        <translation>在哪里、由谁办理、给了什么。</translation>
    </message>
</context>
</TS>
