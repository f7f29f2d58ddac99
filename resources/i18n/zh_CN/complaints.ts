<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AcceptPart</name>
    <message>
        <source>Handled by</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Never somebody complained of in it.</source>
        <translation>不得由本案被投诉人承办。</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>投诉事项</translation>
    </message>
    <message>
        <source>Accepted at once: on to the investigation</source>
        <translation>同时受理，直接进入调查取证</translation>
    </message>
    <message>
        <source>Handler and subjects</source>
        <translation>承办人与投诉事项</translation>
    </message>
</context>
<context>
    <name>AfterCallDialog</name>
    <message>
        <source>Call after closing · {number}</source>
        <translation>结案后回访 · {number}</translation>
    </message>
    <message>
        <source>Record the call</source>
        <translation>记录回访</translation>
    </message>
    <message>
        <source>Reached, content</source>
        <translation>已接通，满意</translation>
    </message>
    <message>
        <source>Reached, not content</source>
        <translation>已接通，不满意</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Called at</source>
        <translation>回访时间</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>回访情况</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>回访内容</translation>
    </message>
</context>
<context>
    <name>AfterCareTab</name>
    <message>
        <source>After care</source>
        <translation>结案后回访</translation>
    </message>
    <message>
        <source>Calls after closing</source>
        <translation>结案后回访记录</translation>
    </message>
    <message>
        <source>Nobody has called yet. &quot;Record a call…&quot; keeps each try, also those that reached nobody.</source>
        <translation>尚未回访。点“记录回访…”登记每一次联系，未接通的也要登记。</translation>
    </message>
    <message>
        <source>Record a call…</source>
        <translation>记录回访…</translation>
    </message>
    <message>
        <source>Reopen the case…</source>
        <translation>重新立案…</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>How it went</source>
        <translation>回访情况</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>回访内容</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>Reached, content</source>
        <translation>已接通，满意</translation>
    </message>
    <message>
        <source>Reached, not content</source>
        <translation>已接通，不满意</translation>
    </message>
    <message>
        <source>Calls: {count}, reached: {reached}</source>
        <translation>共回访 {count} 次，接通 {reached} 次</translation>
    </message>
    <message>
        <source>The case is not closed: calls after closing are recorded here then.</source>
        <translation>案件尚未结案，结案后在此登记回访。</translation>
    </message>
    <message>
        <source>The patient is not content. Enter on the red button opens the case again.</source>
        <translation>患者对处理结果不满意。焦点已在“重新立案”按钮上，按回车键即可重新立案。</translation>
    </message>
    <message>
        <source>Not content in the call of {day}: {words}</source>
        <translation>{day} 回访时患者表示不满意：{words}</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Answered · {number}</source>
        <translation>已答复 · {number}</translation>
    </message>
    <message>
        <source>It was answered</source>
        <translation>标记已答复</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>答复内容</translation>
    </message>
    <message>
        <source>Can stay empty.</source>
        <translation>可不填。</translation>
    </message>
</context>
<context>
    <name>ApprovalPart</name>
    <message>
        <source>What is offered</source>
        <translation>方案内容</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退费</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>赔偿</translation>
    </message>
    <message>
        <source>Drafted by</source>
        <translation>拟定人</translation>
    </message>
    <message>
        <source>Approved: on to the patient</source>
        <translation>同意，与患者协商</translation>
    </message>
    <message>
        <source>Refused: back to the drafting</source>
        <translation>不同意，退回重新拟定</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审批结论</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Needed when it is refused.</source>
        <translation>不同意时必填。</translation>
    </message>
    <message>
        <source>Approval of the solution</source>
        <translation>方案审批</translation>
    </message>
</context>
<context>
    <name>AskRequestDialog</name>
    <message>
        <source>New internal request</source>
        <translation>新建内部诉求</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提出诉求</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>It was asked earlier than now</source>
        <translation>实际提出时间早于现在</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Department asked</source>
        <translation>承办科室</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>问题始于</translation>
    </message>
    <message>
        <source>Can stay empty.</source>
        <translation>可不填。</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>提出时间</translation>
    </message>
    <message>
        <source>Why entered later</source>
        <translation>补录原因</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Paste a file or picture</source>
        <translation>粘贴文件或图片</translation>
    </message>
    <message>
        <source>For {department}, {institution}. The clock of the answer runs from when it was asked.</source>
        <translation>代表{institution}“{department}”提出。答复时限自提出时起算。</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Complaint board</source>
        <translation>投诉看板</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>No complaint is open. A new one is entered in under a minute; its clocks start with the receipt.</source>
        <translation>目前没有在办投诉。登记一件只需一分钟，时限自收到时起算。</translation>
    </message>
    <message>
        <source>No case fits the filters. &quot;Show all&quot; takes them away.</source>
        <translation>没有符合条件的案件。点击“显示全部”可取消筛选。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>To the lane on the left</source>
        <translation>到左边一列</translation>
    </message>
    <message>
        <source>To the lane on the right</source>
        <translation>到右边一列</translation>
    </message>
    <message>
        <source>Move the card a lane further</source>
        <translation>把案件移到下一列</translation>
    </message>
    <message>
        <source>Move the card a lane back</source>
        <translation>把案件退回上一列</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>Show or fold the cases done</source>
        <translation>展开或收起已办结案件</translation>
    </message>
    <message>
        <source>{count} in hand</source>
        <translation>在办 {count} 件</translation>
    </message>
    <message>
        <source>{words}, {late} overdue</source>
        <translation>{words}，逾期 {late} 件</translation>
    </message>
</context>
<context>
    <name>CaseCorrectDialog</name>
    <message>
        <source>Correct {number}</source>
        <translation>更正 {number}</translation>
    </message>
    <message>
        <source>Save the correction</source>
        <translation>保存更正</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>CaseFilters</name>
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
        <source>Closed from</source>
        <translation>结案日期自</translation>
    </message>
    <message>
        <source>Number, name, telephone or any words</source>
        <translation>编号、姓名、电话或任意内容</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
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
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部等级</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Any handler</source>
        <translation>全部承办人</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>投诉事项</translation>
    </message>
    <message>
        <source>All subjects</source>
        <translation>全部事项</translation>
    </message>
    <message>
        <source>Person named</source>
        <translation>涉及人员</translation>
    </message>
    <message>
        <source>Anybody named</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Patient flagged</source>
        <translation>重点关注患者</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新立案</translation>
    </message>
    <message>
        <source>With merged cases</source>
        <translation>含已合并案件</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>全部阶段</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Open or closed</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>全部结论</translation>
    </message>
    <message>
        <source>Received to</source>
        <translation>收到日期至</translation>
    </message>
    <message>
        <source>Closed to</source>
        <translation>结案日期至</translation>
    </message>
    <message>
        <source>{words} ({count})</source>
        <translation>{words}（{count}）</translation>
    </message>
</context>
<context>
    <name>CaseMenu</name>
    <message>
        <source>Case form on paper</source>
        <translation>打印投诉处理表</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回…</translation>
    </message>
    <message>
        <source>Skip this step…</source>
        <translation>跳过本步骤…</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>重新立案…</translation>
    </message>
    <message>
        <source>Pause the clocks…</source>
        <translation>暂停计时…</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Correct the facts…</source>
        <translation>更正登记内容…</translation>
    </message>
    <message>
        <source>Flag the patient…</source>
        <translation>列为重点关注…</translation>
    </message>
    <message>
        <source>Lift the flag…</source>
        <translation>取消重点关注…</translation>
    </message>
    <message>
        <source>Split a subject off…</source>
        <translation>拆分事项另立一案…</translation>
    </message>
    <message>
        <source>Merge into another case…</source>
        <translation>并入其他案件…</translation>
    </message>
    <message>
        <source>Part from the other case…</source>
        <translation>从所并案件中拆出…</translation>
    </message>
    <message>
        <source>History of this record…</source>
        <translation>操作记录…</translation>
    </message>
    <message>
        <source>The six principles</source>
        <translation>投诉处理六项原则</translation>
    </message>
    <message>
        <source>1. Prevent: what is put right at once does not become a complaint.
2. Listen: let the patient finish, take notes, do not argue.
3. Put yourself in their place: what would I expect here?
4. Be quick: an answer today is worth more than a perfect one next week.
5. Keep duties clear: one person handles the case and stays with it.
6. Record: what is not written down cannot be shown later.</source>
        <translation>一、预防为先：问题当场解决，就不会变成投诉。
二、耐心倾听：让患者把话说完，做好记录，不争辩。
三、换位思考：假如是我，会希望得到怎样的对待？
四、迅速处理：今天的答复，胜过下周的完美方案。
五、责任明确：一案一人承办，负责到底。
六、留存记录：没有写下来的，日后无从证明。</translation>
    </message>
    <message>
        <source>Flag the patient</source>
        <translation>列为重点关注</translation>
    </message>
    <message>
        <source>All staff see the mark wherever this patient comes up. What should they know?</source>
        <translation>列为重点关注后，全体员工在接待该患者时都能看到。需要提醒什么？</translation>
    </message>
    <message>
        <source>Lift the flag</source>
        <translation>取消重点关注</translation>
    </message>
    <message>
        <source>Why is the mark no longer needed?</source>
        <translation>为什么不再需要重点关注？</translation>
    </message>
    <message>
        <source>{number} is parted from {other}: step, clocks, files and money are as they were. Why?</source>
        <translation>{number} 将从 {other} 中拆出，步骤、时限、附件和款项恢复原状。请说明原因。</translation>
    </message>
    <message>
        <source>Part the cases</source>
        <translation>拆出案件</translation>
    </message>
</context>
<context>
    <name>CaseMergeDialog</name>
    <message>
        <source>Merge {number} into another case</source>
        <translation>把 {number} 并入其他案件</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Number, name, telephone or any words</source>
        <translation>编号、姓名、电话或任意内容</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>找到的案件</translation>
    </message>
    <message>
        <source>Type a number, a name or some words above.</source>
        <translation>请在上方输入编号、姓名或内容。</translation>
    </message>
    <message>
        <source>Into which case</source>
        <translation>并入哪一件</translation>
    </message>
    <message>
        <source>This case is linked to it: its clocks end, its files show there. It can be parted again.</source>
        <translation>本案并入后不再计时，附件在所并案件中可见；以后可以拆出。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>No other case fits.</source>
        <translation>没有符合的其他案件。</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>What else</source>
        <translation>其他操作</translation>
    </message>
    <message>
        <source>Next step…</source>
        <translation>下一步…</translation>
    </message>
    <message>
        <source>What this step asks for, then on to the next</source>
        <translation>办理本步骤并进入下一步</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一标签</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一标签</translation>
    </message>
    <message>
        <source>A new note</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>History of this record: who decided and entered what</source>
        <translation>操作记录：由谁决定、由谁录入、改了什么</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
    <message>
        <source>{step}…</source>
        <translation>{step}…</translation>
    </message>
    <message>
        <source>Merged into {number}; this case rests.</source>
        <translation>本案已并入 {number}，不再单独办理。</translation>
    </message>
    <message>
        <source>Paused: {reason}. {words}</source>
        <translation>已暂停：{reason}。{words}</translation>
    </message>
    <message>
        <source>Patient flagged: {reason}</source>
        <translation>重点关注患者：{reason}</translation>
    </message>
    <message>
        <source>This patient is flagged from: {numbers}</source>
        <translation>该患者在以下案件中已列为重点关注：{numbers}</translation>
    </message>
    <message>
        <source>Names and telephones of patients are masked; Ctrl+U on the page shows them.</source>
        <translation>患者姓名、电话已作隐藏；在案件页面按 Ctrl+U 填写理由后可查看完整内容。</translation>
    </message>
    <message>
        <source>Names and telephones in full</source>
        <translation>显示完整姓名和电话</translation>
    </message>
    <message>
        <source>Penalty slips, from step 10 on</source>
        <translation>提出处分（第 10 步起）</translation>
    </message>
</context>
<context>
    <name>CasePaperWays</name>
    <message>
        <source>Form of the case chosen</source>
        <translation>所选案件的投诉处理表</translation>
    </message>
    <message>
        <source>Forms of the {count} cases chosen, in one file</source>
        <translation>所选 {count} 件的投诉处理表，合成一个文件</translation>
    </message>
    <message>
        <source>Blank form to fill by hand</source>
        <translation>空白投诉处理表（手工填写）</translation>
    </message>
    <message>
        <source>Monthly case statistics</source>
        <translation>患者投诉案件统计表</translation>
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
        <source>Blank case form</source>
        <translation>空白投诉处理表</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved as {path}.</source>
        <translation>已保存到 {path}。</translation>
    </message>
    <message>
        <source>{count} case forms in one file</source>
        <translation>{count} 件投诉处理表</translation>
    </message>
    <message>
        <source>The same with names and telephones hidden</source>
        <translation>同上，但隐去姓名和电话</translation>
    </message>
</context>
<context>
    <name>CaseStepBar</name>
    <message>
        <source>Step {step}</source>
        <translation>步骤 {step}</translation>
    </message>
    <message>
        <source>is here</source>
        <translation>办理中</translation>
    </message>
</context>
<context>
    <name>CaseStepDialog</name>
    <message>
        <source>The case&apos;s story (Alt+S)</source>
        <translation>案情（Alt+S）</translation>
    </message>
    <message>
        <source>Show or fold the case&apos;s story</source>
        <translation>展开或收起案情</translation>
    </message>
    <message>
        <source>Who and when</source>
        <translation>决定人与时间</translation>
    </message>
    <message>
        <source>May decide: {names}.</source>
        <translation>可审批人员：{names}。</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>It was done earlier than now</source>
        <translation>不是刚刚办的，补登记</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>办理时间</translation>
    </message>
    <message>
        <source>Note on the step</source>
        <translation>本步骤说明</translation>
    </message>
    <message>
        <source>Can stay empty.</source>
        <translation>可不填。</translation>
    </message>
    <message>
        <source>Save the decision</source>
        <translation>保存审批</translation>
    </message>
    <message>
        <source>Finish the case</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>On to {step}</source>
        <translation>进入“{step}”</translation>
    </message>
</context>
<context>
    <name>CaseStory</name>
    <message>
        <source>What happened</source>
        <translation>事情经过</translation>
    </message>
    <message>
        <source>In the complainant&apos;s words</source>
        <translation>投诉人诉求</translation>
    </message>
    <message>
        <source>Stated intent</source>
        <translation>当事人意向</translation>
    </message>
    <message>
        <source>People complained of</source>
        <translation>被投诉人</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>The case&apos;s story</source>
        <translation>案情</translation>
    </message>
</context>
<context>
    <name>CaseSums</name>
    <message>
        <source>Offered in the solution</source>
        <translation>方案金额</translation>
    </message>
    <message>
        <source>With the patient</source>
        <translation>与患者协商</translation>
    </message>
    <message>
        <source>decided by {decider}, typed by {typist}</source>
        <translation>决定：{decider}；录入：{typist}</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>CaseTimeline</name>
    <message>
        <source>{clock}: {before} → {after}</source>
        <translation>{clock}：{before} → {after}</translation>
    </message>
    <message>
        <source>answered {moment}</source>
        <translation>{moment} 已答复</translation>
    </message>
    <message>
        <source>{paper}, a copy</source>
        <translation>{paper}（副本）</translation>
    </message>
    <message>
        <source>try {count}: not reached</source>
        <translation>第 {count} 次回访：未接通</translation>
    </message>
    <message>
        <source>try {count}: reached, content</source>
        <translation>第 {count} 次回访：已接通，满意</translation>
    </message>
    <message>
        <source>try {count}: reached, not content</source>
        <translation>第 {count} 次回访：已接通，不满意</translation>
    </message>
</context>
<context>
    <name>CaseVerbs</name>
    <message>
        <source>No refund and no compensation.</source>
        <translation>不涉及退费、赔偿。</translation>
    </message>
    <message>
        <source>From {step} a case cannot be sent back to {lane}. It may go back to: {steps}.</source>
        <translation>不能从“{step}”退回到“{lane}”。可以退回到：{steps}。</translation>
    </message>
    <message>
        <source>A case goes on step by step. {step} is not finished; then comes {next}.</source>
        <translation>案件须逐步办理。“{step}”尚未办完，其后是“{next}”。</translation>
    </message>
    <message>
        <source>no step</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{number} stays where it is</source>
        <translation>{number} 未移动</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>逾期 {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩 {time}</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused since {day}</source>
        <translation>{day} 起暂停</translation>
    </message>
    <message>
        <source>Pause over</source>
        <translation>暂停已到期</translation>
    </message>
    <message>
        <source>Reopened {count}×</source>
        <translation>重新立案 {count} 次</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>重点关注</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>已合并</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>All cases</source>
        <translation>全部案件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>投诉案件</translation>
    </message>
    <message>
        <source>Back to the chart</source>
        <translation>返回图表</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import cases of an older list</source>
        <translation>导入旧台账中的投诉</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Papers…</source>
        <translation>单据…</translation>
    </message>
    <message>
        <source>Forms of the cases chosen, the statistics of a month</source>
        <translation>所选案件的处理表、月度统计表</translation>
    </message>
    <message>
        <source>New complaint</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案件</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>投诉事项</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>最近时限</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Paused {day}</source>
        <translation>{day} 起暂停</translation>
    </message>
    <message>
        <source>1 case</source>
        <translation>1 件</translation>
    </message>
    <message>
        <source>{count} cases</source>
        <translation>共 {count} 件</translation>
    </message>
    <message>
        <source>No case fits. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的案件。点击“显示全部”可取消筛选。</translation>
    </message>
    <message>
        <source>No complaint yet. &quot;New complaint&quot; (Ctrl+N) takes the first one in; &quot;Import&quot; takes an older list over.</source>
        <translation>还没有投诉。按“登记投诉”（Ctrl+N）登记第一件，或按“导入”接收旧台账。</translation>
    </message>
    <message>
        <source>With names and telephones</source>
        <translation>含姓名和电话</translation>
    </message>
    <message>
        <source>Without names and telephones</source>
        <translation>不含姓名、电话和经过</translation>
    </message>
    <message>
        <source>Export cases</source>
        <translation>导出案件</translation>
    </message>
    <message>
        <source>The list as it is filtered now, newest first.</source>
        <translation>按当前筛选导出，最新的在前。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
</context>
<context>
    <name>ClassifyPart</name>
    <message>
        <source>How far each answers for it</source>
        <translation>责任认定</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>What it came to</source>
        <translation>造成的后果</translation>
    </message>
    <message>
        <source>Refund, yuan</source>
        <translation>退费（元）</translation>
    </message>
    <message>
        <source>Compensation, yuan</source>
        <translation>赔偿（元）</translation>
    </message>
    <message>
        <source>A direct loss</source>
        <translation>有直接损失</translation>
    </message>
    <message>
        <source>Damage to name and trust</source>
        <translation>损害名誉和信任</translation>
    </message>
    <message>
        <source>A grave medical or safety accident</source>
        <translation>发生重大医疗或安全事故</translation>
    </message>
    <message>
        <source>Death from an accident</source>
        <translation>事故致人死亡</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>按建议等级</translation>
    </message>
    <message>
        <source>Another level</source>
        <translation>另定等级</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Needed for another level than the one proposed.</source>
        <translation>与建议等级不同时必填。</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因分析</translation>
    </message>
    <message>
        <source>From level {level} on a second person; not who decides here.</source>
        <translation>{level}级及以上须由第二人复核，且不得与定级人为同一人。</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>Proposed: {level}, because: {criterion}.</source>
        <translation>建议{level}，依据：{criterion}。</translation>
    </message>
    <message>
        <source>{levels} may be chosen instead.</source>
        <translation>也可定为 {levels} 级。</translation>
    </message>
    <message>
        <source>Responsibility and level</source>
        <translation>责任认定与定级</translation>
    </message>
    <message>
        <source>How similar earlier cases came out</source>
        <translation>类似案件的定级和处分</translation>
    </message>
</context>
<context>
    <name>ClockRow</name>
    <message>
        <source>All clocks</source>
        <translation>全部时限</translation>
    </message>
    <message>
        <source>Due {moment}; press to see how it is reckoned</source>
        <translation>截止 {moment}；点击查看推算过程</translation>
    </message>
</context>
<context>
    <name>ClosingPart</name>
    <message>
        <source>Closing summary</source>
        <translation>结案小结</translation>
    </message>
    <message>
        <source>How each subject came out</source>
        <translation>各事项处理结论</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Summary and outcomes</source>
        <translation>小结与结论</translation>
    </message>
</context>
<context>
    <name>DerivationDialog</name>
    <message>
        <source>How the deadline is reckoned</source>
        <translation>时限推算</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>All staff are asked to take care with this patient: {why}</source>
        <translation>该患者已列为重点关注，请全体员工留意：{why}</translation>
    </message>
    <message>
        <source>May have been reported already ({count})</source>
        <translation>可能已有投诉（{count} 件）</translation>
    </message>
    <message>
        <source>Earlier complaints of the same person ({count})</source>
        <translation>同一人以往投诉（{count} 件）</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>打开 {number}</translation>
    </message>
</context>
<context>
    <name>ExternalDialog</name>
    <message>
        <source>A date set by others · {number}</source>
        <translation>外部时限 · {number}</translation>
    </message>
    <message>
        <source>Change the date · {number}</source>
        <translation>更改外部时限 · {number}</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>交办单位</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>对方编号</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>告知时间</translation>
    </message>
    <message>
        <source>Answer asked for by</source>
        <translation>要求答复时间</translation>
    </message>
    <message>
        <source>Why it is changed</source>
        <translation>更改原因</translation>
    </message>
</context>
<context>
    <name>FactsTab</name>
    <message>
        <source>Facts</source>
        <translation>案情</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事情经过</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>投诉事项</translation>
    </message>
    <message>
        <source>No subject yet: step 2 asks for them.</source>
        <translation>尚未列出事项，受理时填写。</translation>
    </message>
    <message>
        <source>Related cases</source>
        <translation>相关案件</translation>
    </message>
    <message>
        <source>No other case of this person, none merged.</source>
        <translation>该患者没有其他投诉，也没有并入的案件。</translation>
    </message>
    <message>
        <source>Subjects and related cases</source>
        <translation>投诉事项与相关案件</translation>
    </message>
    <message>
        <source>Earlier and merged cases</source>
        <translation>以往及并入的案件</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>投诉事项</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>now {number}</source>
        <translation>另案 {number}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>How</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Taken down by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>与患者关系</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Number outside</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Split off from</source>
        <translation>拆自</translation>
    </message>
    <message>
        <source>Remedy sought</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>In the complainant&apos;s words</source>
        <translation>具体要求</translation>
    </message>
    <message>
        <source>Stated intent</source>
        <translation>患者表示</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因分析</translation>
    </message>
    <message>
        <source>Closing summary</source>
        <translation>结案小结</translation>
    </message>
    <message>
        <source>A measure is set; its effect is looked at on {day}: {criterion}</source>
        <translation>已下达整改措施，{day} 评估效果：{criterion}</translation>
    </message>
    <message>
        <source>Prevention</source>
        <translation>防范改善</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>以往</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>其后</translation>
    </message>
    <message>
        <source>Show names and telephones…</source>
        <translation>显示姓名和电话…</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>None needed: {reason}</source>
        <translation>无须整改：{reason}</translation>
    </message>
</context>
<context>
    <name>FilesField</name>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>or drop them here, or paste with Ctrl+Shift+V</source>
        <translation>也可拖入，或按 Ctrl+Shift+V 粘贴</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>No file yet. Add one, drop it here, or paste a picture.</source>
        <translation>还没有附件。可添加、拖入文件，或粘贴图片。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>or drop files here</source>
        <translation>也可把文件拖到这里</translation>
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
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
</context>
<context>
    <name>FormalitiesPart</name>
    <message>
        <source>Money</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>Flag the patient, because</source>
        <translation>列为重点关注，原因</translation>
    </message>
    <message>
        <source>All staff see it. Asked for when nothing is paid back.</source>
        <translation>全体员工可见。不退费时必填。</translation>
    </message>
    <message>
        <source>Ask for a refund or compensation</source>
        <translation>申请退费或赔偿</translation>
    </message>
    <message>
        <source>Nothing is to be paid: pass the step over</source>
        <translation>不涉及退费赔偿：跳过本步骤</translation>
    </message>
    <message>
        <source>Nothing was asked for, and nothing agreed on is to be paid.</source>
        <translation>未申请款项，商定结果也不涉及退费赔偿。</translation>
    </message>
    <message>
        <source>What was agreed on is asked for, approved by another and signed by the patient here.</source>
        <translation>商定的款项在此申请、由他人批准、患者签字后，方可进入下一步。</translation>
    </message>
    <message>
        <source>Everything is approved and signed; the money&apos;s arrival is recorded on the tab of money.</source>
        <translation>款项已批准并签字；到账情况在“款项”页登记。</translation>
    </message>
    <message>
        <source>Formalities</source>
        <translation>手续处理</translation>
    </message>
</context>
<context>
    <name>HandlingPart</name>
    <message>
        <source>Words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Nobody is handled, because</source>
        <translation>不予处理，理由</translation>
    </message>
    <message>
        <source>Internal handling</source>
        <translation>内部处理</translation>
    </message>
    <message>
        <source>Recorded without a slip; tick only what was decided elsewhere</source>
        <translation>不出处分单、只作记录（只勾选已另行决定的）</translation>
    </message>
    <message>
        <source>Penalties are proposed on the case&apos;s page (Ctrl+G); what is approved is recorded here by itself.</source>
        <translation>请在案件页提出处分（Ctrl+G），批准后自动记录到本步骤。</translation>
    </message>
    <message>
        <source>Recorded from slips: {numbers}.</source>
        <translation>已由处分单记录：{numbers}。</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>New complaint</source>
        <translation>登记投诉</translation>
    </message>
    <message>
        <source>Take the complaint in</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>It was received earlier than now</source>
        <translation>不是刚刚收到，补登记</translation>
    </message>
    <message>
        <source>Complainant</source>
        <translation>投诉人</translation>
    </message>
    <message>
        <source>Wants to stay unnamed</source>
        <translation>要求匿名</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>患者</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Name, initials or number; Enter takes one, and on to the next</source>
        <translation>输入姓名、拼音首字母或工号，按回车选定，可继续输入下一人</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>对方编号</translation>
    </message>
    <message>
        <source>Answer asked for by</source>
        <translation>要求答复时间</translation>
    </message>
    <message>
        <source>Can stay empty.</source>
        <translation>可不填。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Why entered later</source>
        <translation>补登记原因</translation>
    </message>
    <message>
        <source>Relation to the patient</source>
        <translation>与患者关系</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事情经过</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>投诉事项</translation>
    </message>
    <message>
        <source>Complained of</source>
        <translation>被投诉人</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>At which step of the service</source>
        <translation>服务环节</translation>
    </message>
    <message>
        <source>Remedy sought</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>In the complainant&apos;s words</source>
        <translation>具体要求</translation>
    </message>
    <message>
        <source>Stated intent</source>
        <translation>患者表示</translation>
    </message>
    <message>
        <source>What they say they will do next.</source>
        <translation>投诉人表示接下来打算怎么做。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Paste a file or picture</source>
        <translation>粘贴文件或图片</translation>
    </message>
</context>
<context>
    <name>Intaking</name>
    <message>
        <source>Open the earlier case?</source>
        <translation>打开已有案件？</translation>
    </message>
    <message>
        <source>What you have entered here has not been saved and will be lost.</source>
        <translation>这里填写的内容尚未保存，打开后将丢失。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>继续填写</translation>
    </message>
</context>
<context>
    <name>InvestigationPart</name>
    <message>
        <source>There is a record of {at} already.</source>
        <translation>已有 {at} 的记录。</translation>
    </message>
    <message>
        <source>What was found out</source>
        <translation>调查情况</translation>
    </message>
    <message>
        <source>First contact with the complainant</source>
        <translation>首次联系投诉人</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系投诉人</translation>
    </message>
    <message>
        <source>First contacted at {at}. A further talk can be added.</source>
        <translation>首次联系时间为 {at}，可再补充一次联系。</translation>
    </message>
    <message>
        <source>Its time stops the clock of 3 working days.</source>
        <translation>联系时间决定三个工作日期限是否达成。</translation>
    </message>
    <message>
        <source>Talked at</source>
        <translation>联系时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>联系内容</translation>
    </message>
    <message>
        <source>Investigation and contact</source>
        <translation>调查与联系</translation>
    </message>
</context>
<context>
    <name>LaneColumn</name>
    <message>
        <source>{count} more in the table of all cases</source>
        <translation>另有 {count} 件，见“全部案件”</translation>
    </message>
</context>
<context>
    <name>ListImport</name>
    <message>
        <source>Tables (*.xlsx *.csv *.txt)</source>
        <translation>表格 (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>Import cases</source>
        <translation>导入投诉</translation>
    </message>
    <message>
        <source>{name} refused rows</source>
        <translation>{name} 未导入的行</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>各列含义…</translation>
    </message>
    <message>
        <source>Of {rows} rows {added} became cases, {there} were there already, {left} were left out and saved apart.</source>
        <translation>共 {rows} 行：新建案件 {added} 件，此前已导入 {there} 行，未导入 {left} 行（已另存）。</translation>
    </message>
    <message>
        <source>Of {rows} rows {added} became cases, {there} were there already.</source>
        <translation>共 {rows} 行：新建案件 {added} 件，此前已导入 {there} 行。</translation>
    </message>
    <message>
        <source>Of some closed cases the list tells no day: they count as closed when they were received.</source>
        <translation>台账中部分已结案的投诉没有结案日期，按投诉当日结案计。</translation>
    </message>
    <message>
        <source>No old number is told: rows are known again only while every cell stays as it is.</source>
        <translation>没有指定原编号列：再次导入时，只有各列内容完全不变的行才能认出。</translation>
    </message>
    <message>
        <source>Imported already as {number}</source>
        <translation>此前已导入，案件编号 {number}</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Import cases: columns of {name}</source>
        <translation>导入投诉：{name} 各列的含义</translation>
    </message>
    <message>
        <source>Keeps its place in the case and is searched for; no number is taken twice.</source>
        <translation>保留在案件中并可搜索；同一编号不会重复导入。</translation>
    </message>
    <message>
        <source>Only where the day received is written in two ways: a second column that tells the same day plainly.</source>
        <translation>仅当投诉日期混用两种写法时使用：另选一列写法明确的同一日期。</translation>
    </message>
    <message>
        <source>Words without a meaning here stay as they are.</source>
        <translation>没有对应的类别按原文保留。</translation>
    </message>
    <message>
        <source>Closed ones are filed with nothing owed; open ones wait to be accepted.</source>
        <translation>已结案的直接归档，不再计时；未结案的停在“登记投诉”，等待受理。</translation>
    </message>
</context>
<context>
    <name>Matters</name>
    <message>
        <source>Complaints and wishes</source>
        <translation>投诉与意见</translation>
    </message>
    <message>
        <source>Neither a complaint nor a wish.</source>
        <translation>没有投诉，也没有意见建议。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>日期</translation>
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
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Complaints and praise</source>
        <translation>投诉与表扬</translation>
    </message>
</context>
<context>
    <name>MoneyRows</name>
    <message>
        <source>Ask for a refund or compensation… (Alt+A)</source>
        <translation>申请退费或赔偿…（Alt+A）</translation>
    </message>
    <message>
        <source>Nothing is to be paid… (Alt+N)</source>
        <translation>不涉及退费赔偿…（Alt+N）</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Signed by the patient…</source>
        <translation>患者签字…</translation>
    </message>
</context>
<context>
    <name>MoneyTab</name>
    <message>
        <source>Money</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>款项</translation>
    </message>
    <message>
        <source>No money has been asked for. &quot;Ask for money…&quot; begins a refund or compensation.</source>
        <translation>尚未申请款项。点击“申请款项…”发起退费或赔偿。</translation>
    </message>
    <message>
        <source>Ask for money…</source>
        <translation>申请款项…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>不批准…</translation>
    </message>
    <message>
        <source>Signed…</source>
        <translation>患者签字…</translation>
    </message>
    <message>
        <source>Arrived…</source>
        <translation>到账…</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Request on paper</source>
        <translation>打印申请单</translation>
    </message>
    <message>
        <source>Why these sums? {number}</source>
        <translation>金额的由来 {number}</translation>
    </message>
    <message>
        <source>Money: approve the payment</source>
        <translation>款项：批准</translation>
    </message>
    <message>
        <source>Money: refuse the payment</source>
        <translation>款项：不予批准</translation>
    </message>
    <message>
        <source>Money: the patient has signed</source>
        <translation>款项：患者已签字</translation>
    </message>
    <message>
        <source>Money: it has arrived, with its receipt</source>
        <translation>款项：登记到账和收据</translation>
    </message>
    <message>
        <source>Money: call the payment off</source>
        <translation>款项：撤销申请</translation>
    </message>
    <message>
        <source>Money: ask for a refund or compensation</source>
        <translation>款项：申请退费或赔偿</translation>
    </message>
    <message>
        <source>Money: the request on paper</source>
        <translation>款项：打印申请单</translation>
    </message>
    <message>
        <source>On a payment: what comes next with it</source>
        <translation>在款项上：办理下一步</translation>
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
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>到账</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>{kind} {total}, of it {paid} arrived</source>
        <translation>{kind}合计 {total}，已到账 {paid}</translation>
    </message>
</context>
<context>
    <name>MonthDialog</name>
    <message>
        <source>Monthly case statistics</source>
        <translation>患者投诉案件统计表</translation>
    </message>
    <message>
        <source>Issue the sheet</source>
        <translation>签发统计表</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>全集团</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
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
    <message>
        <source>Save as workbook…</source>
        <translation>存为 Excel…</translation>
    </message>
    <message>
        <source>The sheet of {month} is to be ready by {ready} and reviewed before {review}.</source>
        <translation>{month} 的统计表应于 {ready} 前（含当日）备妥，{review} 前审核。</translation>
    </message>
    <message>
        <source>It has been issued.</source>
        <translation>已签发。</translation>
    </message>
    <message>
        <source>Record the review…</source>
        <translation>登记审核…</translation>
    </message>
    <message>
        <source>{name} reviewed it on {day}.</source>
        <translation>{name} 已于 {day} 审核。</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>To which step</source>
        <translation>退到哪一步</translation>
    </message>
    <message>
        <source>Taken up again at</source>
        <translation>从哪一步重新办理</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>It was done earlier than now</source>
        <translation>不是刚刚办的，补登记</translation>
    </message>
    <message>
        <source>Done at</source>
        <translation>办理时间</translation>
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
        <source>Skip {step} of {number}</source>
        <translation>跳过 {number} 的“{step}”</translation>
    </message>
    <message>
        <source>Skip the step</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Reopen {number}</source>
        <translation>{number} 重新立案</translation>
    </message>
    <message>
        <source>Reopen the case</source>
        <translation>重新立案</translation>
    </message>
</context>
<context>
    <name>NegotiationPart</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>The ways outside were told</source>
        <translation>已告知外部解决途径</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What was agreed or said</source>
        <translation>协商内容</translation>
    </message>
    <message>
        <source>Mediation, health authority, court; needed without agreement.</source>
        <translation>调解、卫生健康主管部门、诉讼；未达成一致时必须告知。</translation>
    </message>
    <message>
        <source>Negotiation</source>
        <translation>协商解决</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Timeline and notes</source>
        <translation>进展与记录</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有进展。</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>No note yet. What is typed below is saved by itself.</source>
        <translation>还没有记录。在下方输入即自动保存。</translation>
    </message>
    <message>
        <source>What the note is about</source>
        <translation>记录类别</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>新建记录</translation>
    </message>
    <message>
        <source>Contact…</source>
        <translation>联系投诉人…</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Type here; it is saved by itself.</source>
        <translation>在此输入，自动保存。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>About</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Why these sums? {number}</source>
        <translation>金额的由来 {number}</translation>
    </message>
    <message>
        <source>Written by {name}; only read here.</source>
        <translation>由 {name} 记录，此处只读。</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>could not be saved</source>
        <translation>未能保存</translation>
    </message>
</context>
<context>
    <name>OutsideBox</name>
    <message>
        <source>Dates set by others</source>
        <translation>外部时限</translation>
    </message>
    <message>
        <source>12345, 12315 or an authority has set no date.</source>
        <translation>没有 12345、12315 或主管部门要求的答复时限。</translation>
    </message>
    <message>
        <source>Add a date…</source>
        <translation>添加时限…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Answered…</source>
        <translation>已答复…</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>交办单位</translation>
    </message>
    <message>
        <source>Their number</source>
        <translation>对方编号</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>计时</translation>
    </message>
    <message>
        <source>answered {moment}</source>
        <translation>{moment} 已答复</translation>
    </message>
    <message>
        <source>late, {moment}</source>
        <translation>{moment} 逾期答复</translation>
    </message>
</context>
<context>
    <name>PapersTab</name>
    <message>
        <source>Papers</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Papers of the case</source>
        <translation>本案单据</translation>
    </message>
    <message>
        <source>No paper yet. &quot;Case form&quot; issues the form as the case stands now.</source>
        <translation>还没有单据。点“投诉处理表”即按当前情况出具。</translation>
    </message>
    <message>
        <source>Case form</source>
        <translation>投诉处理表</translation>
    </message>
    <message>
        <source>Case form, names hidden</source>
        <translation>投诉处理表（隐去姓名）</translation>
    </message>
    <message>
        <source>Open and print</source>
        <translation>查看和打印</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>打印副本</translation>
    </message>
    <message>
        <source>Requests of money are issued on the tab of the money.</source>
        <translation>退款申请单在“款项”页出具。</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>出具时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>副本数</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校验码</translation>
    </message>
</context>
<context>
    <name>PartyField</name>
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
        <source>{name}: telephone</source>
        <translation>{name}：电话</translation>
    </message>
    <message>
        <source>{name}: sex</source>
        <translation>{name}：性别</translation>
    </message>
    <message>
        <source>On record as {number}. Name and telephone are taken from there.</source>
        <translation>已有档案 {number}，姓名和电话取自档案。</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause {number}</source>
        <translation>暂停 {number}</translation>
    </message>
    <message>
        <source>Pause the clocks</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Only the clock of the step stands still, at the longest as the rule allows; the limit for closing goes on.</source>
        <translation>只暂停本步骤的时限，最长不超过制度规定；结案期限照常计算。</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>暂停至</translation>
    </message>
    <message>
        <source>Can stay empty: until it is taken up again.</source>
        <translation>可不填，到恢复办理为止。</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>At the longest {length}: until {latest}. Then the clock goes on by itself.</source>
        <translation>最长可暂停 {length}，至 {latest}；届时自动恢复计时。</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Approve the payment</source>
        <translation>批准款项</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Refuse the payment</source>
        <translation>不批准款项</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不批准</translation>
    </message>
    <message>
        <source>The patient has signed</source>
        <translation>患者已签字</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The money has arrived</source>
        <translation>款项已到账</translation>
    </message>
    <message>
        <source>Call the payment off</source>
        <translation>取消款项</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>取消款项</translation>
    </message>
    <message>
        <source>Nobody may decide now: it takes a holder of one of these posts: {posts}; never {name}.</source>
        <translation>目前无人可以审批：须由{posts}审批，申请人{name}不得审批。</translation>
    </message>
    <message>
        <source>May decide: {posts} ({names}). Never {name}, who asked for it, nor anybody complained of.</source>
        <translation>可由{posts}审批（{names}）；申请人{name}和被投诉人不得审批。</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签字日期</translation>
    </message>
    <message>
        <source>Arrived at</source>
        <translation>到账时间</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Its number or words.</source>
        <translation>凭证编号或说明。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Another than {name}, who asked for it.</source>
        <translation>不能是申请人 {name}。</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
</context>
<context>
    <name>PeopleDialog</name>
    <message>
        <source>People in {number}</source>
        <translation>{number} 涉及人员</translation>
    </message>
    <message>
        <source>Complained of</source>
        <translation>被投诉人</translation>
    </message>
    <message>
        <source>Involved</source>
        <translation>相关人员</translation>
    </message>
    <message>
        <source>Witnesses</source>
        <translation>知情人</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>People and responsibility</source>
        <translation>人员与责任</translation>
    </message>
    <message>
        <source>People named</source>
        <translation>涉及人员</translation>
    </message>
    <message>
        <source>Nobody is named. &quot;Change people…&quot; names those complained of and others.</source>
        <translation>还没有涉及人员。点击“调整人员…”填写被投诉人等。</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>人员处理</translation>
    </message>
    <message>
        <source>Change people…</source>
        <translation>调整人员…</translation>
    </message>
    <message>
        <source>Responsibility…</source>
        <translation>责任认定…</translation>
    </message>
    <message>
        <source>Handler…</source>
        <translation>承办人…</translation>
    </message>
    <message>
        <source>Record handling…</source>
        <translation>登记处理…</translation>
    </message>
    <message>
        <source>How people were handled</source>
        <translation>人员处理情况</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Staff number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Responsibility</source>
        <translation>责任</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>{name} (has left)</source>
        <translation>{name}（已离职）</translation>
    </message>
    <message>
        <source>As</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Sanction</source>
        <translation>处分</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>登记时间</translation>
    </message>
    <message>
        <source>Nobody is handled: {reason}</source>
        <translation>不予处理：{reason}</translation>
    </message>
    <message>
        <source>Nobody has been handled yet: that is step 10. A slip that is approved comes back here.</source>
        <translation>尚无处理记录。处分在第 10 步提出，批准后自动记录在此。</translation>
    </message>
    <message>
        <source>Penalty slips…</source>
        <translation>提出处分…</translation>
    </message>
    <message>
        <source>Look at the slip</source>
        <translation>查看处分单</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>处分单</translation>
    </message>
</context>
<context>
    <name>PreventionPart</name>
    <message>
        <source>No measure is needed</source>
        <translation>无须整改</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>整改内容</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due date</source>
        <translation>完成期限</translation>
    </message>
    <message>
        <source>Effect looked at on</source>
        <translation>效果评估日期</translation>
    </message>
    <message>
        <source>Fixed now, so that it is not chosen by the result.</source>
        <translation>现在就定下，避免事后按结果选择。</translation>
    </message>
    <message>
        <source>It has worked if</source>
        <translation>有效的标准</translation>
    </message>
    <message>
        <source>Why none is needed</source>
        <translation>无须整改的理由</translation>
    </message>
    <message>
        <source>Prevention</source>
        <translation>防范改善</translation>
    </message>
</context>
<context>
    <name>RecordPage</name>
    <message>
        <source>Timeline</source>
        <translation>办理记录</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The step that comes next</source>
        <translation>办理下一步</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Entered by {name}</source>
        <translation>由{name}录入</translation>
    </message>
    <message>
        <source>What should the timeline say?</source>
        <translation>请填写要记入办理记录的内容：</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>添加备注</translation>
    </message>
</context>
<context>
    <name>RecordWords</name>
    <message>
        <source>on {moment}, entered later</source>
        <translation>实际时间 {moment}，事后补录</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Ask for money · {number}</source>
        <translation>申请款项 · {number}</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Amount, yuan</source>
        <translation>金额（元）</translation>
    </message>
    <message>
        <source>Way to the patient</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>A refund is started by the consultant and co-signed here.</source>
        <translation>退费由咨询人员发起，在此会签。</translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>Internal request</source>
        <translation>内部诉求</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>No file yet. &quot;File…&quot; adds a picture or document.</source>
        <translation>还没有附件。点“附件…”添加图片或文件。</translation>
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
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Pass on…</source>
        <translation>转其他科室…</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>受理…</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>退回重办…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Satisfied, close…</source>
        <translation>满意，办结…</translation>
    </message>
    <message>
        <source>What is needed</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
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
        <source>Internal request {number}</source>
        <translation>内部诉求 {number}</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>尚未答复。</translation>
    </message>
    <message>
        <source>Asker</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Department asked</source>
        <translation>承办科室</translation>
    </message>
    <message>
        <source>Asked at</source>
        <translation>提出时间</translation>
    </message>
    <message>
        <source>Entered later</source>
        <translation>补录原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>问题始于</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>受理人</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>{count}×</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>The answer is overdue. Ask {asked} for it, or pass the request on.</source>
        <translation>答复已逾期。请催促“{asked}”答复，或转其他科室。</translation>
    </message>
    <message>
        <source>{asked} has not accepted it yet.</source>
        <translation>“{asked}”尚未受理。</translation>
    </message>
    <message>
        <source>The asker was not satisfied. {asked} answers once more.</source>
        <translation>提出方不满意，请“{asked}”重新答复。</translation>
    </message>
    <message>
        <source>{asker} says whether the answer will do.</source>
        <translation>请{asker}确认答复是否满意。</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>保存附件</translation>
    </message>
</context>
<context>
    <name>RequestStepDialog</name>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>It was answered earlier than now</source>
        <translation>实际答复时间早于现在</translation>
    </message>
    <message>
        <source>Accept {number}</source>
        <translation>受理 {number}</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Pass {number} on</source>
        <translation>将 {number} 转其他科室</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>转其他科室</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>答复 {number}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Confirm the answer to {number}</source>
        <translation>确认对 {number} 的答复</translation>
    </message>
    <message>
        <source>Satisfied, close</source>
        <translation>满意，办结</translation>
    </message>
    <message>
        <source>Send {number} back</source>
        <translation>退回 {number} 重办</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>退回重办</translation>
    </message>
    <message>
        <source>Withdraw {number}</source>
        <translation>撤回 {number}</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Answer: {words}</source>
        <translation>答复：{words}</translation>
    </message>
    <message>
        <source>Somebody of {asked} or its head, not the asker.</source>
        <translation>须为“{asked}”的人员或该科室主任，且不是提出人。</translation>
    </message>
    <message>
        <source>{asker}, a colleague of {asking} or its head.</source>
        <translation>{asker}本人、“{asking}”的同事或该科室主任。</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>办理人</translation>
    </message>
    <message>
        <source>To which department</source>
        <translation>转至科室</translation>
    </message>
    <message>
        <source>Clear: whether it can be done, how, and by when.</source>
        <translation>写清楚：能否办理、怎样办理、何时完成。</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answered at</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>Why entered later</source>
        <translation>补录原因</translation>
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
    <name>Requests</name>
    <message>
        <source>{day}, late</source>
        <translation>{day} 逾期答复</translation>
    </message>
    <message>
        <source>{day}, in time</source>
        <translation>{day} 按期答复</translation>
    </message>
    <message>
        <source>Nothing was asked this month, and nothing is owed an answer.</source>
        <translation>本月没有提出诉求，也没有待答复的诉求。</translation>
    </message>
    <message>
        <source>{count} of the {answered} answered so far came in time ({percent} %)</source>
        <translation>本月诉求已答复 {answered} 件，其中按期 {count} 件（{percent} %）</translation>
    </message>
    <message>
        <source>none of this month&apos;s requests has been answered yet</source>
        <translation>本月诉求均尚未答复</translation>
    </message>
    <message>
        <source>{count} overdue: ask the department for the answer</source>
        <translation>有 {count} 件逾期，请催促承办科室答复</translation>
    </message>
    <message>
        <source>none of the open ones is overdue</source>
        <translation>待答复的诉求均未逾期</translation>
    </message>
    <message>
        <source>everything is answered</source>
        <translation>全部已答复</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}。</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>Internal requests</source>
        <translation>内部诉求</translation>
    </message>
    <message>
        <source>Number, name, department or any words</source>
        <translation>编号、姓名、科室或任意内容</translation>
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
        <source>Department asked</source>
        <translation>承办科室</translation>
    </message>
    <message>
        <source>Any department asked</source>
        <translation>全部承办科室</translation>
    </message>
    <message>
        <source>Asking department</source>
        <translation>提出科室</translation>
    </message>
    <message>
        <source>Any asking department</source>
        <translation>全部提出科室</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Any urgency</source>
        <translation>全部紧急程度</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>与我有关</translation>
    </message>
    <message>
        <source>Asked, accepted or answered by me</source>
        <translation>只列由我提出、受理或答复的</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>打开诉求</translation>
    </message>
    <message>
        <source>Unanswered…</source>
        <translation>未答复清单…</translation>
    </message>
    <message>
        <source>The list of all unanswered requests, for the director</source>
        <translation>导出全部未答复诉求，供领导查阅</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>新建诉求</translation>
    </message>
    <message>
        <source>Only those overdue</source>
        <translation>只看逾期</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>只看与我有关</translation>
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
        <source>Request</source>
        <translation>诉求内容</translation>
    </message>
    <message>
        <source>Asker</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Asked of</source>
        <translation>承办科室</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>提出日期</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>{count}×</source>
        <translation>{count} 次</translation>
    </message>
    <message>
        <source>Due {moment}</source>
        <translation>答复期限 {moment}</translation>
    </message>
    <message>
        <source>No answer is owed to anybody. &quot;New request&quot; (Ctrl+N) takes one in: who asks, which department, what.</source>
        <translation>没有待答复的诉求。点“新建诉求”（Ctrl+N）登记：谁提出、请哪个科室办、办什么。</translation>
    </message>
    <message>
        <source>No request yet. What the front line needs from another department is asked here with &quot;New request&quot; (Ctrl+N); from then on the clock of its answer runs.</source>
        <translation>还没有内部诉求。一线需要其他科室解决的问题，点“新建诉求”（Ctrl+N）提出，答复时限随即起算。</translation>
    </message>
    <message>
        <source>No request fits. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的诉求。点“显示全部”清除筛选。</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 件诉求</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count} 件诉求</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Export requests</source>
        <translation>导出内部诉求</translation>
    </message>
    <message>
        <source>Unanswered requests</source>
        <translation>未答复诉求清单</translation>
    </message>
</context>
<context>
    <name>Revealing</name>
    <message>
        <source>What do you need the names and telephones of {number} for? Who looked, when and why is kept.</source>
        <translation>请填写查看 {number} 完整姓名和电话的原因。查看人、时间和原因均予留存。</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>显示完整信息</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>Review of {month}</source>
        <translation>{month} 月报审核</translation>
    </message>
    <message>
        <source>Record the review</source>
        <translation>登记审核</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>On</source>
        <translation>审核日期</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>审核意见</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Saved filters</source>
        <translation>常用筛选</translation>
    </message>
    <message>
        <source>Save this filter under a name</source>
        <translation>保存当前筛选</translation>
    </message>
    <message>
        <source>Forget the saved filter</source>
        <translation>删除这个常用筛选</translation>
    </message>
    <message>
        <source>Save the filter</source>
        <translation>保存筛选</translation>
    </message>
    <message>
        <source>Under which name? One of the same name is replaced.</source>
        <translation>请输入名称，同名的将被替换。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Forget the filter</source>
        <translation>删除筛选</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; will no longer be among the saved filters. No case is changed.</source>
        <translation>将删除常用筛选“{name}”，案件不受影响。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>SeveralField</name>
    <message>
        <source>Type, Enter takes it, and on to the next</source>
        <translation>输入后按回车选定，可继续输入下一项</translation>
    </message>
    <message>
        <source>Take {name} away</source>
        <translation>移除 {name}</translation>
    </message>
</context>
<context>
    <name>SeverityTab</name>
    <message>
        <source>Severity</source>
        <translation>定级</translation>
    </message>
    <message>
        <source>Set the level…</source>
        <translation>定级…</translation>
    </message>
    <message>
        <source>No level yet. It follows from what the matter came to; the table names the criterion.</source>
        <translation>尚未定级。根据后果对照定级标准得出，并注明依据。</translation>
    </message>
    <message>
        <source>Similar earlier cases</source>
        <translation>以往类似案件</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退费</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>赔偿</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Highest criterion met</source>
        <translation>符合的最高标准</translation>
    </message>
    <message>
        <source>Another level chosen</source>
        <translation>另定等级</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>复核人</translation>
    </message>
    <message>
        <source>By the table in force on that day; the amount alone never lowers a level.</source>
        <translation>按定级当日有效的标准；不因金额较小而降级。</translation>
    </message>
    <message>
        <source>How the level was found</source>
        <translation>定级依据</translation>
    </message>
</context>
<context>
    <name>SimilarCases</name>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Fines</source>
        <translation>处分金额</translation>
    </message>
    <message>
        <source>Paid back</source>
        <translation>退赔金额</translation>
    </message>
    <message>
        <source>Subjects</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Similar earlier cases</source>
        <translation>以往类似案件</translation>
    </message>
    <message>
        <source>No earlier case with a subject in common has a level.</source>
        <translation>没有事项相同且已定级的以往案件。</translation>
    </message>
</context>
<context>
    <name>SolutionPart</name>
    <message>
        <source>Refused before: {words}</source>
        <translation>上次未获批准：{words}</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>方案内容</translation>
    </message>
    <message>
        <source>Refund, yuan</source>
        <translation>退费（元）</translation>
    </message>
    <message>
        <source>Compensation, yuan</source>
        <translation>赔偿（元）</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>处理方案</translation>
    </message>
</context>
<context>
    <name>SolutionTab</name>
    <message>
        <source>Solution and approval</source>
        <translation>方案与审批</translation>
    </message>
    <message>
        <source>Draft the solution…</source>
        <translation>拟定方案…</translation>
    </message>
    <message>
        <source>Decide on it…</source>
        <translation>审批…</translation>
    </message>
    <message>
        <source>Result with the patient…</source>
        <translation>协商结果…</translation>
    </message>
    <message>
        <source>No solution drafted yet.</source>
        <translation>尚未拟定方案。</translation>
    </message>
    <message>
        <source>Nothing agreed with the patient yet.</source>
        <translation>尚未登记协商结果。</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>处理方案</translation>
    </message>
    <message>
        <source>With the patient</source>
        <translation>与患者协商</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>What is offered</source>
        <translation>方案内容</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退费</translation>
    </message>
    <message>
        <source>Compensation</source>
        <translation>赔偿</translation>
    </message>
    <message>
        <source>Drafted</source>
        <translation>拟定</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>审批</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Outside ways told</source>
        <translation>已告知外部途径</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>Split a subject off {number}</source>
        <translation>从 {number} 拆分事项</translation>
    </message>
    <message>
        <source>Make it a case</source>
        <translation>另立一案</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>投诉事项</translation>
    </message>
    <message>
        <source>The new case has the same people and the same time of receipt; its number is its own.</source>
        <translation>新案件沿用原涉及人员和收到时间，另编案件编号。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>SumsBar</name>
    <message>
        <source>Asked this month: {count}</source>
        <translation>本月提出 {count} 件</translation>
    </message>
    <message>
        <source>Answered in time: {count}</source>
        <translation>按期答复 {count} 件</translation>
    </message>
    <message>
        <source>Still open: {count}</source>
        <translation>待答复 {count} 件</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>逾期 {count} 件</translation>
    </message>
</context>
<context>
    <name>WishAnswerDialog</name>
    <message>
        <source>Answer {number}</source>
        <translation>答复 {number}</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>保存答复</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>未采纳原因</translation>
    </message>
    <message>
        <source>What the customer was told</source>
        <translation>答复顾客的内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>WishDialog</name>
    <message>
        <source>Log a wish, a suggestion or praise</source>
        <translation>登记意见、建议或表扬</translation>
    </message>
    <message>
        <source>Log it</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Wants to stay unnamed</source>
        <translation>要求匿名</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Name, initials or number; Enter takes one, and on to the next</source>
        <translation>姓名、拼音首字母或工号，回车选中一位，可继续添加</translation>
    </message>
    <message>
        <source>It was received earlier than now</source>
        <translation>实际收到时间早于现在</translation>
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
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>About</source>
        <translation>涉及方面</translation>
    </message>
    <message>
        <source>Employees named</source>
        <translation>提到的员工</translation>
    </message>
    <message>
        <source>Of praise those praised: rewards are given for it.</source>
        <translation>表扬请填写受表扬的员工，作为奖励依据。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Received at</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Why entered later</source>
        <translation>补录原因</translation>
    </message>
</context>
<context>
    <name>WishForwardDialog</name>
    <message>
        <source>Forward {number}</source>
        <translation>转办 {number}</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>The department as a whole</source>
        <translation>整个科室</translation>
    </message>
    <message>
        <source>To which department</source>
        <translation>转至科室</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>转给</translation>
    </message>
    <message>
        <source>Can stay empty.</source>
        <translation>可不填。</translation>
    </message>
    <message>
        <source>With the words</source>
        <translation>转办说明</translation>
    </message>
</context>
<context>
    <name>WishPage</name>
    <message>
        <source>Wish</source>
        <translation>意见建议</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>Make it a complaint…</source>
        <translation>转为投诉…</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>转办…</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>To the complaint</source>
        <translation>查看投诉</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What the customer was told</source>
        <translation>答复顾客的内容</translation>
    </message>
    <message>
        <source>{kind} {number}</source>
        <translation>{kind} {number}</translation>
    </message>
    <message>
        <source>All staff are asked to take care: {reason}</source>
        <translation>该顾客已列为重点关注，请全体员工留意：{reason}</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>尚未答复。</translation>
    </message>
    <message>
        <source>Not taken up: {reason}</source>
        <translation>未采纳：{reason}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Entered later</source>
        <translation>补录原因</translation>
    </message>
    <message>
        <source>About</source>
        <translation>涉及方面</translation>
    </message>
    <message>
        <source>Employees named</source>
        <translation>提到的员工</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Forward it to whoever can do something about it, or answer the customer at once.</source>
        <translation>请转给能办理的科室或员工，或直接答复顾客。</translation>
    </message>
    <message>
        <source>{to} sees to it; then the customer is told what became of it.</source>
        <translation>由{to}办理，办理后请答复顾客结果。</translation>
    </message>
    <message>
        <source>It has become a complaint and is handled there.</source>
        <translation>已转为投诉案件，在投诉案件中办理。</translation>
    </message>
</context>
<context>
    <name>Wishes</name>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
</context>
<context>
    <name>WishesPage</name>
    <message>
        <source>Number, name, telephone or any words</source>
        <translation>编号、姓名、电话或任意内容</translation>
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
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>About</source>
        <translation>涉及方面</translation>
    </message>
    <message>
        <source>About anything</source>
        <translation>全部方面</translation>
    </message>
    <message>
        <source>Forwarded to</source>
        <translation>转办至</translation>
    </message>
    <message>
        <source>Any department</source>
        <translation>全部转办科室</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Any employee</source>
        <translation>全部员工</translation>
    </message>
    <message>
        <source>Named by the customer, or forwarded to</source>
        <translation>顾客提到的，或转办给的员工</translation>
    </message>
    <message>
        <source>Open the wish</source>
        <translation>打开意见建议</translation>
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
        <source>Log a wish, a suggestion or praise</source>
        <translation>登记意见、建议或表扬</translation>
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
        <source>What was said</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>{name} · flagged</source>
        <translation>{name} · 重点关注</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>提到的员工</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>Everybody has been answered. &quot;New&quot; (Ctrl+N) logs a wish, a suggestion or praise.</source>
        <translation>全部已答复。点“登记”（Ctrl+N）记录新的意见、建议或表扬。</translation>
    </message>
    <message>
        <source>Nothing logged yet. What customers wish, propose or praise is logged with &quot;New&quot; (Ctrl+N), forwarded, and answered.</source>
        <translation>还没有登记。顾客的意见、建议和表扬，点“登记”（Ctrl+N）记录，转办后答复顾客。</translation>
    </message>
    <message>
        <source>Nothing fits. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的记录。点“显示全部”清除筛选。</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>With names and telephones</source>
        <translation>含姓名和电话</translation>
    </message>
    <message>
        <source>Without names and telephones</source>
        <translation>不含姓名和电话</translation>
    </message>
    <message>
        <source>Export wishes</source>
        <translation>导出意见建议</translation>
    </message>
    <message>
        <source>The list as it is filtered now, newest first.</source>
        <translation>按当前筛选导出，最新的在前。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Wishes and suggestions</source>
        <translation>意见建议</translation>
    </message>
</context>
</TS>
