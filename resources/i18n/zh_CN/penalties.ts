<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AcknowledgementsPage</name>
    <message>
        <source>Rules signed for</source>
        <translation>制度签收</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>制度版本</translation>
    </message>
    <message>
        <source>No rule that is signed for has an edition yet.</source>
        <translation>需要员工签收的制度还没有任何版本。</translation>
    </message>
    <message>
        <source>Who has signed</source>
        <translation>签收情况</translation>
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
        <source>Only who is missing</source>
        <translation>只看未签收</translation>
    </message>
    <message>
        <source>Who would have paid what under other sums of the ladder</source>
        <translation>试算：处分金额改动后，各人应承担多少</translation>
    </message>
    <message>
        <source>Take back…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Take back signatures recorded by mistake</source>
        <translation>撤回登记有误的签收</translation>
    </message>
    <message>
        <source>Sheets printed…</source>
        <translation>已打印签收表…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Sheet to sign</source>
        <translation>签收表</translation>
    </message>
    <message>
        <source>Print the sheet of who is missing, one for each institution</source>
        <translation>打印未签收人员的签收表，每个机构一份</translation>
    </message>
    <message>
        <source>Record signatures…</source>
        <translation>登记签收…</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>选择多人</translation>
    </message>
    <message>
        <source>Choose everybody in the list</source>
        <translation>选择列表中的所有人</translation>
    </message>
    <message>
        <source>Only who is missing, or everybody</source>
        <translation>只看未签收，或全部</translation>
    </message>
    <message>
        <source>From an edition to its people; from a person to recording the signature</source>
        <translation>从版本进入人员列表；从人员进入登记签收</translation>
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
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签收</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未签收</translation>
    </message>
    <message>
        <source>{signed} of {people}</source>
        <translation>{signed} / {people} 人</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
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
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签收日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>{rule}, edition {number}: {signed} of {people} have signed</source>
        <translation>{rule}&#x3000;第 {number} 版：应签收 {people} 人，已签收 {signed} 人</translation>
    </message>
    <message>
        <source>Everybody here has signed this edition.</source>
        <translation>这里的人员都已签收这一版。</translation>
    </message>
    <message>
        <source>Nobody must sign this edition.</source>
        <translation>这一版没有需要签收的人员。</translation>
    </message>
    <message>
        <source>Sheets to sign: {count}, one for each institution, with {people} people who have not signed yet. They are printed into the archive.</source>
        <translation>将打印 {count} 份签收表并存档，每个机构一份，共列出 {people} 名未签收的员工。</translation>
    </message>
    <message>
        <source>{rule}, edition {number}</source>
        <translation>{rule}&#x3000;第 {number} 版</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Signatures {rule} {number}</source>
        <translation>签收情况 {rule} 第{number}版</translation>
    </message>
    <message>
        <source>Export the signatures</source>
        <translation>导出签收情况</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>全部制度</translation>
    </message>
    <message>
        <source>Name, initials or staff number</source>
        <translation>姓名、拼音首字母或工号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Try other sums…</source>
        <translation>试算…</translation>
    </message>
    <message>
        <source>Search for somebody; Enter leads to the list</source>
        <translation>查找人员，按回车进入列表</translation>
    </message>
    <message>
        <source>Nobody here is found by &quot;{typed}&quot; for this edition.</source>
        <translation>这一版中没有找到与“{typed}”相符的人员。</translation>
    </message>
    <message>
        <source>Nothing is missing of {names}: signed already. Ctrl+M shows the signatures.</source>
        <translation>{names}已签收这一版，按 Ctrl+M 可查看签收记录。</translation>
    </message>
</context>
<context>
    <name>ActDialog</name>
    <message>
        <source>An act outside a round</source>
        <translation>巡检以外的违规</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Type a name or number</source>
        <translation>输入姓名或工号</translation>
    </message>
    <message>
        <source>None fits</source>
        <translation>没有对应的检查项</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Reported by</source>
        <translation>报告人</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>When</source>
        <translation>发生时间</translation>
    </message>
    <message>
        <source>One event is sanctioned once. Printed on the slip.</source>
        <translation>一事不再罚。理由印在处分单上。</translation>
    </message>
    <message>
        <source>Why it is another event</source>
        <translation>确属另一件事的理由</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>违规事实</translation>
    </message>
    <message>
        <source>Decides what counts as the same: the third time the same item, the second the same kind.</source>
        <translation>用于累计：第三次按同一检查项认定，第二次按同一类别认定。</translation>
    </message>
    <message>
        <source>Item it is against</source>
        <translation>对应检查项</translation>
    </message>
    <message>
        <source>Kind of act</source>
        <translation>违规类别</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Counted as</source>
        <translation>适用档次栏</translation>
    </message>
    <message>
        <source>Who else was there</source>
        <translation>在场人</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证据</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Put in an act by hand</source>
        <translation>补充列入一项</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Choose a person of this round</source>
        <translation>选择本次受检人员</translation>
    </message>
    <message>
        <source>Choose an item</source>
        <translation>选择检查项</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Items that were partly met or have a note come first. What the round found stands there already.</source>
        <translation>部分合格或有备注的检查项排在前面。巡检已发现的问题会一并列入，无需重复选择。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Reason, printed on the slip</source>
        <translation>理由（印在处分单上）</translation>
    </message>
    <message>
        <source>Why it is another act</source>
        <translation>为何属另一行为</translation>
    </message>
    <message>
        <source>Left empty, the slip says: {words}</source>
        <translation>不填时，处分单印：{words}</translation>
    </message>
    <message>
        <source>Improvement wanted</source>
        <translation>改进要求</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未作答</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>{number} was refused</source>
        <translation>{number} 拒签登记</translation>
    </message>
    <message>
        <source>{number} was signed</source>
        <translation>{number} 签收登记</translation>
    </message>
    <message>
        <source>Record the refusal</source>
        <translation>登记拒签</translation>
    </message>
    <message>
        <source>Record the signature</source>
        <translation>登记签收</translation>
    </message>
    <message>
        <source>Signed with &quot;no objection&quot;</source>
        <translation>签字时勾选“无异议”</translation>
    </message>
    <message>
        <source>Type a name or number</source>
        <translation>输入姓名或工号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What she says</source>
        <translation>拒签理由</translation>
    </message>
    <message>
        <source>A third person who saw that the slip was handed over, and signs it.</source>
        <translation>在场看到处分单当面送达并签字的第三人。</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Photo or scan of the slip</source>
        <translation>处分单照片或扫描件</translation>
    </message>
    <message>
        <source>The signature confirms receipt only. With &quot;no objection&quot; ticked nothing waits for the last day.</source>
        <translation>签字仅表示收到。勾选“无异议”的，不必等申诉期届满即可月结。</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>员工意见</translation>
    </message>
    <message>
        <source>Signed scan</source>
        <translation>签字扫描件</translation>
    </message>
    <message>
        <source>Paste what was copied as a file</source>
        <translation>粘贴为附件</translation>
    </message>
</context>
<context>
    <name>AppealDecisionDialog</name>
    <message>
        <source>Decide the appeal against {number}</source>
        <translation>{number} 申诉决定</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>作出决定</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Preview the paper</source>
        <translation>预览决定书</translation>
    </message>
    <message>
        <source>{name}, {day}: {words}</source>
        <translation>{name}（{day}）：{words}</translation>
    </message>
    <message>
        <source>By the rule: {posts}; not whoever proposed or issued the slip, nor whoever pays by it.</source>
        <translation>按制度由{posts}决定；处分单的提出人、签发人和承担金额的人不得决定。</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Before: {sum}. Never more.</source>
        <translation>原金额 {sum}，不得提高。</translation>
    </message>
    <message>
        <source>Why these sums?</source>
        <translation>金额由来</translation>
    </message>
    <message>
        <source>Reason, printed on the decision</source>
        <translation>理由（印在决定书上）</translation>
    </message>
    <message>
        <source>What belongs to it</source>
        <translation>有关材料</translation>
    </message>
    <message>
        <source>Draft of the decision on {number}</source>
        <translation>{number} 申诉决定书（草稿）</translation>
    </message>
    <message>
        <source>Who pays what</source>
        <translation>承担人与金额</translation>
    </message>
    <message>
        <source>Together: {sums}</source>
        <translation>合计：{sums}</translation>
    </message>
</context>
<context>
    <name>AppealDialog</name>
    <message>
        <source>Appeal against {number}</source>
        <translation>{number} 申诉登记</translation>
    </message>
    <message>
        <source>Record the appeal</source>
        <translation>登记申诉</translation>
    </message>
    <message>
        <source>Who appeals</source>
        <translation>申诉人</translation>
    </message>
    <message>
        <source>The last day is {day}.</source>
        <translation>申诉截止日为 {day}。</translation>
    </message>
    <message>
        <source>Handed in on</source>
        <translation>提交日期</translation>
    </message>
    <message>
        <source>Why it is heard though late</source>
        <translation>逾期受理理由</translation>
    </message>
    <message>
        <source>In her own words</source>
        <translation>申诉原话</translation>
    </message>
    <message>
        <source>What came with it</source>
        <translation>随附材料</translation>
    </message>
</context>
<context>
    <name>ApproveDialog</name>
    <message>
        <source>Approve {number}</source>
        <translation>批准 {number}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>How it was told</source>
        <translation>决定方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>By word of mouth: when and on what occasion. In writing: where it is kept.</source>
        <translation>口头转达的写明何时、在什么场合；书面批示的写明存放何处。</translation>
    </message>
    <message>
        <source>By the rule not by: {parties}.</source>
        <translation>按制度，下列人员不得批准：{parties}。</translation>
    </message>
</context>
<context>
    <name>ApproveManyDialog</name>
    <message>
        <source>Approve {count} slips</source>
        <translation>批准 {count} 张处分单</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Such slips stay as they are.</source>
        <translation>有此情形的处分单保持原状。</translation>
    </message>
    <message>
        <source>Issue those approved at once; they are shown together, to be printed</source>
        <translation>批准后立即签发，并合并显示以便打印</translation>
    </message>
    <message>
        <source>may decide {count} of {all}</source>
        <translation>可审批 {count}/{all} 张</translation>
    </message>
    <message>
        <source>Approve and issue</source>
        <translation>批准并签发</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>There is already of about that day:</source>
        <translation>该日前后已有记录：</translation>
    </message>
    <message>
        <source>One event is sanctioned once.</source>
        <translation>一事不再罚。</translation>
    </message>
    <message>
        <source>Acts of that day that cost points: {count}. For one act points or the ladder, never both.</source>
        <translation>当日已有积分扣分 {count} 次。同一行为积分与处分只取其一。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Left out, since points stand of that day: {names}.</source>
        <translation>当日已有积分扣分，未列入：{names}。</translation>
    </message>
    <message>
        <source>Left out, since another sanction of about that day stands: {names}.</source>
        <translation>该日前后已有其他处分，未列入：{names}。</translation>
    </message>
    <message>
        <source>Points of {name} stand of {day} ({count}). For one act points or the ladder, never both: withdraw the points first, or say here why this is another act.</source>
        <translation>{name} {day} 已有积分扣分 {count} 次。同一行为积分与处分只取其一：请先撤销该积分，或在此写明为何属另一行为。</translation>
    </message>
    <message>
        <source>One event is sanctioned once: leave {name} out, or say here why this is another event.</source>
        <translation>一事不再罚：请不要再对 {name} 提出；确属另一件事的，请在此写明理由。</translation>
    </message>
    <message>
        <source>Sanctioned already?</source>
        <translation>是否已处分？</translation>
    </message>
    <message>
        <source>Points or slip</source>
        <translation>积分或处分</translation>
    </message>
    <message>
        <source>Propose all the same</source>
        <translation>仍然提出</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Change the proposal on {name}</source>
        <translation>调整对{name}的处分建议</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Nobody is left out</source>
        <translation>不免除</translation>
    </message>
    <message>
        <source>Why it is another act</source>
        <translation>为何属另一行为</translation>
    </message>
    <message>
        <source>Left empty, the slip says: {words}</source>
        <translation>留空则写：{words}</translation>
    </message>
    <message>
        <source>Improvement wanted</source>
        <translation>改进要求</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Needed for any other amount than the one proposed.</source>
        <translation>金额与建议不同时必须填写。</translation>
    </message>
    <message>
        <source>Reason for the amount</source>
        <translation>选定金额的理由</translation>
    </message>
    <message>
        <source>Not found: the low end</source>
        <translation>未认定（取最低额）</translation>
    </message>
    <message>
        <source>Responsibility of {who}</source>
        <translation>责任认定：{who}</translation>
    </message>
    <message>
        <source>Leave out a superior</source>
        <translation>免除一名上级</translation>
    </message>
    <message>
        <source>Reason for leaving out</source>
        <translation>免除的理由</translation>
    </message>
    <message>
        <source>Fixed by the rule.</source>
        <translation>金额由制度确定。</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>The rule allows {sums}.</source>
        <translation>制度规定可选{sums}。</translation>
    </message>
    <message>
        <source>The rule allows {low} to {high}.</source>
        <translation>制度规定幅度为{low}至{high}。</translation>
    </message>
</context>
<context>
    <name>CloseManyDialog</name>
    <message>
        <source>Close {count} slips</source>
        <translation>办结 {count} 张处分单</translation>
    </message>
    <message>
        <source>Close the slips</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Closed are those that were deducted, and those without money whose last day of appeal is over. The others say what is missing.</source>
        <translation>已扣减的，以及不涉及金额且申诉期已届满的，予以办结；其余的在列表中注明原因。</translation>
    </message>
</context>
<context>
    <name>Deciders</name>
    <message>
        <source>Nobody who holds a post that decides may decide on this. Name another post in the rulebook, or add the person in &quot;Directory&quot;.</source>
        <translation>有权决定的岗位上，没有人可以对此作出决定。请在制度中增列岗位，或在“组织”中添加人员。</translation>
    </message>
</context>
<context>
    <name>Explaining</name>
    <message>
        <source>recorded without a slip</source>
        <translation>未开处分单，直接登记</translation>
    </message>
    <message>
        <source>What people paid in this case</source>
        <translation>本案人员承担的金额</translation>
    </message>
    <message>
        <source>Fines in all</source>
        <translation>处分金额合计</translation>
    </message>
    <message>
        <source>The rule as it stood on that day</source>
        <translation>当日有效的制度条文</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>由谁决定</translation>
    </message>
    <message>
        <source>Who decided and who typed</source>
        <translation>由谁决定、由谁录入</translation>
    </message>
    <message>
        <source>decided by {decider}, typed by {typist}</source>
        <translation>决定：{decider}；录入：{typist}</translation>
    </message>
    <message>
        <source>Why these sums? {number}</source>
        <translation>金额的由来 {number}</translation>
    </message>
    <message>
        <source>Why this fine? {number} · {name}</source>
        <translation>金额由来&#x3000;{number} · {name}</translation>
    </message>
    <message>
        <source>Open the slip</source>
        <translation>打开处分单</translation>
    </message>
    <message>
        <source>Why this sum? (F4)</source>
        <translation>金额由来（F4）</translation>
    </message>
    <message>
        <source>Why this sum?</source>
        <translation>金额由来</translation>
    </message>
    <message>
        <source>Why this fine? {name}, not proposed yet</source>
        <translation>金额由来&#x3000;{name}（尚未提出）</translation>
    </message>
</context>
<context>
    <name>FairnessCard</name>
    <message>
        <source>Similar slips</source>
        <translation>同类处分单</translation>
    </message>
    <message>
        <source>Before issuing</source>
        <translation>签发前核对</translation>
    </message>
    <message>
        <source>It could not be checked. It can be issued all the same.</source>
        <translation>暂时无法核对，不影响签发。</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>Nothing was found that speaks against issuing it.</source>
        <translation>未发现不宜签发的情形。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Day of the act</source>
        <translation>违规日期</translation>
    </message>
    <message>
        <source>Rung or level</source>
        <translation>档次 / 等级</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>FineDialog</name>
    <message>
        <source>What a fine is</source>
        <translation>扣减方式</translation>
    </message>
    <message>
        <source>Rule document</source>
        <translation>制度文件</translation>
    </message>
    <message>
        <source>The adopted document by its name and year. Without it no fine enters a deduction list.</source>
        <translation>填写已通过的制度名称和年份。没有制度文件，处分金额不进入扣款名单。</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>A change begins a new edition on this day; dates alone are noted on the one that stands.</source>
        <translation>改动自这一天起形成新版本；只登记日期的，记入现行版本。</translation>
    </message>
    <message>
        <source>Adopted on</source>
        <translation>民主程序日期</translation>
    </message>
    <message>
        <source>The day it was discussed with the staff or their congress and adopted.</source>
        <translation>经职工代表大会或全体职工讨论、协商通过的日期。</translation>
    </message>
    <message>
        <source>Staff told on</source>
        <translation>告知员工日期</translation>
    </message>
    <message>
        <source>The day it was published or told to the staff.</source>
        <translation>公示或者告知员工的日期。</translation>
    </message>
    <message>
        <source>Legal note</source>
        <translation>法律提示</translation>
    </message>
</context>
<context>
    <name>IssueManyDialog</name>
    <message>
        <source>Issue {count} slips</source>
        <translation>签发 {count} 张处分单</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>Each is printed into the archive; from then on it can be withdrawn, but not changed. Those issued are shown together afterwards, to be printed.</source>
        <translation>逐张出具并存档；签发后可以撤销，不能修改。全部签发后合并显示，供打印。</translation>
    </message>
</context>
<context>
    <name>ListPapers</name>
    <message>
        <source>{count} slips</source>
        <translation>{count} 张处分单</translation>
    </message>
    <message>
        <source>Putting {count} slips into one file</source>
        <translation>正在合并 {count} 张处分单</translation>
    </message>
    <message>
        <source>{count} slips are published in one numbered notice, each with the sums that stand.</source>
        <translation>{count} 张处分单合为一份人事公布单，按现行金额公布。</translation>
    </message>
    <message>
        <source>Of {count} the days of appeal are not over: better wait.</source>
        <translation>其中 {count} 张申诉期未满，建议届满后再公布。</translation>
    </message>
    <message>
        <source>Personnel notice</source>
        <translation>人事公布单</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公布</translation>
    </message>
</context>
<context>
    <name>LockDialog</name>
    <message>
        <source>Lock {month}</source>
        <translation>锁定 {month}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Deducted {taken}, paid {paid}, carried over {carried}. After this the month never changes: what is withdrawn or reduced later gives a reversing line in the next month. The list is archived, and the wages typed in for it are deleted.</source>
        <translation>扣款 {taken}，发放 {paid}，结转 {carried}。锁定后本月不再改动：以后撤销或减轻的，在下月以冲回行体现。名单存档，为本月填写的工资随即删除。</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>By the rule: {posts}; not whoever prepared the list.</source>
        <translation>按制度由{posts}锁定；不能是编制名单的人。</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>How it was told</source>
        <translation>决定方式</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Whose cap is not checked?</source>
        <translation>哪些人未核对？</translation>
    </message>
    <message>
        <source>Whose cap is not checked, and what is taken of them</source>
        <translation>查看未核对扣款上限的人员及扣款金额</translation>
    </message>
    <message>
        <source>Caps not checked: {count}</source>
        <translation>未核对扣款上限：{count} 人</translation>
    </message>
    <message>
        <source>Taken of them</source>
        <translation>合计扣款</translation>
    </message>
    <message>
        <source>No wage was typed in for them. Close this question and press F2 on a line to type one in.</source>
        <translation>以下人员没有填写当月工资，未核对扣款上限。关闭锁定窗口后，在名单中选中该人按 F2 填写。</translation>
    </message>
</context>
<context>
    <name>MonthFinesDialog</name>
    <message>
        <source>What the fines of this month come from</source>
        <translation>本月处分金额的由来</translation>
    </message>
    <message>
        <source>No slip was proposed this month. Finish a round and propose what the rule provides for.</source>
        <translation>本月尚未提出处分单。完成一次巡检后，可按制度提出。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open the slip</source>
        <translation>打开处分单</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Day of the act</source>
        <translation>违规日期</translation>
    </message>
    <message>
        <source>Round or case</source>
        <translation>巡检 / 案件</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{count} slips proposed this month stand; they come to {total} in all.</source>
        <translation>本月提出且有效的处分单共 {count} 张，合计 {total}。</translation>
    </message>
</context>
<context>
    <name>MonthPicker</name>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
</context>
<context>
    <name>OutlookOfPerson</name>
    <message>
        <source>Offences that still count</source>
        <translation>仍计入累计的违规</translation>
    </message>
    <message>
        <source>The next offence</source>
        <translation>再次违规</translation>
    </message>
    <message>
        <source>What the next offence would be, by the rule of today (Enter explains)</source>
        <translation>如再次违规，按今日制度的处理（回车查看依据）</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Round or slip</source>
        <translation>巡检或处分单</translation>
    </message>
    <message>
        <source>Counts for</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Lapses on</source>
        <translation>不再计入之日</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>检查来源</translation>
    </message>
    <message>
        <source>If it is</source>
        <translation>再次违规的情形</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Sanction</source>
        <translation>处分</translation>
    </message>
    <message>
        <source>Own sum</source>
        <translation>本人金额</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>From that day on it is no longer looked back to: in {days} days.</source>
        <translation>自该日起不再追溯，还有 {days} 天。</translation>
    </message>
    <message>
        <source>Nothing counts against this person today: no offence that stands in the last {months} months.</source>
        <translation>今日没有计入累计的违规：近 {months} 个月内没有成立的违规。</translation>
    </message>
    <message>
        <source>{days} days without an offence, the last on {day}. Still counting: {count}; looked back to: {months} months.</source>
        <translation>已连续 {days} 天无违规，最近一次在 {day}。仍计入累计 {count} 项，追溯 {months} 个月。</translation>
    </message>
    <message>
        <source>No offence since the hire on {day}: {days} days.</source>
        <translation>自 {day} 入职以来没有违规，共 {days} 天。</translation>
    </message>
    <message>
        <source>What still counts</source>
        <translation>累计违规</translation>
    </message>
    <message>
        <source>Supposed only: nothing is proposed or kept.</source>
        <translation>仅为推演，不提出处分，也不留存。</translation>
    </message>
    <message>
        <source>What the next offence would be</source>
        <translation>如再次违规的处理</translation>
    </message>
</context>
<context>
    <name>Penalties</name>
    <message>
        <source>Rule and act</source>
        <translation>依据与违规事实</translation>
    </message>
    <message>
        <source>What was counted</source>
        <translation>此前违规的计算</translation>
    </message>
    <message>
        <source>Rung and sanction</source>
        <translation>档次与处分</translation>
    </message>
    <message>
        <source>Rule and case</source>
        <translation>依据与案件</translation>
    </message>
    <message>
        <source>Level and sanction</source>
        <translation>等级与处分</translation>
    </message>
    <message>
        <source>On appeal</source>
        <translation>申诉决定</translation>
    </message>
    <message>
        <source>Total now</source>
        <translation>现合计</translation>
    </message>
    <message>
        <source>Left out on this round</source>
        <translation>本次不予追究</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>金额计算</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>By the ladder: {rung} · {sanction} · total {total}</source>
        <translation>按制度：{rung} · {sanction} · 合计 {total}</translation>
    </message>
    <message>
        <source>Its notice is to be corrected</source>
        <translation>人事公布待更正</translation>
    </message>
</context>
<context>
    <name>PointsColumns</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>That day</source>
        <translation>当天第几次</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>员工分</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Deducted</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>加分</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Praise this year</source>
        <translation>本年加分</translation>
    </message>
    <message>
        <source>On whom</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
</context>
<context>
    <name>PointsDialog</name>
    <message>
        <source>Correct points</source>
        <translation>更正积分</translation>
    </message>
    <message>
        <source>Enter points</source>
        <translation>记积分</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>记入</translation>
    </message>
    <message>
        <source>Entered last</source>
        <translation>刚记入</translation>
    </message>
    <message>
        <source>On the points scheme: {posts}.</source>
        <translation>实行积分制的岗位：{posts}。</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Another act</source>
        <translation>另一行为说明</translation>
    </message>
    <message>
        <source>Why corrected</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Entered: {name}, {act}, {points} (number {nth} that day)</source>
        <translation>已记入：{name}，{act}，{points} 分（当天同类第 {nth} 次）</translation>
    </message>
</context>
<context>
    <name>PointsOfPerson</name>
    <message>
        <source>Points by month</source>
        <translation>各月积分</translation>
    </message>
    <message>
        <source>No points were ever entered for this person.</source>
        <translation>该员工没有积分记录。</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>This person was never rewarded.</source>
        <translation>该员工没有奖励记录。</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Deducted</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>加分</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>奖金</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Why these points?</source>
        <translation>积分由来</translation>
    </message>
    <message>
        <source>Points and rewards</source>
        <translation>积分与奖励</translation>
    </message>
    <message>
        <source>Why this reward? {number}</source>
        <translation>奖励由来&#x3000;{number}</translation>
    </message>
</context>
<context>
    <name>PointsPage</name>
    <message>
        <source>Staff points</source>
        <translation>员工积分</translation>
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
        <source>Staff number, name or note</source>
        <translation>工号、姓名或备注</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>By employee</source>
        <translation>按员工</translation>
    </message>
    <message>
        <source>By team</source>
        <translation>按团队</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>处理建议</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>No points in this month. Ctrl+N enters the first: employee, act, done.</source>
        <translation>本月没有积分记录。按 Ctrl+N 记入：选员工、选行为，即可。</translation>
    </message>
    <message>
        <source>No team has points in this month: a team gets them for praise and for third acts of a day.</source>
        <translation>本月没有团队积分：顾客表扬和同一天第三次的同类行为才计团队分。</translation>
    </message>
    <message>
        <source>Nothing follows from this month&apos;s points.</source>
        <translation>本月没有因积分需要处理的情形。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>决定…</translation>
    </message>
    <message>
        <source>Decide on the proposal</source>
        <translation>对建议作出决定</translation>
    </message>
    <message>
        <source>Enter points…</source>
        <translation>记积分…</translation>
    </message>
    <message>
        <source>Correct the entry, or decide on the proposal</source>
        <translation>更正记录，或对建议作出决定</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Why these points?</source>
        <translation>积分由来</translation>
    </message>
    <message>
        <source>On the points scheme: {posts}; 1 point = {money}</source>
        <translation>实行积分制的岗位：{posts}；1 分折合 {money}</translation>
    </message>
    <message>
        <source>What follows ({count})</source>
        <translation>处理建议（{count}）</translation>
    </message>
    <message>
        <source>{name}, {act}, {day}: the entry stays in the list, but no longer counts. Why?</source>
        <translation>{name}，{act}，{day}：记录保留，但不再计分。请写明原因。</translation>
    </message>
    <message>
        <source>Withdraw the entry</source>
        <translation>撤回积分记录</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Export points</source>
        <translation>导出积分</translation>
    </message>
    <message>
        <source>Points {month}</source>
        <translation>积分 {month}</translation>
    </message>
</context>
<context>
    <name>ProposalsPage</name>
    <message>
        <source>Proposals</source>
        <translation>处分建议</translation>
    </message>
    <message>
        <source>Nothing is left to propose.</source>
        <translation>没有需要提出的处分。</translation>
    </message>
    <message>
        <source>Nobody failed an item: nothing to propose. What was only noted can be put in by hand.</source>
        <translation>本次巡检没有不合格，不需要提出处分。仅有备注的问题可以补充列入。</translation>
    </message>
    <message>
        <source>Nobody answers for this case yet: nothing to propose. Name those complained of on the case&apos;s page and say how far each is responsible; or record there why nobody is handled.</source>
        <translation>本案尚未认定责任人，没有可提出的处分。请在案件页登记被投诉人并认定责任；不作处理的，在案件页写明原因。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Leave out a finding…</source>
        <translation>不予追究…</translation>
    </message>
    <message>
        <source>Put in…</source>
        <translation>补充列入…</translation>
    </message>
    <message>
        <source>Put in an act by hand</source>
        <translation>补充列入一项</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>调整…</translation>
    </message>
    <message>
        <source>Propose all</source>
        <translation>全部提出</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Propose, or look at the slip</source>
        <translation>提出；已提出的打开处分单</translation>
    </message>
    <message>
        <source>Why this fine?</source>
        <translation>为何这样处分？</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Rung or level</source>
        <translation>档次 / 等级</translation>
    </message>
    <message>
        <source>sanctioned already?</source>
        <translation>疑已处分</translation>
    </message>
    <message>
        <source>Case {number}: {rest}</source>
        <translation>案件 {number}：{rest}</translation>
    </message>
    <message>
        <source>Round {number}: {rest}</source>
        <translation>巡检 {number}：{rest}</translation>
    </message>
    <message>
        <source>nobody to propose</source>
        <translation>无处分建议</translation>
    </message>
    <message>
        <source>1 person, not proposed yet</source>
        <translation>1 人，尚未提出</translation>
    </message>
    <message>
        <source>1 person; nobody is left to propose</source>
        <translation>1 人，已全部提出</translation>
    </message>
    <message>
        <source>{people} people; nobody is left to propose</source>
        <translation>{people} 人，已全部提出</translation>
    </message>
    <message>
        <source>{people} people, {waiting} not proposed yet</source>
        <translation>{people} 人，其中 {waiting} 人尚未提出</translation>
    </message>
    <message>
        <source>Make {count} slips as they are proposed?</source>
        <translation>按系统建议的处分生成 {count} 张处分单？</translation>
    </message>
    <message>
        <source>Sanction</source>
        <translation>处分</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Superiors</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>处分单</translation>
    </message>
    <message>
        <source>handled without a slip</source>
        <translation>已另行处理</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>有异议</translation>
    </message>
    <message>
        <source>points stand</source>
        <translation>已有积分扣分</translation>
    </message>
    <message>
        <source>not proposed</source>
        <translation>未提出</translation>
    </message>
    <message>
        <source>to be checked</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>{count} of these findings are disputed and not decided yet. Decide first, then propose.</source>
        <translation>其中 {count} 条发现有异议，尚未裁定。请先裁定，再提出处分。</translation>
    </message>
    <message>
        <source>{number} on {name} was withdrawn: {reason}. Propose a new slip all the same?</source>
        <translation>{name}的处分单 {number} 已撤销，原因：{reason}。确定要重新提出吗？</translation>
    </message>
    <message>
        <source>Propose again</source>
        <translation>重新提出</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Findings on {names} are disputed and not decided yet.</source>
        <translation>对{names}的发现有异议，尚未裁定。</translation>
    </message>
    <message>
        <source>To be checked first, as the notes below say: {names}.</source>
        <translation>请先核对（见下方说明）：{names}。</translation>
    </message>
    <message>
        <source>Everybody on this round has a slip, or no item is left that was not found.</source>
        <translation>本次受检人员都已有处分单，或没有可补充的检查项。</translation>
    </message>
    <message>
        <source>Nothing to put in</source>
        <translation>没有可补充的</translation>
    </message>
    <message>
        <source>Leave out a finding</source>
        <translation>不予追究</translation>
    </message>
    <message>
        <source>Which finding on {name} is to be left out?</source>
        <translation>对{name}的哪一条发现不予追究？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>&quot;{item}&quot; on {name} is left out: it stays in the report and no longer counts. Why?</source>
        <translation>对{name}的“{item}”不予追究：巡检报告中保留，今后不再计入。请填写理由。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不予追究</translation>
    </message>
    <message>
        <source>Why this fine? {name}, not proposed yet</source>
        <translation>金额由来&#x3000;{name}（尚未提出）</translation>
    </message>
</context>
<context>
    <name>RewardApproveDialog</name>
    <message>
        <source>Approve {number}</source>
        <translation>批准 {number}</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>By the rule: {posts}. Not {proposer}, who proposed it, and not {employee}, whom it is for.</source>
        <translation>按制度由{posts}批准；不能是提出人{proposer}和受奖人{employee}。</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>决定日期</translation>
    </message>
</context>
<context>
    <name>RewardDialog</name>
    <message>
        <source>Propose a reward</source>
        <translation>提出奖励</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Day of the deed</source>
        <translation>事迹日期</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>奖金</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>其他奖励</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事迹说明</translation>
    </message>
    <message>
        <source>By the rule from {low} to {high}.</source>
        <translation>按制度为 {low} 至 {high}。</translation>
    </message>
    <message>
        <source>Open: set by leaders and HR; empty for no money.</source>
        <translation>金额不限，由领导和人事确定；不发奖金的留空。</translation>
    </message>
</context>
<context>
    <name>Rewards</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Another act than the slip&apos;s</source>
        <translation>与处分单不是同一行为</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>计分</translation>
    </message>
    <message>
        <source>Points deducted</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Points for praise</source>
        <translation>加分</translation>
    </message>
    <message>
        <source>For the limits deductions count alone; praise is not set against them.</source>
        <translation>累计是否达到上限只看扣分，不与加分相抵。</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Praise of the year so far</source>
        <translation>本年累计表扬加分</translation>
    </message>
    <message>
        <source>A team&apos;s praise is paid at the end of the year, deductions count for the limits.</source>
        <translation>团队加分年底兑现；扣分单独计算，不与加分相抵。</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Day of the deed</source>
        <translation>事迹日期</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>其他奖励</translation>
    </message>
    <message>
        <source>Proposed by</source>
        <translation>提出人</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>颁发日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>事迹</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>奖金</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应结</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Counted only</source>
        <translation>只计不扣</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>结转下月</translation>
    </message>
    <message>
        <source>Deducted</source>
        <translation>扣款</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>发放</translation>
    </message>
    <message>
        <source>At most to be deducted this month</source>
        <translation>本月最多可扣</translation>
    </message>
    <message>
        <source>{name}: the whole month</source>
        <translation>{name}本月合计</translation>
    </message>
</context>
<context>
    <name>RewardsPage</name>
    <message>
        <source>Rewards</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>All months</source>
        <translation>全部月份</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <source>Number, staff number or name</source>
        <translation>编号、工号或姓名</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>No rewards. Ctrl+N proposes one, Ctrl+T ranks the month for its Service Star.</source>
        <translation>还没有奖励。按 Ctrl+N 提出奖励，按 Ctrl+T 评选本月服务之星。</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Bulletin…</source>
        <translation>通报…</translation>
    </message>
    <message>
        <source>Service Star…</source>
        <translation>服务之星…</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>颁发</translation>
    </message>
    <message>
        <source>Propose…</source>
        <translation>提出奖励…</translation>
    </message>
    <message>
        <source>Approve or give, whichever is next</source>
        <translation>批准或颁发（按当前进度）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>奖金</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Why this reward? {number}</source>
        <translation>奖励由来&#x3000;{number}</translation>
    </message>
    <message>
        <source>{number}, {name}: the certificate goes into the archive; money is paid with the settlement.</source>
        <translation>{number}，{name}：证书存档；奖金随月结发放。</translation>
    </message>
    <message>
        <source>Give the reward</source>
        <translation>颁发奖励</translation>
    </message>
    <message>
        <source>{number} keeps its number; what was paid is taken back in the next settlement. Why?</source>
        <translation>{number} 保留编号；奖金已经发放的，在下次月结中冲回。请填写撤销理由。</translation>
    </message>
    <message>
        <source>Withdraw the reward</source>
        <translation>撤销奖励</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Certificate {number}</source>
        <translation>证书 {number}</translation>
    </message>
    <message>
        <source>Bulletin of {month}: honours and published sanctions.</source>
        <translation>{month} 荣誉与通报：当月的奖励和应当通报的处分。</translation>
    </message>
    <message>
        <source>Monthly bulletin</source>
        <translation>月度荣誉与通报</translation>
    </message>
    <message>
        <source>Look at a draft</source>
        <translation>查看草稿</translation>
    </message>
    <message>
        <source>Issue and keep it</source>
        <translation>签发并存档</translation>
    </message>
    <message>
        <source>Draft of the bulletin {month}</source>
        <translation>荣誉与通报草稿 {month}</translation>
    </message>
    <message>
        <source>Bulletin {month}</source>
        <translation>荣誉与通报 {month}</translation>
    </message>
    <message>
        <source>Export rewards</source>
        <translation>导出奖励</translation>
    </message>
</context>
<context>
    <name>RulesOfPerson</name>
    <message>
        <source>Rules signed for</source>
        <translation>制度签收</translation>
    </message>
    <message>
        <source>This person has signed no rule, and need not.</source>
        <translation>该员工没有签收记录，也没有需要签收的制度。</translation>
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
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签收日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>It could not be saved. Nothing has changed.</source>
        <translation>未能保存，内容没有变化。</translation>
    </message>
</context>
<context>
    <name>ScansDialog</name>
    <message>
        <source>Signed scans</source>
        <translation>签字扫描件</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Type a slip number or name</source>
        <translation>输入处分单编号或姓名</translation>
    </message>
    <message>
        <source>The employee signed</source>
        <translation>员工已签字</translation>
    </message>
    <message>
        <source>Recorded for slips that are not signed for yet; the others just keep the scan.</source>
        <translation>尚未登记签收的处分单一并登记；其余的只保存扫描件。</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>The code on it is that of another slip than the one this page shows.</source>
        <translation>扫描件上的二维码属于另一张处分单，请核对。</translation>
    </message>
    <message>
        <source>The number was read from the code, but its check code is not that of the issued paper.</source>
        <translation>已从二维码读出编号，但校验码与签发的单据不符，请核对。</translation>
    </message>
    <message>
        <source>Found by the code on the paper.</source>
        <translation>已按单据上的二维码找到。</translation>
    </message>
    <message>
        <source>Found by the file&apos;s name.</source>
        <translation>已按文件名找到。</translation>
    </message>
    <message>
        <source>No code could be read: choose the slip.</source>
        <translation>未能读出二维码，请选择处分单。</translation>
    </message>
    <message>
        <source>{kept} of {all} files are kept; the others say why not.</source>
        <translation>{all} 个文件中已保存 {kept} 个，其余的注明了原因。</translation>
    </message>
</context>
<context>
    <name>SettlementPage</name>
    <message>
        <source>Settlement</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>What the sums of the month come from (Shift+F4)</source>
        <translation>本月金额由来（Shift+F4）</translation>
    </message>
    <message>
        <source>Lines of the month</source>
        <translation>本月明细</translation>
    </message>
    <message>
        <source>Nothing is to be settled in this month: no slip has become final, no points, no rewards.</source>
        <translation>本月没有需要结算的内容：没有生效的处分单，也没有积分和奖励。</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What the sums of the month come from</source>
        <translation>本月金额由来</translation>
    </message>
    <message>
        <source>What a fine is…</source>
        <translation>扣减方式…</translation>
    </message>
    <message>
        <source>Wage…</source>
        <translation>工资…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>名单</translation>
    </message>
    <message>
        <source>Lock…</source>
        <translation>锁定…</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>What</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>结转下月</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Deducted {taken} · paid {paid} · carried over {carried}</source>
        <translation>扣款 {taken} · 发放 {paid} · 结转 {carried}</translation>
    </message>
    <message>
        <source>Final before the first settled month, so not in the list: slips {count}, {total}.</source>
        <translation>另有 {count} 张处分单（合计 {total}）在首个结算月之前已经生效，不在名单内。</translation>
    </message>
    <message>
        <source>Check: {words}</source>
        <translation>核对：{words}</translation>
    </message>
    <message>
        <source>Locked by {decider} on {day}, typed by {typist} at {moment}. A fine is: {fine}. {document}</source>
        <translation>已锁定：{decider} {day} 决定，{typist} {moment} 经办。扣减方式：{fine}。{document}</translation>
    </message>
    <message>
        <source>A fine is: {fine}, by {document}. Adopted {adopted}, staff told {told}.</source>
        <translation>扣减方式：{fine}，依据：{document}。{adopted} 经民主程序通过，{told} 告知员工。</translation>
    </message>
    <message>
        <source>A fine is: {fine}. No fine enters the list until this is recorded (Ctrl+R): {missing}.</source>
        <translation>扣减方式：{fine}。以下内容登记之前（Ctrl+R），处分金额不进入扣款名单：{missing}。</translation>
    </message>
    <message>
        <source>Why this sum? {name} · {what}</source>
        <translation>金额由来&#x3000;{name} · {what}</translation>
    </message>
    <message>
        <source>What the sums of {month} come from</source>
        <translation>{month} 金额由来</translation>
    </message>
    <message>
        <source>Settlement {month}</source>
        <translation>月结 {month}</translation>
    </message>
    <message>
        <source>Export the settlement</source>
        <translation>导出月结</translation>
    </message>
    <message>
        <source>Settlement list {month}</source>
        <translation>月结名单 {month}</translation>
    </message>
    <message>
        <source>Draft of the list {month}</source>
        <translation>月结名单草稿 {month}</translation>
    </message>
</context>
<context>
    <name>SeveralDialog</name>
    <message>
        <source>Slips</source>
        <translation>处分单</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} / {all}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stopping: the slip under way is finished, the rest stays as it is.</source>
        <translation>正在停止：手头这张办完即止，其余保持原状。</translation>
    </message>
    <message>
        <source>{done} done, {failed} refused, {rest} not begun. The reason stands beside each; the button tries again what is not done.</source>
        <translation>完成 {done} 张，未通过 {failed} 张，未办 {rest} 张；原因列在各行。再按一次按钮可继续办理未完成的。</translation>
    </message>
    <message>
        <source>It was broken off by a failure; what is done stays done.</source>
        <translation>办理因故障中断，已完成的不受影响。</translation>
    </message>
</context>
<context>
    <name>SheetsDialog</name>
    <message>
        <source>Sheets printed: {rule}</source>
        <translation>已打印签收表：{rule}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印时间</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页数</translation>
    </message>
    <message>
        <source>Check code</source>
        <translation>校验码</translation>
    </message>
    <message>
        <source>No sheet of this edition has been printed yet: press &quot;Sheet to sign&quot;.</source>
        <translation>这一版还没有打印过签收表，点“签收表”打印。</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>签收表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Show it again, marked as a copy</source>
        <translation>再次查看，标明“副本”</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Signed: {rule}, edition {number}</source>
        <translation>登记签收：{rule}&#x3000;第 {number} 版</translation>
    </message>
    <message>
        <source>Record the signatures</source>
        <translation>登记签收</translation>
    </message>
    <message>
        <source>Type a name or number</source>
        <translation>输入姓名或工号</translation>
    </message>
    <message>
        <source>Who has signed</source>
        <translation>签收人</translation>
    </message>
    <message>
        <source>Ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签收日期</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Who was there when they were told by word of mouth; not one of them, not whoever records it.</source>
        <translation>口头告知时在场的第三人；不能是签收人本人，也不能是登记人。</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>The signed sheet: drop the file anywhere here. It is kept with everybody ticked.</source>
        <translation>签好的签收表：把文件拖到此窗口任意位置即可，随所勾选的每个人保存。</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描件</translation>
    </message>
    <message>
        <source>{count} of {people} still to sign</source>
        <translation>{count} 人（未签收共 {people} 人）</translation>
    </message>
</context>
<context>
    <name>SlipCourse</name>
    <message>
        <source>By the rulebook {posts} decides on appeals, but nobody who holds that post may decide on this slip: whoever proposed or issued it, or pays by it, may not. Name another post in the rule on appeals, or add the person in &quot;Directory&quot;.</source>
        <translation>按制度，申诉由{posts}决定，但目前任该岗位的人都不得对本处分单作出决定（提出人、签发人和承担金额的人须回避）。请在制度“处分申诉办法”中增加岗位，或在“组织”中登记人员。</translation>
    </message>
    <message>
        <source>Nobody can decide yet</source>
        <translation>目前无人可作决定</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Signed scans</source>
        <translation>签字扫描件</translation>
    </message>
    <message>
        <source>{number} has not been issued yet; there is nothing signed to keep with it.</source>
        <translation>{number} 尚未签发，没有可附的签字件。</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>另存副本</translation>
    </message>
</context>
<context>
    <name>SlipIssue</name>
    <message>
        <source>{number} is printed into the archive; from then on it can be withdrawn, but not changed.</source>
        <translation>{number} 将存档成文；签发后可以撤销，但不能再改动。</translation>
    </message>
    <message>
        <source>Look at this before you issue it:</source>
        <translation>签发前请核对：</translation>
    </message>
    <message>
        <source>Issue the slip</source>
        <translation>签发处分单</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>With explanation, archived and printed as the slip&apos;s appendix</source>
        <translation>附依据说明（作为处分单附件归档并一同打印）</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>Slip</source>
        <translation>处分单</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>History of this record: who decided and entered what</source>
        <translation>操作记录：由谁决定、由谁录入、改了什么</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>补打副本</translation>
    </message>
    <message>
        <source>Preview and print</source>
        <translation>预览和打印</translation>
    </message>
    <message>
        <source>Refused…</source>
        <translation>拒签…</translation>
    </message>
    <message>
        <source>The employee refused to sign</source>
        <translation>登记员工拒签</translation>
    </message>
    <message>
        <source>Appeal…</source>
        <translation>申诉…</translation>
    </message>
    <message>
        <source>Take an appeal down</source>
        <translation>登记申诉</translation>
    </message>
    <message>
        <source>Signed…</source>
        <translation>签收…</translation>
    </message>
    <message>
        <source>The employee signed</source>
        <translation>员工已签字</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>申诉决定…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Close the slip</source>
        <translation>办结处分单</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
    <message>
        <source>To the similar slips; Enter opens one</source>
        <translation>转到同类处分单，按回车打开</translation>
    </message>
    <message>
        <source>Decide on what the slip leaves to people</source>
        <translation>对处分单中的建议作出决定</translation>
    </message>
    <message>
        <source>Keep scans of the signed paper</source>
        <translation>附签字扫描件</translation>
    </message>
    <message>
        <source>Keep what was copied as a scan</source>
        <translation>粘贴为签字扫描件</translation>
    </message>
    <message>
        <source>{number} · {name}</source>
        <translation>处分单 {number} · {name}</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>投诉案件</translation>
    </message>
    <message>
        <source>By the rulebook only {posts} may approve, and nobody holds that post today. Open &quot;Directory&quot; and add the person, or change the post of an employee who is there already.</source>
        <translation>按制度，处分单只能由{posts}批准，目前无人任此岗位。请在“组织”中新增该人员，或将已有员工的岗位改为此岗位。</translation>
    </message>
    <message>
        <source>Nobody can approve yet</source>
        <translation>目前无人可以批准</translation>
    </message>
    <message>
        <source>{number} keeps its number and its history; its findings no longer count. Why is it withdrawn?</source>
        <translation>{number} 的编号和经过予以保留，所列发现不再计入。请填写撤销理由。</translation>
    </message>
    <message>
        <source>{number} keeps its number and its history; the handling recorded on the case no longer stands. Why is it withdrawn?</source>
        <translation>{number} 的编号和经过保留，案件中相应的处理记录不再有效。请填写撤销理由。</translation>
    </message>
    <message>
        <source>Withdraw the slip</source>
        <translation>撤销处分单</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>What is next: correct the notice, approve, issue, signed, decide, close</source>
        <translation>下一步：更正公布、批准、签发、签收、决定、办结</translation>
    </message>
    <message>
        <source>The explanation as a paper, the slip&apos;s appendix</source>
        <translation>依据说明（处分单附件）</translation>
    </message>
    <message>
        <source>Correcting notice…</source>
        <translation>更正通知…</translation>
    </message>
    <message>
        <source>Put the personnel notice right</source>
        <translation>更正人事公布</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>SlipPapers</name>
    <message>
        <source>Draft of {number}</source>
        <translation>{number} 草稿</translation>
    </message>
    <message>
        <source>Slip {number}</source>
        <translation>处分单 {number}</translation>
    </message>
    <message>
        <source>Withdrawn slip {number}</source>
        <translation>已撤销的处分单 {number}</translation>
    </message>
    <message>
        <source>Copy of {number}</source>
        <translation>{number} 副本</translation>
    </message>
    <message>
        <source>The explanation of {number} is archived as its appendix, as things stand now; it is printed with the slip from then on and does not change.</source>
        <translation>{number} 的依据说明按目前的记录归档为附件，此后随处分单一同打印，内容不再改动。</translation>
    </message>
    <message>
        <source>Explanation as an appendix</source>
        <translation>依据说明</translation>
    </message>
    <message>
        <source>Archive and show</source>
        <translation>归档并查看</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>仅查看</translation>
    </message>
    <message>
        <source>Explanation of {number}</source>
        <translation>{number} 依据说明</translation>
    </message>
</context>
<context>
    <name>SlipSheetView</name>
    <message>
        <source>Who pays what</source>
        <translation>承担人与金额</translation>
    </message>
    <message>
        <source>No money is involved.</source>
        <translation>本次不涉及金额。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Signature and appeal</source>
        <translation>签收与申诉</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>处分单</translation>
    </message>
    <message>
        <source>The rule as it stood on that day</source>
        <translation>当日有效的制度条文</translation>
    </message>
    <message>
        <source>Why this fine?</source>
        <translation>为何这样处分？</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>责任身份</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sanction</source>
        <translation>处分</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>金额依据</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>File</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
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
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>No scan yet. Drop the signed paper here.</source>
        <translation>还没有扫描件，可把签字后的单据扫描件拖到这里。</translation>
    </message>
    <message>
        <source>Decide on it…</source>
        <translation>作出决定…</translation>
    </message>
    <message>
        <source>History of this record…</source>
        <translation>操作记录…</translation>
    </message>
    <message>
        <source>To be decided by people</source>
        <translation>须另行决定的事项</translation>
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
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>no objection</source>
        <translation>无异议</translation>
    </message>
    <message>
        <source>recorded by {name}</source>
        <translation>{name} 登记</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>She says</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Witness</source>
        <translation>见证人</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>逾期未答复</translation>
    </message>
    <message>
        <source>noted on {day}</source>
        <translation>{day} 登记</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>月结</translation>
    </message>
    <message>
        <source>Personnel notice</source>
        <translation>人事公布单</translation>
    </message>
    <message>
        <source>Appeal</source>
        <translation>申诉</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>申诉原话</translation>
    </message>
    <message>
        <source>Heard though late</source>
        <translation>逾期受理理由</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>决定理由</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>Day of the act</source>
        <translation>违规日期</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>投诉案件</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Superior then</source>
        <translation>当日直属上级</translation>
    </message>
    <message>
        <source>Head then</source>
        <translation>当日科室主任</translation>
    </message>
    <message>
        <source>Improvement wanted</source>
        <translation>改进要求</translation>
    </message>
    <message>
        <source>Check code {check}. It may be appealed until {day}.</source>
        <translation>校验码 {check}。申诉截止日：{day}。</translation>
    </message>
    <message>
        <source>Check code {check}.</source>
        <translation>校验码 {check}。</translation>
    </message>
    <message>
        <source>Correcting notice</source>
        <translation>更正通知</translation>
    </message>
    <message>
        <source>no longer holds since {day}: a correcting notice is due (Ctrl+Shift+N)</source>
        <translation>自 {day} 起与现状不符，需出具更正通知（Ctrl+Shift+N）</translation>
    </message>
    <message>
        <source>The notice</source>
        <translation>公布内容</translation>
    </message>
    <message>
        <source>Explanation archived as appendix, check code {check}.</source>
        <translation>依据说明已归档为附件，校验码 {check}。</translation>
    </message>
    <message>
        <source>Explanation as a paper…</source>
        <translation>依据说明…</translation>
    </message>
    <message>
        <source>Before the appeal</source>
        <translation>申诉前</translation>
    </message>
    <message>
        <source>Decided on appeal</source>
        <translation>申诉决定</translation>
    </message>
    <message>
        <source>Together: {sums}</source>
        <translation>合计：{sums}</translation>
    </message>
</context>
<context>
    <name>SlipsOfFinding</name>
    <message>
        <source>Slips</source>
        <translation>处分单</translation>
    </message>
    <message>
        <source>No slip was written after this round.</source>
        <translation>该次巡检后没有开具处分单。</translation>
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
        <source>Rung</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Day of the act</source>
        <translation>违规日期</translation>
    </message>
    <message>
        <source>The dispute was upheld, but slip {number} stands. Withdraw it?</source>
        <translation>异议已成立，但处分单 {number} 仍然有效，是否撤销？</translation>
    </message>
</context>
<context>
    <name>SlipsOfPerson</name>
    <message>
        <source>Which slips, in which months? (Shift+F4)</source>
        <translation>查看由哪些处分单、哪几个月构成（Shift+F4）</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>处分单</translation>
    </message>
    <message>
        <source>No slip was ever proposed.</source>
        <translation>没有提出过处分单。</translation>
    </message>
    <message>
        <source>What the sum of this person comes from</source>
        <translation>查看本人承担金额的构成</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Day of the act</source>
        <translation>违规日期</translation>
    </message>
    <message>
        <source>Round or case</source>
        <translation>巡检 / 案件</translation>
    </message>
    <message>
        <source>Rung</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Slips that stand: {slips}; paid by this person in all</source>
        <translation>有效处分单 {slips} 张；本人共承担</translation>
    </message>
    <message>
        <source>of it as a superior {line}.</source>
        <translation>，其中作为上级承担 {line}。</translation>
    </message>
    <message>
        <source>What this person pays by slips</source>
        <translation>本人承担的处分金额</translation>
    </message>
    <message>
        <source>Slips that stand</source>
        <translation>有效处分单</translation>
    </message>
    <message>
        <source>Paid in all</source>
        <translation>共承担</translation>
    </message>
    <message>
        <source>Withdrawn: no longer counted</source>
        <translation>已撤销，不再计入</translation>
    </message>
    <message>
        <source>settled {month}: {sum}</source>
        <translation>{month} 月结 {sum}</translation>
    </message>
    <message>
        <source>not settled yet</source>
        <translation>尚未月结</translation>
    </message>
</context>
<context>
    <name>SlipsPage</name>
    <message>
        <source>Penalties and rewards</source>
        <translation>奖惩</translation>
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
        <source>Slip number, staff number or name</source>
        <translation>处分单编号、工号或姓名</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>处分单</translation>
    </message>
    <message>
        <source>Print the issued slips that are chosen</source>
        <translation>打印所选的已签发处分单</translation>
    </message>
    <message>
        <source>Open the slip</source>
        <translation>打开处分单</translation>
    </message>
    <message>
        <source>Choose several</source>
        <translation>选择多张</translation>
    </message>
    <message>
        <source>Choose all that are loaded</source>
        <translation>选中已显示的全部</translation>
    </message>
    <message>
        <source>Approve or issue those chosen, whichever is next</source>
        <translation>批准或签发所选</translation>
    </message>
    <message>
        <source>Keep what was copied as a scan</source>
        <translation>粘贴为签字扫描件</translation>
    </message>
    <message>
        <source>Act…</source>
        <translation>登记违规…</translation>
    </message>
    <message>
        <source>An act outside a round</source>
        <translation>巡检以外的违规</translation>
    </message>
    <message>
        <source>Keep signed scans</source>
        <translation>附签字扫描件</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>办结…</translation>
    </message>
    <message>
        <source>Close those chosen</source>
        <translation>办结所选</translation>
    </message>
    <message>
        <source>Notice…</source>
        <translation>公布…</translation>
    </message>
    <message>
        <source>Personnel notice on those chosen</source>
        <translation>就所选出具人事公布单</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>批准…</translation>
    </message>
    <message>
        <source>Issue…</source>
        <translation>签发…</translation>
    </message>
    <message>
        <source>Nobody can approve yet</source>
        <translation>目前无人可以批准</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Day of the act</source>
        <translation>违规日期</translation>
    </message>
    <message>
        <source>Round or case</source>
        <translation>巡检 / 案件</translation>
    </message>
    <message>
        <source>Rung or level</source>
        <translation>档次 / 等级</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
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
        <source>By the rulebook only {posts} may approve. Nobody holds that post today but those concerned in these slips, or who drafted them.</source>
        <translation>按制度只有{posts}可以批准。目前担任该岗位的，只有这些处分单的当事人或拟定人，或者无人担任。</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已结</translation>
    </message>
    <message>
        <source>No slips yet. Finish a round and propose what the rule provides for.</source>
        <translation>还没有处分单。完成一次巡检后，在处分建议中提出。</translation>
    </message>
    <message>
        <source>No slip fits. Choose another state or search for something else.</source>
        <translation>没有符合条件的处分单。请换一个状态，或改搜其他内容。</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Correcting notice on those chosen</source>
        <translation>为所选处分单出具更正通知</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Scans…</source>
        <translation>扫描件…</translation>
    </message>
</context>
<context>
    <name>StarDialog</name>
    <message>
        <source>Service Star</source>
        <translation>服务之星</translation>
    </message>
    <message>
        <source>Propose as star</source>
        <translation>提名为服务之星</translation>
    </message>
    <message>
        <source>Ranked list</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Nobody was inspected or praised in this month.</source>
        <translation>本月没有受检或受表扬的员工。</translation>
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
        <source>Sum</source>
        <translation>奖金</translation>
    </message>
    <message>
        <source>Open: set by leaders and HR.</source>
        <translation>金额不限，由领导和人事确定。</translation>
    </message>
    <message>
        <source>Besides</source>
        <translation>其他奖励</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>Not in it because</source>
        <translation>不参评原因</translation>
    </message>
    <message>
        <source>Chosen already: {name} ({number})</source>
        <translation>已提名：{name}（{number}）</translation>
    </message>
    <message>
        <source>Why this rank?</source>
        <translation>排名由来</translation>
    </message>
</context>
<context>
    <name>TakeBackDialog</name>
    <message>
        <source>Take back signatures: {count}</source>
        <translation>撤回 {count} 人的签收</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Recorded by mistake, say: the wrong person, the wrong sheet. The reason is kept.</source>
        <translation>例如登记错了人、用错了签收表。原因随记录保存。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>TrialDialog</name>
    <message>
        <source>Tried: {rule}</source>
        <translation>制度试算：{rule}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Work out anew</source>
        <translation>重新试算</translation>
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
        <source>Under the rules in force</source>
        <translation>按现行制度</translation>
    </message>
    <message>
        <source>Under the rules tried</source>
        <translation>按试算制度</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Who would pay</source>
        <translation>各人应承担</translation>
    </message>
    <message>
        <source>Nobody would pay anything in this period, under either rules.</source>
        <translation>这一期间按两种制度都没有人需要承担金额。</translation>
    </message>
    <message>
        <source>What the rules propose for each act of the period: by those in force on its day, and by those tried. Sums chosen by hand, superiors left out and appeals are aside. Nothing is written.</source>
        <translation>对期间内的每一项行为，分别按行为当日的现行制度和试算的制度计算应提出的处分；人工另选的金额、免除的上级和申诉结果不计入。试算不改动任何记录。</translation>
    </message>
    <message>
        <source>Not worked out yet: F5 works it out.</source>
        <translation>尚未算出结果，按 F5 开始计算。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>试算表</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every line of the person, explained</source>
        <translation>查看此人的每一项及依据</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
    </message>
    <message>
        <source>Employee</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Trying the rules on {first} to {last}</source>
        <translation>正在试算 {first} 至 {last}</translation>
    </message>
    <message>
        <source>Stopped. Choose a shorter period, or work it out anew (F5).</source>
        <translation>已停止。可缩短期间，或按 F5 重新试算。</translation>
    </message>
    <message>
        <source>Export the trial</source>
        <translation>导出试算</translation>
    </message>
    <message>
        <source>Rules tried {first} to {last}</source>
        <translation>制度试算 {first} 至 {last}</translation>
    </message>
    <message>
        <source>People: {people}; acts looked at: {acts}</source>
        <translation>涉及 {people} 人，共核算 {acts} 项行为</translation>
    </message>
    <message>
        <source>Begin to pay: {count}</source>
        <translation>新增承担 {count} 人</translation>
    </message>
    <message>
        <source>No longer pay: {count}</source>
        <translation>不再承担 {count} 人</translation>
    </message>
</context>
<context>
    <name>TrialPersonDialog</name>
    <message>
        <source>{name} ({number}) under the rules tried</source>
        <translation>{name}（{number}）试算明细</translation>
    </message>
    <message>
        <source>In force {before} · tried {after} · difference {difference}</source>
        <translation>现行 {before} · 试算 {after} · 差额 {difference}</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细</translation>
    </message>
    <message>
        <source>Under the rules in force</source>
        <translation>按现行制度</translation>
    </message>
    <message>
        <source>Under the rules tried</source>
        <translation>按试算制度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Line before, next line</source>
        <translation>上一项、下一项</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Number or act</source>
        <translation>编号或行为</translation>
    </message>
    <message>
        <source>Whose act</source>
        <translation>当事人</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>现行</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>Why this sum? Under the rules in force, and under those tried</source>
        <translation>金额由来：现行制度与试算制度</translation>
    </message>
    <message>
        <source>{name}: {sum}</source>
        <translation>{name}：{sum}</translation>
    </message>
</context>
<context>
    <name>TryLadderDialog</name>
    <message>
        <source>Try other sums of the ladder</source>
        <translation>试算：改动处分金额</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Change what you think of changing; then it is worked out who would have paid what in the last three whole months. The rule itself stays as it is: a new edition is made in the rulebook.</source>
        <translation>改动拟调整的内容，即可算出最近三个整月内各人应承担多少。制度本身不变；要正式修改，请在“设置 → 制度”中发布新版本。</translation>
    </message>
    <message>
        <source>{rung}, {part}</source>
        <translation>{rung}&#x3000;{part}</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>Months looked back</source>
        <translation>追溯月数</translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>Decide on {name}</source>
        <translation>对{name}的建议作出决定</translation>
    </message>
    <message>
        <source>Record the decision</source>
        <translation>记录决定</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>By the rule: {posts}; not whom it would hit, nor whoever proposed it.</source>
        <translation>按制度由{posts}决定；当事人和提出人不得决定。</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>决定日期</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>By the rulebook {posts} decides, and nobody holds that post today.</source>
        <translation>按制度由{posts}决定，目前无人担任该岗位。</translation>
    </message>
    <message>
        <source>Nobody can decide yet</source>
        <translation>目前无人可以决定</translation>
    </message>
</context>
<context>
    <name>WageDialog</name>
    <message>
        <source>Wage of {name} in {month}</source>
        <translation>{name} {month} 工资</translation>
    </message>
    <message>
        <source>Deducted in this month so far: {taken}; carried over: {carried}.</source>
        <translation>目前本月扣款 {taken}，结转 {carried}。</translation>
    </message>
    <message>
        <source>Wage of the month</source>
        <translation>当月工资</translation>
    </message>
    <message>
        <source>Minimum wage of the place</source>
        <translation>当地最低工资</translation>
    </message>
    <message>
        <source>{institution}: by the local notice in force.</source>
        <translation>{institution}：按当地现行规定填写。</translation>
    </message>
    <message>
        <source>Only for the cap: no more than {percent} % of the wage, and no less than the minimum wage remains. The figure is deleted when the month is locked and never enters the audit. A database file on this computer is not encrypted: whoever can copy the file can read it until then.</source>
        <translation>仅用于核对扣款上限：不超过当月工资的 {percent}%，扣后不低于当地最低工资。锁定本月时即删除，也不写入操作记录。请注意：本机的数据库文件没有加密，删除之前，能复制该文件的人都能看到。</translation>
    </message>
    <message>
        <source>What the sums of {name} come from</source>
        <translation>{name} 的金额由来</translation>
    </message>
    <message>
        <source>Why these sums?</source>
        <translation>金额由来</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Proposals waiting</source>
        <translation>待提出处分</translation>
    </message>
    <message>
        <source>No proposals are waiting. They come here when a round is finished in which an employee failed an item.</source>
        <translation>没有待提出的处分。巡检结束后，凡有员工不合格的会列在这里。</translation>
    </message>
    <message>
        <source>Rounds with proposals waiting</source>
        <translation>有待提出处分的巡检</translation>
    </message>
    <message>
        <source>Open the proposals of the round</source>
        <translation>打开该次巡检的处分建议</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>People waiting</source>
        <translation>待处理人数</translation>
    </message>
    <message>
        <source>{rounds} rounds, {people} people · of the last {days} days</source>
        <translation>{rounds} 次巡检，{people} 人 · 最近 {days} 天</translation>
    </message>
</context>
<context>
    <name>_Correction</name>
    <message>
        <source>Slips withdrawn or reduced after a personnel notice had told of them: {count}. One numbered correcting notice says what stands now, to be posted where the first one was.</source>
        <translation>有 {count} 张处分单在人事公布之后被撤销或减轻。将出具一份编号的更正通知，写明现行结果，并在原公布处张贴。</translation>
    </message>
    <message>
        <source>Correcting notice</source>
        <translation>更正通知</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>公布</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Draft of the correcting notice</source>
        <translation>更正通知草稿</translation>
    </message>
</context>
<context>
    <name>_IssuingDialog</name>
    <message>
        <source>With explanation, archived and printed as the slip&apos;s appendix</source>
        <translation>附依据说明（作为处分单附件归档并一同打印）</translation>
    </message>
    <message>
        <source>Before issuing</source>
        <translation>签发前核对</translation>
    </message>
    <message>
        <source>{count} to look at</source>
        <translation>{count} 项待核对</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无异常</translation>
    </message>
    <message>
        <source>Before issuing: {number} · {name}</source>
        <translation>签发前核对：{number} · {name}</translation>
    </message>
</context>
</TS>
