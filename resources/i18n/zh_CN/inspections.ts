<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccountDialog</name>
    <message>
        <source>Account of the visit {number}</source>
        <translation>{number} 的体验经过</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>经过条目</translation>
    </message>
    <message>
        <source>Nothing written yet. Add what happened, entry by entry with its time.</source>
        <translation>还没有填写。请按时间逐条写下经过。</translation>
    </message>
    <message>
        <source>Add entry</source>
        <translation>添加一条</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Reports issued before keep what they said; the visitor is named by the code alone.</source>
        <translation>已出具的报告保持原样；报告中访客只以代号出现。</translation>
    </message>
    <message>
        <source>Edit the entry in view</source>
        <translation>编辑所选条目</translation>
    </message>
    <message>
        <source>Remove the entry in view</source>
        <translation>删除所选条目</translation>
    </message>
    <message>
        <source>Remove this entry?</source>
        <translation>删除这一条？</translation>
    </message>
</context>
<context>
    <name>AddStopsDialog</name>
    <message>
        <source>Add to the round</source>
        <translation>添加受检对象</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>人员和场所</translation>
    </message>
    <message>
        <source>They join at the end of the route; the report says when they were added.</source>
        <translation>添加后排在路线末尾，报告会注明添加时间。</translation>
    </message>
</context>
<context>
    <name>AnswerBar</name>
    <message>
        <source>Measured</source>
        <translation>实测值</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>查看数</translation>
    </message>
    <message>
        <source>Of these failed</source>
        <translation>其中不合格数</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>of these failed</source>
        <translation>其中不合格</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>No note.</source>
        <translation>没有备注。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ByProfile</name>
    <message>
        <source>Each person by the profile of the post</source>
        <translation>每人按岗位方案检查</translation>
    </message>
    <message>
        <source>Of the standards ticked, each person is asked those the profile of the post names, and those no profile names.</source>
        <translation>在勾选的标准中，每人只检查其岗位方案所列的标准；不在任何岗位方案中的标准照常检查。</translation>
    </message>
    <message>
        <source>Without a profile, asked everything meant for them: {posts}</source>
        <translation>没有岗位方案，检查全部适用标准：{posts}</translation>
    </message>
    <message>
        <source>Without a profile, asked everything meant for them: {count} posts</source>
        <translation>{count} 个岗位没有岗位方案，检查全部适用标准</translation>
    </message>
</context>
<context>
    <name>CalibrationDialog</name>
    <message>
        <source>New calibration</source>
        <translation>新建校准</translation>
    </message>
    <message>
        <source>Begin calibration</source>
        <translation>开始校准</translation>
    </message>
    <message>
        <source>Two inspectors look at the same people on the same items, each for himself; neither sees the other&apos;s answers before both are through. Nothing of it counts as a finding.</source>
        <translation>两名检查人对同一批人员、同一批检查项各自独立作答，都结束前看不到对方的结论。校准结果不计为检查发现，也不用于处分。</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>First inspector</source>
        <translation>检查人甲</translation>
    </message>
    <message>
        <source>Second inspector</source>
        <translation>检查人乙</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>People looked at</source>
        <translation>受检人员</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>ChecklistDialog</name>
    <message>
        <source>Blank checklist</source>
        <translation>空白检查表</translation>
    </message>
    <message>
        <source>Make the checklist</source>
        <translation>生成检查表</translation>
    </message>
    <message>
        <source>A list for each person or place</source>
        <translation>逐人（逐处）一张表</translation>
    </message>
    <message>
        <source>Items against people in one table</source>
        <translation>检查项与人员对照表</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>With what each item asks</source>
        <translation>附各项标准</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版式</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>ChoosePictures</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
</context>
<context>
    <name>CommentDialog</name>
    <message>
        <source>Comment on the finding</source>
        <translation>填写意见</translation>
    </message>
    <message>
        <source>Add the comment</source>
        <translation>添加意见</translation>
    </message>
    <message>
        <source>What is to be said</source>
        <translation>意见内容</translation>
    </message>
    <message>
        <source>Who says it</source>
        <translation>发表人</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Differences</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>没有变化。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现为</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>What</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Correct an answer</source>
        <translation>更正作答</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Fixed on the spot</source>
        <translation>当场整改</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Person or place</source>
        <translation>受检对象</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>On the round</source>
        <translation>巡检时</translation>
    </message>
    <message>
        <source>{answer} · {time} · {name} · {reason}</source>
        <translation>{answer} · {time} · {name} · {reason}</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正为</translation>
    </message>
    <message>
        <source>Holds now</source>
        <translation>现在有效</translation>
    </message>
    <message>
        <source>As the figure says</source>
        <translation>按数值判定</translation>
    </message>
    <message>
        <source>New answer</source>
        <translation>更正为</translation>
    </message>
    <message>
        <source>0 to 5</source>
        <translation>评分（0–5）</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>查看数</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Time of day, as 10:42 or 10:42:30</source>
        <translation>当天时间，如 10:42 或 10:42:30</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Correct the answer in view</source>
        <translation>更正所选的作答</translation>
    </message>
</context>
<context>
    <name>Coverage</name>
    <message>
        <source>By department</source>
        <translation>按科室</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>按岗位</translation>
    </message>
    <message>
        <source>By person</source>
        <translation>按人员</translation>
    </message>
    <message>
        <source>Not seen, shown by</source>
        <translation>久未受检，显示方式</translation>
    </message>
    <message>
        <source>Not seen for how long</source>
        <translation>多久未受检</translation>
    </message>
    <message>
        <source>Nobody works here yet.</source>
        <translation>这里还没有员工。</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>久未受检</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>最久</translation>
    </message>
    <message>
        <source>Who was seen: {institution}</source>
        <translation>受检情况：{institution}</translation>
    </message>
    <message>
        <source>{unseen} of {people} people have not been on a round for {days} days or longer.</source>
        <translation>{people} 人中有 {unseen} 人已满 {days} 天未受检。</translation>
    </message>
</context>
<context>
    <name>DecideDialog</name>
    <message>
        <source>Decide on the dispute of {name}</source>
        <translation>裁定 {name} 的异议</translation>
    </message>
    <message>
        <source>Save the decision</source>
        <translation>保存裁定</translation>
    </message>
    <message>
        <source>Disputed because</source>
        <translation>异议理由</translation>
    </message>
    <message>
        <source>Upheld: the finding no longer counts</source>
        <translation>成立：该发现不再计入</translation>
    </message>
    <message>
        <source>Rejected: the finding counts</source>
        <translation>不成立：该发现照常计入</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>裁定人</translation>
    </message>
    <message>
        <source>By default: {posts}. Never an inspector of this round.</source>
        <translation>通常由{posts}裁定；本次巡检的检查人不得裁定。</translation>
    </message>
    <message>
        <source>Day of the decision</source>
        <translation>裁定日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Why somebody else decides</source>
        <translation>由他人裁定的理由</translation>
    </message>
</context>
<context>
    <name>DisputeDialog</name>
    <message>
        <source>Dispute of {name}</source>
        <translation>{name} 的异议</translation>
    </message>
    <message>
        <source>Enter the dispute</source>
        <translation>登记异议</translation>
    </message>
    <message>
        <source>Raised on</source>
        <translation>提出日期</translation>
    </message>
    <message>
        <source>Why it is disputed</source>
        <translation>异议理由</translation>
    </message>
    <message>
        <source>In the employee&apos;s own words; they stand in the report with the decision.</source>
        <translation>请按员工原话填写，将与裁定一并写入报告。</translation>
    </message>
    <message>
        <source>To be decided by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Can stay empty.</source>
        <translation>可不填。</translation>
    </message>
</context>
<context>
    <name>EditionsDialog</name>
    <message>
        <source>Editions of {pack}</source>
        <translation>“{pack}”的各版本</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Compared with edition</source>
        <translation>对照版本</translation>
    </message>
    <message>
        <source>Preview this edition</source>
        <translation>预览此版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>启用时间</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>{decided}, entered by {entered}</source>
        <translation>{decided}（{entered} 录入）</translation>
    </message>
    <message>
        <source>Came with the program</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>Written here</source>
        <translation>本集团编写</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>As it ships</source>
        <translation>随程序提供的文本</translation>
    </message>
    <message>
        <source>This is the only edition so far.</source>
        <translation>目前只有这一个版本。</translation>
    </message>
</context>
<context>
    <name>EndBar</name>
    <message>
        <source>Go to the first open item</source>
        <translation>回到首个未答项</translation>
    </message>
    <message>
        <source>Finish round (Ctrl+Enter)</source>
        <translation>结束巡检（Ctrl+回车）</translation>
    </message>
    <message>
        <source>End of the route. {count} items are still unanswered.</source>
        <translation>已到最后，还有 {count} 项未作答。</translation>
    </message>
    <message>
        <source>Every item is answered. The round can be finished.</source>
        <translation>全部项目已作答，可以结束巡检。</translation>
    </message>
</context>
<context>
    <name>ExceptionDialog</name>
    <message>
        <source>Change exception</source>
        <translation>修改例外</translation>
    </message>
    <message>
        <source>New exception</source>
        <translation>新增例外</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Kind of round</source>
        <translation>巡检类型</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>To</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Empty: until further notice.</source>
        <translation>不填表示长期有效。</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>0: nothing is due, while it is closed, say.</source>
        <translation>0 次表示不要求巡检，如停业期间。</translation>
    </message>
    <message>
        <source>In each</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>ExceptionsDialog</name>
    <message>
        <source>Exceptions of institutions</source>
        <translation>机构例外</translation>
    </message>
    <message>
        <source>How often rounds are due stands in the rulebook. Here an institution is asked otherwise for a time: closed, rebuilt, under special care. One entered later stands before the earlier ones.</source>
        <translation>巡检频次以制度为准。某家机构停业、装修或需要重点关注的，可在此另定一段时间的频次；后登记的优先于先登记的。</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>例外</translation>
    </message>
    <message>
        <source>No institution is an exception. &quot;New exception&quot; sets the first one down.</source>
        <translation>没有机构例外。点“新增例外”登记第一项。</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>New exception</source>
        <translation>新增例外</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>例外内容</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>End this exception?</source>
        <translation>终止这项例外？</translation>
    </message>
    <message>
        <source>From today on the rulebook&apos;s frequency holds again; the days before stay as they were.</source>
        <translation>从今天起恢复制度规定的频次，此前的日期不受影响。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export packs</source>
        <translation>导出标准包</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx), to edit and bring back</source>
        <translation>Excel 工作簿（.xlsx）：便于修改后再导入</translation>
    </message>
    <message>
        <source>Text file, several packed together, to keep or pass on</source>
        <translation>文本文件（多个时打成压缩包）：便于留存或转交</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>As</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Pack as text (*.toml)</source>
        <translation>标准包文本 (*.toml)</translation>
    </message>
    <message>
        <source>Packs as text (*.zip)</source>
        <translation>标准包文本 (*.zip)</translation>
    </message>
    <message>
        <source>1 pack was written to {path}.</source>
        <translation>已将 1 个标准包写入 {path}。</translation>
    </message>
    <message>
        <source>{count} packs were written to {path}.</source>
        <translation>已将 {count} 个标准包写入 {path}。</translation>
    </message>
</context>
<context>
    <name>FailureBar</name>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Go back to what is saved</source>
        <translation>回到已保存的状态</translation>
    </message>
    <message>
        <source>The last answer could not be saved. Nothing before it is lost.</source>
        <translation>最后一次作答没有保存成功，此前的作答都已保存。</translation>
    </message>
    <message>
        <source>One of the remaining items</source>
        <translation>剩余项目中的一项</translation>
    </message>
    <message>
        <source>{item}: another window or a colleague has answered this item in the meantime. Your answer was not saved, theirs stands. Look at it first, then answer again if need be.</source>
        <translation>{item}：另一个窗口或同事刚才已经作答了这一项。您的作答没有保存，对方的作答保持不变。请先查看最新内容，需要时再重新作答。</translation>
    </message>
    <message>
        <source>Your note: {note}</source>
        <translation>您写的备注：{note}</translation>
    </message>
    <message>
        <source>Show the latest</source>
        <translation>查看最新内容</translation>
    </message>
    <message>
        <source>An answer is not saved yet.</source>
        <translation>有一项作答还没有保存。</translation>
    </message>
</context>
<context>
    <name>FindingFilters</name>
    <message>
        <source>More filters</source>
        <translation>更多筛选</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Only what the chart stands for</source>
        <translation>只看图中这一点所含的</translation>
    </message>
    <message>
        <source>Press to take this filter away</source>
        <translation>点击即取消此筛选</translation>
    </message>
    <message>
        <source>Name, staff number, item, note or round</source>
        <translation>姓名、工号、检查项、备注或巡检编号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全部时间</translation>
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
        <source>Department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>All departments</source>
        <translation>全部科室</translation>
    </message>
    <message>
        <source>Kind of round</source>
        <translation>检查类型</translation>
    </message>
    <message>
        <source>All kinds of round</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部员工</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>All packs</source>
        <translation>全部标准包</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>All items</source>
        <translation>全部检查项</translation>
    </message>
    <message>
        <source>Group of items</source>
        <translation>违规类别</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Any gravity</source>
        <translation>全部程度</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>是否计入</translation>
    </message>
    <message>
        <source>Any standing</source>
        <translation>计入与否</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>Disputed or not</source>
        <translation>有无异议</translation>
    </message>
    <message>
        <source>Fixed at once</source>
        <translation>当场整改</translation>
    </message>
    <message>
        <source>Not fixed at once</source>
        <translation>未当场整改</translation>
    </message>
    <message>
        <source>Fixed or not</source>
        <translation>当场与否</translation>
    </message>
    <message>
        <source>With a measure</source>
        <translation>已下达整改</translation>
    </message>
    <message>
        <source>Without a measure</source>
        <translation>未下达整改</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>Measure or none</source>
        <translation>有无整改</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>{words} ({count})</source>
        <translation>{words}（{count}）</translation>
    </message>
</context>
<context>
    <name>FindingPage</name>
    <message>
        <source>Finding</source>
        <translation>检查发现</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Its round</source>
        <translation>打开该次巡检</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>打开该员工</translation>
    </message>
    <message>
        <source>Comment…</source>
        <translation>意见…</translation>
    </message>
    <message>
        <source>Take the dispute back…</source>
        <translation>撤回异议…</translation>
    </message>
    <message>
        <source>Dispute…</source>
        <translation>提出异议…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>裁定…</translation>
    </message>
    <message>
        <source>Decide on the dispute</source>
        <translation>裁定异议</translation>
    </message>
    <message>
        <source>Set a measure…</source>
        <translation>下达整改…</translation>
    </message>
    <message>
        <source>Finding · {name}</source>
        <translation>检查发现 · {name}</translation>
    </message>
    <message>
        <source>Take the dispute back</source>
        <translation>撤回异议</translation>
    </message>
    <message>
        <source>The finding is then undisputed again. Why is the dispute taken back?</source>
        <translation>撤回后该发现恢复为无异议。请填写撤回理由：</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>FindingView</name>
    <message>
        <source>Comments</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>No comment yet. &quot;Comment…&quot; adds one.</source>
        <translation>还没有意见。按“意见…”可添加。</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>整改措施</translation>
    </message>
    <message>
        <source>No measure yet. &quot;Set a measure…&quot; begins one.</source>
        <translation>还没有整改措施。按“下达整改…”可下达。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更记录</translation>
    </message>
    <message>
        <source>Nothing has been changed since the round.</source>
        <translation>巡检结束后没有变更。</translation>
    </message>
    <message>
        <source>What else there is about it</source>
        <translation>相关内容</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>检查发现</translation>
    </message>
    <message>
        <source>The standard as it stood then</source>
        <translation>当时的标准</translation>
    </message>
    <message>
        <source>Dispute</source>
        <translation>异议</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>发表人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
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
        <source>Owner</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>整改期限</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>决定人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>No note was taken.</source>
        <translation>检查时未作备注。</translation>
    </message>
    <message>
        <source>This edition cannot be read.</source>
        <translation>该版标准无法读取。</translation>
    </message>
    <message>
        <source>{count} times before</source>
        <translation>此前 {count} 次</translation>
    </message>
    <message>
        <source>Never before</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>Person or place</source>
        <translation>受检对象</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>检查人</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>违规类别</translation>
    </message>
    <message>
        <source>Fixed at once</source>
        <translation>当场整改</translation>
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
        <source>This item failed</source>
        <translation>同项不合格</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Waits for a decision; until then the finding counts.</source>
        <translation>等待裁定；裁定前该发现照常计入。</translation>
    </message>
    <message>
        <source>Was to be decided by {day}; until then the finding counts.</source>
        <translation>应于 {day} 前裁定，已逾期；裁定前该发现照常计入。</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>To be decided by</source>
        <translation>答复期限</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Why somebody else decided</source>
        <translation>由他人裁定的理由</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Nothing found.</source>
        <translation>没有发现。</translation>
    </message>
    <message>
        <source>{findings} findings on {people} people: {fixed} fixed at once, {unmeasured} without a measure, {disputed} disputes to be decided.</source>
        <translation>共 {findings} 条发现，涉及 {people} 人：当场整改 {fixed} 条，未下达整改 {unmeasured} 条，异议待裁定 {disputed} 条。</translation>
    </message>
</context>
<context>
    <name>FindingsOfPerson</name>
    <message>
        <source>Findings</source>
        <translation>检查发现</translation>
    </message>
    <message>
        <source>Nothing was ever found.</source>
        <translation>没有检查发现。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>是否计入</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>巡检编号</translation>
    </message>
    <message>
        <source>{findings} findings, {fixed} fixed at once, {disputed} disputes to be decided.</source>
        <translation>共 {findings} 条发现，当场整改 {fixed} 条，异议待裁定 {disputed} 条。</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Findings</source>
        <translation>检查发现</translation>
    </message>
    <message>
        <source>Back to the chart</source>
        <translation>返回图表</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Set a measure…</source>
        <translation>下达整改…</translation>
    </message>
    <message>
        <source>Set a measure for the findings marked</source>
        <translation>为选中的发现下达整改</translation>
    </message>
    <message>
        <source>Open the finding</source>
        <translation>打开检查发现</translation>
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
        <source>Found</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>Person or place</source>
        <translation>受检对象</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Fixed at once</source>
        <translation>当场整改</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>是否计入</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>整改</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>巡检编号</translation>
    </message>
    <message>
        <source>Nothing found yet. What fails in a finished round is listed here.</source>
        <translation>还没有检查发现。巡检完成后，不合格的检查项会列在这里。</translation>
    </message>
    <message>
        <source>No finding fits. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的发现。按“显示全部”可取消筛选。</translation>
    </message>
    <message>
        <source>With names and staff numbers</source>
        <translation>包含姓名和工号</translation>
    </message>
    <message>
        <source>Without names</source>
        <translation>不含姓名</translation>
    </message>
    <message>
        <source>Export findings</source>
        <translation>导出检查发现</translation>
    </message>
    <message>
        <source>The list as it is filtered now, newest first.</source>
        <translation>按当前筛选导出，时间从近到远。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择保存位置…</translation>
    </message>
</context>
<context>
    <name>HandbookDialog</name>
    <message>
        <source>Handbook of standards</source>
        <translation>标准手册</translation>
    </message>
    <message>
        <source>Make the handbook</source>
        <translation>生成手册</translation>
    </message>
    <message>
        <source>No one post</source>
        <translation>不限岗位</translation>
    </message>
    <message>
        <source>off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>With why each item matters</source>
        <translation>印出每项的缘由</translation>
    </message>
    <message>
        <source>With where each item comes from</source>
        <translation>印出每项的出处</translation>
    </message>
    <message>
        <source>For the post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Ticks what its profile names; printed is what people of this post are asked.</source>
        <translation>自动勾选该岗位方案所列的标准，只印适用于该岗位的检查项。</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>Inspections</name>
    <message>
        <source>{answered} of {total} answered</source>
        <translation>已答 {answered}/{total} 项</translation>
    </message>
    <message>
        <source>{failed} failed</source>
        <translation>不合格 {failed} 项</translation>
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
        <source>Open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>running since {time}</source>
        <translation>{time} 起计时中</translation>
    </message>
    <message>
        <source>{time} after the step before</source>
        <translation>与前一步间隔 {time}</translation>
    </message>
    <message>
        <source>begun {time} before the step before it ended</source>
        <translation>前一步结束前 {time} 已开始</translation>
    </message>
    <message>
        <source>really done as number {n}</source>
        <translation>实际第 {n} 个做</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>女员工</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>男员工</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全体员工</translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>Critical: a fail here fails the whole</source>
        <translation>关键项：不合格即整体不合格</translation>
    </message>
    <message>
        <source>Found here before</source>
        <translation>此前的不合格记录</translation>
    </message>
    <message>
        <source>Summer only</source>
        <translation>仅夏季</translation>
    </message>
    <message>
        <source>Winter only</source>
        <translation>仅冬季</translation>
    </message>
    <message>
        <source>The source breaks off here.</source>
        <translation>原文到此中断。</translation>
    </message>
    <message>
        <source>Who acts: {who}</source>
        <translation>执行人：{who}</translation>
    </message>
    <message>
        <source>What is said: {words}</source>
        <translation>应说：{words}</translation>
    </message>
</context>
<context>
    <name>ItemDialog</name>
    <message>
        <source>Item {code}</source>
        <translation>检查项 {code}</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Give it a new code</source>
        <translation>换新代码</translation>
    </message>
    <message>
        <source>For ever: history and the ladder count by it.</source>
        <translation>永久不变：历史记录和处分档次都按它累计。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>小节</translation>
    </message>
    <message>
        <source>Wanted state</source>
        <translation>应有状态</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>作答方式</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>Both ends are still good.</source>
        <translation>等于限值仍算合格。</translation>
    </message>
    <message>
        <source>To</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>为什么重要</translation>
    </message>
    <message>
        <source>Steps of a process</source>
        <translation>流程步骤</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>How it counts</source>
        <translation>如何计分</translation>
    </message>
    <message>
        <source>A fail here fails the whole</source>
        <translation>此项不合格则整体不合格</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>违规类别</translation>
    </message>
    <message>
        <source>1 a detail, 2 usual, 3 what every patient notices</source>
        <translation>1 为细节，2 为一般，3 为每位患者都会注意到的</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>关键项</translation>
    </message>
    <message>
        <source>For whom and when</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>女员工</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>男员工</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全体员工</translation>
    </message>
    <message>
        <source>Summer only</source>
        <translation>仅夏季</translation>
    </message>
    <message>
        <source>Winter only</source>
        <translation>仅冬季</translation>
    </message>
    <message>
        <source>All the year</source>
        <translation>全年</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>None ticked: every post</source>
        <translation>不勾选即适用于所有岗位</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季节</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来源与依据</translation>
    </message>
    <message>
        <source>The ladder of sanctions</source>
        <translation>处分档次规定</translation>
    </message>
    <message>
        <source>The source breaks off here</source>
        <translation>原文到此中断</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>适用制度</translation>
    </message>
    <message>
        <source>Document and section, e.g. 002 §7.1, or where else it comes from</source>
        <translation>文件及条款，如 002 §7.1；或写明其他来源</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Codes of items that ask the same less strictly; walked together, they are left out</source>
        <translation>要求较宽的同类检查项代码；同时检查时只查本项</translation>
    </message>
    <message>
        <source>In place of</source>
        <translation>替代检查项</translation>
    </message>
    <message>
        <source>Source cut off</source>
        <translation>原文中断</translation>
    </message>
    <message>
        <source>How it breaks off</source>
        <translation>中断说明</translation>
    </message>
</context>
<context>
    <name>ItemReading</name>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Why it matters</source>
        <translation>为什么重要</translation>
    </message>
</context>
<context>
    <name>ItemsPanel</name>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>No items yet. Add the first.</source>
        <translation>还没有检查项，请先添加一项。</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>添加检查项</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enter opens an item.</source>
        <translation>按回车打开检查项。</translation>
    </message>
    <message>
        <source>Items, in the order of walking</source>
        <translation>检查项（按检查顺序）</translation>
    </message>
    <message>
        <source>Copy item</source>
        <translation>复制检查项</translation>
    </message>
    <message>
        <source>Move item up</source>
        <translation>上移检查项</translation>
    </message>
    <message>
        <source>Move item down</source>
        <translation>下移检查项</translation>
    </message>
    <message>
        <source>Retire item</source>
        <translation>停用检查项</translation>
    </message>
    <message>
        <source>Our own</source>
        <translation>本集团自定</translation>
    </message>
    <message>
        <source>{code} {title} will not be asked from the next edition on. Its code stays with its findings and is never given to another item.</source>
        <translation>从下一版本起不再检查 {code} {title}。它的代码随以往发现保留，不会再给别的检查项使用。</translation>
    </message>
    <message>
        <source>Retire item?</source>
        <translation>停用这个检查项？</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>小节</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>作答方式</translation>
    </message>
    <message>
        <source>To be looked at</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Another meaning?</source>
        <translation>含义是否已变？</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Take the last digit back</source>
        <translation>删去一位</translation>
    </message>
</context>
<context>
    <name>LeadFields</name>
    <message>
        <source>Led by</source>
        <translation>带队人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>神秘顾客</translation>
    </message>
    <message>
        <source>From outside. Kept with the round, shown nowhere.</source>
        <translation>外部人员的姓名，仅随巡检保存，各处均不显示。</translation>
    </message>
    <message>
        <source>Code name</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>Also inspecting</source>
        <translation>同行检查人</translation>
    </message>
</context>
<context>
    <name>Lot</name>
    <message>
        <source>Draw by lot…</source>
        <translation>抽签…</translation>
    </message>
    <message>
        <source>Choose by hand</source>
        <translation>改为手工选择</translation>
    </message>
    <message>
        <source>Others could be drawn now: these are chosen by hand, or draw again.</source>
        <translation>可抽的人已经变化，现在勾选的按手工选择处理；需要时请重新抽签。</translation>
    </message>
</context>
<context>
    <name>MarkDialog</name>
    <message>
        <source>Mark the photo</source>
        <translation>标注照片</translation>
    </message>
    <message>
        <source>Photo to draw upon</source>
        <translation>待标注的照片</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭头</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆圈</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
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
        <source>Draw arrows</source>
        <translation>画箭头</translation>
    </message>
    <message>
        <source>Draw circles</source>
        <translation>画圆圈</translation>
    </message>
    <message>
        <source>Begin a mark at the cross; end it there</source>
        <translation>在十字处开始标注；再按一次结束</translation>
    </message>
    <message>
        <source>Move the cross with the arrow keys; farther with Shift</source>
        <translation>用方向键移动十字；同时按 Shift 移动得更远</translation>
    </message>
    <message>
        <source>Drag with the mouse, or move the cross with the arrow keys and press the space bar.</source>
        <translation>按住鼠标拖动，或用方向键移动十字后按空格键。</translation>
    </message>
    <message>
        <source>Undo the last mark</source>
        <translation>撤销上一个标注</translation>
    </message>
    <message>
        <source>Give up the mark begun; else cancel</source>
        <translation>放弃正在画的标注；否则取消</translation>
    </message>
    <message>
        <source>Now its end: release the mouse there, or move the cross and press the space bar.</source>
        <translation>请确定终点：在终点松开鼠标，或移动十字后按空格键。</translation>
    </message>
    <message>
        <source>A photo takes at most {count} marks.</source>
        <translation>一张照片最多 {count} 个标注。</translation>
    </message>
    <message>
        <source>Discard the marks?</source>
        <translation>放弃标注吗？</translation>
    </message>
    <message>
        <source>What you have drawn has not been saved.</source>
        <translation>所画的标注还没有保存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>继续标注</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move the planned round</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>{kind}, planned for {day}</source>
        <translation>{kind}，原定 {day}</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>改到</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>NewPictures</name>
    <message>
        <source>Add (P)</source>
        <translation>添加（P）</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>不添加</translation>
    </message>
    <message>
        <source>New pictures from the telephone: {count}. Add to this item?</source>
        <translation>手机传来 {count} 张新照片，添加到本项吗？</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>What did you see? (N)</source>
        <translation>写下所见情况（N）</translation>
    </message>
</context>
<context>
    <name>PackCard</name>
    <message>
        <source>Measured and timed</source>
        <translation>实测和计时的项目</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适用对象</translation>
    </message>
    <message>
        <source>How</source>
        <translation>检查方法</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>合格线</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>岗位方案</translation>
    </message>
    <message>
        <source>Of no post</source>
        <translation>未列入任何岗位方案</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Another trade</source>
        <translation>其他行业</translation>
    </message>
    <message>
        <source>Clinics</source>
        <translation>医疗机构</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>{number}, since {day}, {origin}</source>
        <translation>第 {number} 版，{day} 起，{origin}</translation>
    </message>
    <message>
        <source>came with the program</source>
        <translation>随程序提供</translation>
    </message>
    <message>
        <source>edited here</source>
        <translation>本集团编辑</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>PackEditor</name>
    <message>
        <source>New pack</source>
        <translation>新建标准包</translation>
    </message>
    <message>
        <source>Edit: {pack}</source>
        <translation>编辑：{pack}</translation>
    </message>
    <message>
        <source>Save as a new edition</source>
        <translation>保存为新版本</translation>
    </message>
    <message>
        <source>Preview the draft</source>
        <translation>预览草稿</translation>
    </message>
    <message>
        <source>Small letters, digits and _; for ever</source>
        <translation>小写字母、数字和下划线；永久不变</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Pack name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>People</source>
        <translation>受检人员</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>Looks at</source>
        <translation>检查对象</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>女员工</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>男员工</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全体员工</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>None ticked: every post</source>
        <translation>不勾选即适用于所有岗位</translation>
    </message>
    <message>
        <source>Expected for one person or place</source>
        <translation>检查一人或一处的预计时间</translation>
    </message>
    <message>
        <source>Time, min</source>
        <translation>用时（分钟）</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>合格线</translation>
    </message>
    <message>
        <source>Sections…</source>
        <translation>编辑小节…</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>小节</translation>
    </message>
    <message>
        <source>Why this edition</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Given once, for ever</source>
        <translation>一经确定，不再更改</translation>
    </message>
    <message>
        <source>Edition {number} was saved by somebody else meanwhile. Your draft is kept and now compared with it: saving again makes yours the next edition, in place of theirs. Look at theirs under Editions first.</source>
        <translation>其间有人保存了第 {number} 版。您的草稿仍在，现与第 {number} 版对照；再次保存将以您的内容作为下一版本，取代对方的修改。请先在“版本”中查看对方改了什么。</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 项</translation>
    </message>
    <message>
        <source>Save this edition?</source>
        <translation>保存这个版本？</translation>
    </message>
    <message>
        <source>Please look at these items once more:</source>
        <translation>请再核对以下检查项：</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>返回修改</translation>
    </message>
</context>
<context>
    <name>PackImportDialog</name>
    <message>
        <source>Import: {file}</source>
        <translation>导入：{file}</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Faults in this file: {count}. Nothing was taken over. Mend them in the file and import it again.</source>
        <translation>文件有 {count} 处错误，没有导入任何内容。请在文件中改正后重新导入。</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>Nothing changed: everything in this file is in force already, word for word.</source>
        <translation>没有变化：文件内容与现行版本完全相同。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Imported from {file}</source>
        <translation>由 {file} 导入</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>导入后</translation>
    </message>
    <message>
        <source>New pack</source>
        <translation>新建标准包</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>没有变化</translation>
    </message>
    <message>
        <source>Becomes edition {number}</source>
        <translation>成为第 {number} 版</translation>
    </message>
    <message>
        <source>A new pack: there is nothing to compare it with.</source>
        <translation>新标准包，没有可对照的版本。</translation>
    </message>
</context>
<context>
    <name>PackPreview</name>
    <message>
        <source>Preview: {pack}</source>
        <translation>预览：{pack}</translation>
    </message>
    <message>
        <source>Item before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Item after</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>↑ ↓ leaf through, PgDn shows the rest of a long text. Try the answers: nothing is recorded here.</source>
        <translation>按 ↑ ↓ 翻看，文字较长时按 PgDn 看其余部分；可试着作答，不会留下记录。</translation>
    </message>
    <message>
        <source>Would count as: {verdict}</source>
        <translation>判为：{verdict}</translation>
    </message>
    <message>
        <source> · {points} of {weight} points</source>
        <translation> · 得 {points} 分（共 {weight} 分）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>PeopleChoice</name>
    <message>
        <source>Name, number, post or department; Enter ticks the one found</source>
        <translation>姓名、工号、岗位或科室；只剩一人时按回车勾选或取消</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>全部取消</translation>
    </message>
    <message>
        <source>Department or post</source>
        <translation>科室或岗位</translation>
    </message>
    <message>
        <source>Add all of these</source>
        <translation>全部加入</translation>
    </message>
    <message>
        <source>Earlier on the round (Ctrl+↑)</source>
        <translation>往前移（Ctrl+↑）</translation>
    </message>
    <message>
        <source>Later on the round (Ctrl+↓)</source>
        <translation>往后移（Ctrl+↓）</translation>
    </message>
    <message>
        <source>Earlier on the round</source>
        <translation>提前受检</translation>
    </message>
    <message>
        <source>Later on the round</source>
        <translation>推后受检</translation>
    </message>
    <message>
        <source>{name}: search</source>
        <translation>{name}：搜索</translation>
    </message>
    <message>
        <source>Tick everybody and everything meant here, or all that the search shows</source>
        <translation>勾选本机构适用的全部人员和场所；正在查找时，勾选列出的</translation>
    </message>
    <message>
        <source>department</source>
        <translation>科室</translation>
    </message>
    <message>
        <source>post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>{count} people of the group&apos;s headquarters stand last and are ticked one by one.</source>
        <translation>集团总部 {count} 人列在最后，全选时不勾选，需要时逐个勾选。</translation>
    </message>
    <message>
        <source>{count} items</source>
        <translation>{count} 项</translation>
    </message>
    <message>
        <source>Tick those shown ({count})</source>
        <translation>勾选列出的（{count}）</translation>
    </message>
    <message>
        <source>Tick all meant here ({count})</source>
        <translation>全选本院适用（{count}）</translation>
    </message>
</context>
<context>
    <name>PhotoGallery</name>
    <message>
        <source>No photos were taken on this round.</source>
        <translation>本次巡检没有照片。</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>PhotoList</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Being added…</source>
        <translation>正在添加…</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>No photos.</source>
        <translation>没有照片。</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>添加照片…</translation>
    </message>
    <message>
        <source>Photos ({count})</source>
        <translation>照片（{count}）</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>What does the photo show?</source>
        <translation>这张照片说明什么？</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>照片说明</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一张</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一张</translation>
    </message>
    <message>
        <source>Mark…</source>
        <translation>标注…</translation>
    </message>
    <message>
        <source>Belongs to…</source>
        <translation>归属…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>To the caption; from there back to the photo</source>
        <translation>到照片说明；再按一次回到照片</translation>
    </message>
    <message>
        <source>Arrows and circles on this photo</source>
        <translation>在照片上画箭头和圆圈</translation>
    </message>
    <message>
        <source>It belongs to another item or person</source>
        <translation>改归另一检查项或另一人</translation>
    </message>
    <message>
        <source>This photo earlier among those of its item</source>
        <translation>把这张照片在本项中前移</translation>
    </message>
    <message>
        <source>This photo later among those of its item</source>
        <translation>把这张照片在本项中后移</translation>
    </message>
    <message>
        <source>Remove this photo</source>
        <translation>移除这张照片</translation>
    </message>
    <message>
        <source>Close; everything is saved</source>
        <translation>关闭（内容均已保存）</translation>
    </message>
    <message>
        <source>{width} × {height} px</source>
        <translation>{width} × {height} 像素</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>What does this photo show?</source>
        <translation>这张照片说明的是哪一项？</translation>
    </message>
    <message>
        <source>Remove photo</source>
        <translation>移除照片</translation>
    </message>
    <message>
        <source>The round is finished. Why is this photo taken away? The reason stays on record.</source>
        <translation>本次巡检已经结束。请写明移除这张照片的原因，原因将留存备查。</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>the whole person</source>
        <translation>本人整体</translation>
    </message>
    <message>
        <source>the whole place</source>
        <translation>本处整体</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>New pictures from the telephone</source>
        <translation>手机新照片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Which of them show: {item}?</source>
        <translation>哪些照片属于：{item}？</translation>
    </message>
    <message>
        <source>Choose or leave the picture in view</source>
        <translation>选取或不选当前照片</translation>
    </message>
    <message>
        <source>Choose all, or none</source>
        <translation>全选或全不选</translation>
    </message>
    <message>
        <source>Add those chosen</source>
        <translation>添加所选照片</translation>
    </message>
    <message>
        <source>Cancel; they are offered again</source>
        <translation>取消；之后仍会提示</translation>
    </message>
    <message>
        <source>Add ({count})</source>
        <translation>添加（{count}）</translation>
    </message>
    <message>
        <source>The others are offered again at the next item.</source>
        <translation>其余照片在下一项时继续提示。</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>{often} ({span}): {state}, {done} of {required} done</source>
        <translation>{often}（{span}）：{state}，应检 {required} 次，已完成 {done} 次</translation>
    </message>
    <message>
        <source>{count} planned</source>
        <translation>已安排 {count} 次</translation>
    </message>
    <message>
        <source>shared out by working days: {worked} of the {whole} between {span}</source>
        <translation>按工作日折算：{span} 共 {whole} 个工作日，计 {worked} 个</translation>
    </message>
    <message>
        <source>Not a working day here: nothing is due.</source>
        <translation>非工作日，不要求巡检。</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>不要求巡检。</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>已安排</translation>
    </message>
    <message>
        <source>planned for this day and not begun</source>
        <translation>已安排在这一天，未按期开始</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>never held</source>
        <translation>未生效</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
</context>
<context>
    <name>PlanCalendarPage</name>
    <message>
        <source>Inspection plan</source>
        <translation>巡检计划</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Month after</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Nothing is due yet. Enter people under &quot;Directory&quot; and how often rounds are due under &quot;Settings → Rulebook&quot;; then the month shows here.</source>
        <translation>还没有应检的巡检。请先在“组织”中录入员工，并在“设置 → 制度”中确定巡检频次，这里就会显示当月计划。</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>查多少？</translation>
    </message>
    <message>
        <source>How many to look at</source>
        <translation>需要检查多少</translation>
    </message>
    <message>
        <source>Exceptions…</source>
        <translation>例外…</translation>
    </message>
    <message>
        <source>Exceptions of institutions from the frequencies</source>
        <translation>各机构的频次例外</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Move the planned round</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Plan here</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Plan a round for this day</source>
        <translation>在这一天安排巡检</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>下一次巡检</translation>
    </message>
    <message>
        <source>The next round, suggested with its reasons</source>
        <translation>建议下一次巡检，并说明理由</translation>
    </message>
    <message>
        <source>Open the round of this day, start the planned one, or begin one</source>
        <translation>打开当天的巡检，开始已安排的巡检，或新建巡检</translation>
    </message>
    <message>
        <source>Another kind or institution</source>
        <translation>换一类巡检或机构</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>换一天</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Days off around New Year come with next year&apos;s notice: until then its last days are provisional.</source>
        <translation>元旦前后的放假安排随下一年的通知公布，公布前月底几天为暂定。</translation>
    </message>
    <message>
        <source>Days off of this month are not announced yet: what is due goes by the weekdays.</source>
        <translation>本月的放假安排尚未公布，暂按周一至周五计算。</translation>
    </message>
    <message>
        <source>{required} rounds due this month: {done} done, {missed} missed, {left} to come</source>
        <translation>本月应检 {required} 次：已完成 {done} 次，漏检 {missed} 次，待检 {left} 次</translation>
    </message>
    <message>
        <source>Suggested because:</source>
        <translation>建议理由：</translation>
    </message>
    <message>
        <source>Start planned round</source>
        <translation>开始已安排的巡检</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Change plan</source>
        <translation>修改计划</translation>
    </message>
    <message>
        <source>Plan a round</source>
        <translation>安排巡检</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Drawn by lot when started</source>
        <translation>开始时抽签决定</translation>
    </message>
    <message>
        <source>Nobody named: everybody meant on the day</source>
        <translation>未指定人员：当天适用的全部人员</translation>
    </message>
</context>
<context>
    <name>PlanGrid</name>
    <message>
        <source>The plan of the month</source>
        <translation>当月巡检计划</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Planned rounds</source>
        <translation>已排巡检</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All institutions</source>
        <translation>全部机构</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Checklist…</source>
        <translation>检查表…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Plan a round</source>
        <translation>安排巡检</translation>
    </message>
    <message>
        <source>Change the plan; of one started, open its round</source>
        <translation>修改计划；已开始的，打开那次巡检</translation>
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
        <source>Led by</source>
        <translation>带队人</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>Called off</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>撤销计划</translation>
    </message>
    <message>
        <source>Who and what</source>
        <translation>受检对象</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>撤销计划…</translation>
    </message>
    <message>
        <source>Call off the plan</source>
        <translation>撤销计划</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Everybody the standards are meant for</source>
        <translation>标准适用的全部人员和场所</translation>
    </message>
    <message>
        <source>{people} people · {places} places</source>
        <translation>{people} 人 · {places} 处场所</translation>
    </message>
    <message>
        <source>{people} people</source>
        <translation>{people} 人</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>待进行</translation>
    </message>
    <message>
        <source>Start planned round</source>
        <translation>开始计划中的巡检</translation>
    </message>
    <message>
        <source>{kind} at {institution} on {day} will not take place. Why?</source>
        <translation>{institution} {day} 的{kind}不再进行，请写明原因。</translation>
    </message>
    <message>
        <source>Nothing is planned. &quot;Plan a round&quot; sets the first one down for its day.</source>
        <translation>还没有计划。点“安排巡检”，把第一次巡检定在某一天。</translation>
    </message>
    <message>
        <source>No plan matches. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的计划。点“显示全部”取消筛选。</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Post profile: {post}</source>
        <translation>岗位方案：{post}</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>A new round by profile asks people of this post these; nothing ticked: the post has no profile.</source>
        <translation>新建巡检按岗位方案检查时，该岗位的人员检查这些标准；一个也不勾选，就是没有岗位方案。</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>As it ships</source>
        <translation>恢复原始方案</translation>
    </message>
    <message>
        <source>not in this database</source>
        <translation>本数据库中没有</translation>
    </message>
    <message>
        <source>{items} items · {minutes} min each</source>
        <translation>{items} 项 · 单次约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>process</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>not meant for this post</source>
        <translation>不适用于该岗位</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>No profile: a round asks everything ticked that is meant for the post.</source>
        <translation>没有岗位方案：巡检时检查已勾选且适用于该岗位的全部标准。</translation>
    </message>
    <message>
        <source>{packs} switched on · up to {items} items and about {minutes} min for one person</source>
        <translation>启用的 {packs} 个 · 每人最多 {items} 项，约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>The packs chosen here are replaced by those the program ships for this post.</source>
        <translation>这里选定的标准包将换成程序为该岗位提供的原始方案。</translation>
    </message>
    <message>
        <source>As it ships?</source>
        <translation>恢复原始方案？</translation>
    </message>
</context>
<context>
    <name>ProfilesDialog</name>
    <message>
        <source>Post profiles</source>
        <translation>岗位方案</translation>
    </message>
    <message>
        <source>No posts yet. Add them under Directory › Posts.</source>
        <translation>还没有岗位。请先到“组织 › 岗位”中添加。</translation>
    </message>
    <message>
        <source>Which standards people of each post are inspected with unless somebody chooses otherwise: a new round ticks them, and each person is asked those of the post.</source>
        <translation>每个岗位的人员默认用哪些标准检查：新建巡检时自动勾选，每人只检查其岗位所列的标准；仍可另行选择。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Handbook…</source>
        <translation>标准手册…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Change the profile of the post</source>
        <translation>修改该岗位的方案</translation>
    </message>
    <message>
        <source>Handbook of what the post is inspected with</source>
        <translation>该岗位所查标准的手册</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Inspected with</source>
        <translation>检查标准</translation>
    </message>
    <message>
        <source>Packs on</source>
        <translation>启用（个）</translation>
    </message>
    <message>
        <source>Time, min</source>
        <translation>用时（分钟）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>{pack} (off)</source>
        <translation>{pack}（未启用）</translation>
    </message>
    <message>
        <source>{pack} (not in this database)</source>
        <translation>{pack}（本数据库中没有）</translation>
    </message>
    <message>
        <source>No profile: everything meant for the post is asked</source>
        <translation>没有岗位方案，检查全部适用标准</translation>
    </message>
    <message>
        <source>Changed {day}</source>
        <translation>{day} 修改</translation>
    </message>
    <message>
        <source>As it ships</source>
        <translation>原始方案</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Proving</name>
    <message>
        <source>Repeat the draw</source>
        <translation>复核抽签</translation>
    </message>
    <message>
        <source>Repeat the draw by lot</source>
        <translation>复核抽签</translation>
    </message>
    <message>
        <source>The seed and the frame kept with the round give the very same people: {names}.</source>
        <translation>用巡检中保存的种子和名单重新抽签，抽出的人完全相同：{names}。</translation>
    </message>
    <message>
        <source>The seed and the frame kept with the round give other people. The record was changed.</source>
        <translation>用巡检中保存的种子和名单重新抽签，抽出的人不同：记录被改动过。</translation>
    </message>
    <message>
        <source>The directory as it stands now gives the very same frame for that moment.</source>
        <translation>按现在的组织资料推算当时的名单，与保存的完全一致。</translation>
    </message>
    <message>
        <source>The directory as it stands now gives another frame for that moment: something was entered later.</source>
        <translation>按现在的组织资料推算当时的名单，与保存的不同：有资料是后来补录的。</translation>
    </message>
    <message>
        <source>Method {algorithm}, frame {digest}</source>
        <translation>方法 {algorithm}，名单校验值 {digest}</translation>
    </message>
</context>
<context>
    <name>RecheckBar</name>
    <message>
        <source>Take along</source>
        <translation>一并复查</translation>
    </message>
    <message>
        <source>Re-checks due here: {count} ({numbers})</source>
        <translation>该机构有 {count} 条整改到期待复查（{numbers}）</translation>
    </message>
</context>
<context>
    <name>Rechecking</name>
    <message>
        <source>Enter the re-checks</source>
        <translation>记入复查结果</translation>
    </message>
    <message>
        <source>Enter what this round showed of re-checks due</source>
        <translation>把这次看到的到期复查记入整改</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 条</translation>
    </message>
    <message>
        <source>This round has looked at measures due to be checked again:</source>
        <translation>这次巡检已看到以下到期复查：</translation>
    </message>
    <message>
        <source>re-check passed</source>
        <translation>复查合格</translation>
    </message>
    <message>
        <source>re-check failed</source>
        <translation>复查不合格</translation>
    </message>
    <message>
        <source>Entered as re-checked: {count}.</source>
        <translation>已记入 {count} 条整改的复查结果。</translation>
    </message>
</context>
<context>
    <name>Removed</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Photo removed.</source>
        <translation>照片已移除。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Make the report</source>
        <translation>生成报告</translation>
    </message>
    <message>
        <source>Experience report: the account with times</source>
        <translation>体验报告：按时间叙述经过</translation>
    </message>
    <message>
        <source>Check report: the list with its answers</source>
        <translation>巡检报告：检查项与作答</translation>
    </message>
    <message>
        <source>In full</source>
        <translation>显示全名</translation>
    </message>
    <message>
        <source>Hidden (first character and **)</source>
        <translation>隐去（王**）</translation>
    </message>
    <message>
        <source>Hidden, marked as meeting version</source>
        <translation>隐去，并标明“会议版”</translation>
    </message>
    <message>
        <source>Large, four to a page</source>
        <translation>大，每页四张</translation>
    </message>
    <message>
        <source>Medium, two in a row</source>
        <translation>中，每行两张</translation>
    </message>
    <message>
        <source>Small, three in a row</source>
        <translation>小，每行三张</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不印</translation>
    </message>
    <message>
        <source>Leave out items that passed</source>
        <translation>不列合格项</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Names of the inspected</source>
        <translation>受检人员姓名</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
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
        <source>Issued before</source>
        <translation>已出具的报告</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>出具时间</translation>
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
        <source>Enter on one prints it again as it was, marked as a copy. What is unchanged is not issued twice.</source>
        <translation>在某一份上按回车，可按原样重印并标明“副本”。内容未变时不会重复出具。</translation>
    </message>
</context>
<context>
    <name>Rerouting</name>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>This person or place earlier on the route</source>
        <translation>当前的人或场所往前移</translation>
    </message>
    <message>
        <source>This person or place later on the route</source>
        <translation>当前的人或场所往后移</translation>
    </message>
    <message>
        <source>Add to the round</source>
        <translation>添加受检对象</translation>
    </message>
    <message>
        <source>Everybody the standards are meant for is on it already.</source>
        <translation>所选标准适用的人员和场所都已在这次巡检中。</translation>
    </message>
    <message>
        <source>Another window or a colleague has changed the route meanwhile. The latest is shown now.</source>
        <translation>另一个窗口或同事刚刚改动了路线，现在显示的是最新路线。</translation>
    </message>
    <message>
        <source>Route not changed</source>
        <translation>路线未改动</translation>
    </message>
</context>
<context>
    <name>ResultColumns</name>
    <message>
        <source>Person or place</source>
        <translation>受检对象</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Which time</source>
        <translation>第几次</translation>
    </message>
    <message>
        <source>{count}×</source>
        <translation>第 {count} 次</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>关键项</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Fixed at once</source>
        <translation>当场整改</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>是否计入</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工号</translation>
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
        <source>Answered</source>
        <translation>已答</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>作答</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>{answer} (corrected, was: {first})</source>
        <translation>{answer}（已更正，原为：{first}）</translation>
    </message>
    <message>
        <source>Place, nobody&apos;s offence</source>
        <translation>场所，不计个人</translation>
    </message>
    <message>
        <source>Dispute to be decided</source>
        <translation>异议待裁定</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>不予追究</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>异议成立</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>A critical item failed: failed whatever the score</source>
        <translation>有关键项不合格，无论得分多少均判不合格</translation>
    </message>
</context>
<context>
    <name>ResultFindings</name>
    <message>
        <source>Finding</source>
        <translation>检查发现</translation>
    </message>
    <message>
        <source>The finding in full</source>
        <translation>打开检查发现</translation>
    </message>
    <message>
        <source>Set a measure…</source>
        <translation>下达整改…</translation>
    </message>
    <message>
        <source>Set a measure for the findings marked</source>
        <translation>为选中的发现下达整改</translation>
    </message>
    <message>
        <source>Disputed by {name} on {day}: {words}</source>
        <translation>{name} 于 {day} 提出异议：{words}</translation>
    </message>
    <message>
        <source>{outcome}, {name}, {day}: {reason}</source>
        <translation>{outcome}（{name}，{day}）：{reason}</translation>
    </message>
</context>
<context>
    <name>ResultHead</name>
    <message>
        <source>{failed} · score so far {share}</source>
        <translation>{failed} · 目前得分 {share}</translation>
    </message>
    <message>
        <source>{name}: {item}</source>
        <translation>{name}“{item}”</translation>
    </message>
    <message>
        <source>Critical item failed, which fails the round whatever the score: {causes}</source>
        <translation>关键项不合格，无论得分多少均判不合格：{causes}</translation>
    </message>
    <message>
        <source>No earlier round of this kind here to compare with.</source>
        <translation>该机构此前没有同类巡检，无从比较。</translation>
    </message>
    <message>
        <source>{points} points above the last round ({number})</source>
        <translation>较上次（{number}）上升 {points} 个百分点</translation>
    </message>
    <message>
        <source>{points} points below the last round ({number})</source>
        <translation>较上次（{number}）下降 {points} 个百分点</translation>
    </message>
    <message>
        <source>As in the last round ({number})</source>
        <translation>与上次（{number}）持平</translation>
    </message>
    <message>
        <source>{pack} (edition {edition})</source>
        <translation>《{pack}》第 {edition} 版</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Inspectors</source>
        <translation>检查人</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>Why this lead</source>
        <translation>带队说明</translation>
    </message>
    <message>
        <source>Drawn by lot</source>
        <translation>抽签</translation>
    </message>
    <message>
        <source>Added late</source>
        <translation>中途添加</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>{count} times, last {time} by {name}</source>
        <translation>{count} 处，最近一次 {time}，决定人{name}</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Result</source>
        <translation>巡检结果</translation>
    </message>
    <message>
        <source>Failed items</source>
        <translation>不合格项</translation>
    </message>
    <message>
        <source>Nothing failed in this round.</source>
        <translation>本次巡检没有不合格项。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>受检人员</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>全部作答</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>体验经过…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>巡检报告</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>处分建议</translation>
    </message>
    <message>
        <source>Read the answer in view in full</source>
        <translation>查看所选作答的全文</translation>
    </message>
    <message>
        <source>Answers corrected after it was finished: {count}</source>
        <translation>完成后更正了 {count} 处作答</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>受检场所</translation>
    </message>
    <message>
        <source>People and places</source>
        <translation>受检人员和场所</translation>
    </message>
    <message>
        <source>Person or place</source>
        <translation>受检对象</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>起止时间</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>作答人和时间</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>是否计入</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>作答</translation>
    </message>
    <message>
        <source>Result of {number}</source>
        <translation>巡检结果 {number}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Finished; corrections need a reason</source>
        <translation>已完成；更正须写明原因</translation>
    </message>
    <message>
        <source>Failed items are listed here once the round is finished.</source>
        <translation>结束巡检后，不合格项会列在这里。</translation>
    </message>
    <message>
        <source>Failed item</source>
        <translation>不合格项</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Given up: {reason}</source>
        <translation>已作废：{reason}</translation>
    </message>
    <message>
        <source>What failed in a round given up does not count.</source>
        <translation>巡检已作废，其中的不合格项不计入。</translation>
    </message>
</context>
<context>
    <name>RoomBanner</name>
    <message>
        <source>Only {room} MB are left on the disk. Make room now, or photos may not be saved any more.</source>
        <translation>磁盘只剩 {room} MB 空间，请尽快清理，否则照片可能无法保存。</translation>
    </message>
</context>
<context>
    <name>RoundDialog</name>
    <message>
        <source>New round</source>
        <translation>新建巡检</translation>
    </message>
    <message>
        <source>Begin round</source>
        <translation>开始巡检</translation>
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
        <source>By post</source>
        <translation>岗位方案</translation>
    </message>
    <message>
        <source>People and places</source>
        <translation>受检人员和场所</translation>
    </message>
    <message>
        <source>Begin the round with {people} stops and {items} items?</source>
        <translation>开始这次巡检？共 {people} 个受检对象，{items} 项。</translation>
    </message>
    <message>
        <source>{people} people · {places} places · {items} items</source>
        <translation>{people} 人 · {places} 处场所 · {items} 项</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>{items} items · {minutes} min each</source>
        <translation>{items} 项 · 单次约 {minutes} 分钟</translation>
    </message>
    <message>
        <source>for places · {counted}</source>
        <translation>场所 · {counted}</translation>
    </message>
    <message>
        <source>process · {counted}</source>
        <translation>流程 · {counted}</translation>
    </message>
    <message>
        <source>Begin round?</source>
        <translation>开始巡检？</translation>
    </message>
    <message>
        <source>Back to the choice</source>
        <translation>返回修改</translation>
    </message>
    <message>
        <source>{people} people · {items} items</source>
        <translation>{people} 人 · {items} 项</translation>
    </message>
</context>
<context>
    <name>RoundFilters</name>
    <message>
        <source>Number, institution or inspector</source>
        <translation>编号、机构或检查人</translation>
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
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查人</translation>
    </message>
    <message>
        <source>All inspectors</source>
        <translation>全部检查人</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>上月</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>近 90 天</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>近 12 个月</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全部时间</translation>
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
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
</context>
<context>
    <name>RoundsPage</name>
    <message>
        <source>Rounds</source>
        <translation>巡检</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Led by</source>
        <translation>带队人</translation>
    </message>
    <message>
        <source>No rounds yet. Begin the first with &quot;New round&quot;.</source>
        <translation>还没有巡检记录。点“新建巡检”开始第一次。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续巡检</translation>
    </message>
    <message>
        <source>Give up round…</source>
        <translation>作废巡检…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Continue an open round, else its result</source>
        <translation>进行中的继续巡检，其他的看结果</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Give up round</source>
        <translation>作废巡检</translation>
    </message>
    <message>
        <source>Papers…</source>
        <translation>单据…</translation>
    </message>
    <message>
        <source>Papers of the rounds chosen</source>
        <translation>打印所选巡检的单据</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>New round</source>
        <translation>新建巡检</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Answers corrected after it was finished: {count}</source>
        <translation>完成后更正了 {count} 处作答</translation>
    </message>
    <message>
        <source>Export rounds</source>
        <translation>导出巡检列表</translation>
    </message>
    <message>
        <source>Enter departments and people under &quot;Directory&quot; first, then begin a new round.</source>
        <translation>先在“组织”中录入科室和人员，再新建巡检。</translation>
    </message>
    <message>
        <source>No round matches. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的巡检。点“显示全部”可清除筛选。</translation>
    </message>
    <message>
        <source>{number}, {answered} of {total} answered. Its number and answers are kept, but nothing failed in it counts, and it cannot be taken up again. Why is it given up?</source>
        <translation>{number}，已答 {answered}/{total} 项。作废后编号和作答仍会保留，但其中的不合格项不再计入，这次巡检也不能再继续。请填写作废原因。</translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>Route</source>
        <translation>巡检路线</translation>
    </message>
</context>
<context>
    <name>RouteModel</name>
    <message>
        <source>photos: {count}</source>
        <translation>照片 {count} 张</translation>
    </message>
    <message>
        <source>place</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>added {time}</source>
        <translation>{time} 添加</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>Draw by lot</source>
        <translation>抽签</translation>
    </message>
    <message>
        <source>Draw when started</source>
        <translation>开始时抽签</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽签</translation>
    </message>
    <message>
        <source>The whole institution</source>
        <translation>整个机构</translation>
    </message>
    <message>
        <source>Who has not been inspected for long is drawn more often</source>
        <translation>久未受检的人，抽中机会更大</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>抽取人数</translation>
    </message>
    <message>
        <source>How many are enough?</source>
        <translation>查多少才够？</translation>
    </message>
    <message>
        <source>From</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Could be drawn</source>
        <translation>可抽人员</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Chances</source>
        <translation>机会</translation>
    </message>
    <message>
        <source>One ticket each, and one more for every full 30 days without an inspection, at most {most}. The seed is kept with the round, so that the draw can be repeated.</source>
        <translation>每人一张签，每满 30 天未受检多一张，最多 {most} 张。种子随巡检保存，抽签结果可以复核。</translation>
    </message>
</context>
<context>
    <name>Sampling</name>
    <message>
        <source>From all alike</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>From each department by its size</source>
        <translation>按科室人数分配</translation>
    </message>
    <message>
        <source>From each post by its size</source>
        <translation>按岗位人数分配</translation>
    </message>
    <message>
        <source>{size} by lot</source>
        <translation>抽签 {size} 人</translation>
    </message>
    <message>
        <source>longest unseen more often</source>
        <translation>久未受检者优先</translation>
    </message>
    <message>
        <source>Nobody: the chosen standards have items for nobody here.</source>
        <translation>没有：所选标准在这里没有适用的人员。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{count} people ({posts}). Only people of this institution whom at least one chosen standard has items for, by post and sex; inspectors and the group&apos;s headquarters are left out.</source>
        <translation>{count} 人（{posts}）。只含本机构中按岗位和性别至少适用一个所选标准的人员，不含检查人和集团总部人员。</translation>
    </message>
    <message>
        <source>Nobody among them is meant by: {packs}.</source>
        <translation>其中没有人适用：{packs}。</translation>
    </message>
    <message>
        <source>{drawn} drawn of {frame} · seed {seed} · draw {nth}</source>
        <translation>{frame} 人中抽 {drawn} 人 · 种子 {seed} · 第 {nth} 次抽签</translation>
    </message>
</context>
<context>
    <name>SectionsDialog</name>
    <message>
        <source>Sections</source>
        <translation>小节</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Headings in the order of walking. One with items cannot be removed.</source>
        <translation>小节按检查顺序排列；有检查项的小节不能删除。</translation>
    </message>
    <message>
        <source>Add section</source>
        <translation>添加小节</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ShelfFilters</name>
    <message>
        <source>Search the items: title, standard, code, source</source>
        <translation>查找检查项：应有状态、标准、代码、出处</translation>
    </message>
    <message>
        <source>Search the items</source>
        <translation>查找检查项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>On and off</source>
        <translation>启用和停用</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适用对象</translation>
    </message>
    <message>
        <source>People and places</source>
        <translation>人员和场所</translation>
    </message>
    <message>
        <source>Clinics</source>
        <translation>医疗机构</translation>
    </message>
    <message>
        <source>Other trades</source>
        <translation>其他行业</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>All trades</source>
        <translation>全部行业</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Not saved</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>This person</source>
        <translation>当前受检对象</translation>
    </message>
    <message>
        <source>Fixed on the spot (F)</source>
        <translation>当场整改（F）</translation>
    </message>
    <message>
        <source>Answered last</source>
        <translation>上一次作答</translation>
    </message>
    <message>
        <source>begun {time} · {hours} h {minutes} min ago</source>
        <translation>{time} 开始 · 已过 {hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>begun {time} · {minutes} min ago</source>
        <translation>{time} 开始 · 已过 {minutes} 分钟</translation>
    </message>
    <message>
        <source>answered · {failed}</source>
        <translation>已作答 · {failed}</translation>
    </message>
    <message>
        <source>Whole round: {counted}</source>
        <translation>整次：{counted}</translation>
    </message>
    <message>
        <source>Still being timed: {item}</source>
        <translation>仍在计时：{item}</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation>，另有 {count} 步</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>尚无作答</translation>
    </message>
    <message>
        <source>{verdict}, fixed on the spot</source>
        <translation>{verdict}，已当场整改</translation>
    </message>
    <message>
        <source>{count} items at once</source>
        <translation>一次记录 {count} 项</translation>
    </message>
    <message>
        <source>Note: {item}</source>
        <translation>备注：{item}</translation>
    </message>
    <message>
        <source>the item just failed</source>
        <translation>刚判为不合格的项目</translation>
    </message>
    <message>
        <source>the item just answered</source>
        <translation>刚作答的项目</translation>
    </message>
    <message>
        <source>I  {name} answers</source>
        <translation>I  由{name}作答</translation>
    </message>
    <message>
        <source>{name} answers. I: the other inspector.</source>
        <translation>由{name}作答，按 I 换人。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>已全部保存</translation>
    </message>
</context>
<context>
    <name>SittingPage</name>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>没有受检对象。</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>No items.</source>
        <translation>没有检查项。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>备注…</translation>
    </message>
    <message>
        <source>I am through</source>
        <translation>我已检查完</translation>
    </message>
    <message>
        <source>End my sitting</source>
        <translation>结束我的作答</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Partly, where the item allows</source>
        <translation>部分合格（限允许的检查项）</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>撤回作答</translation>
    </message>
    <message>
        <source>Person before</source>
        <translation>上一人</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>下一人</translation>
    </message>
    <message>
        <source>Another item</source>
        <translation>换一项</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>岗位</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已作答</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Calibration {number}: {name}</source>
        <translation>校准 {number}：{name}</translation>
    </message>
    <message>
        <source>{answered} of {total} answered. Look for yourself; do not speak of it before both are through.</source>
        <translation>已作答 {answered}/{total} 项。请独立判断，双方都结束前不要交流。</translation>
    </message>
    <message>
        <source>What you saw, for the talk afterwards: {item}</source>
        <translation>写下所见，供事后讨论：{item}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>End your sitting?</source>
        <translation>结束作答？</translation>
    </message>
    <message>
        <source>Your answers cannot be changed after that. The results open when both are through.</source>
        <translation>结束后不能再改。双方都结束后公布结果。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>SizeDialog</name>
    <message>
        <source>How many to look at</source>
        <translation>需要检查多少</translation>
    </message>
    <message>
        <source>How many there are</source>
        <translation>总人数</translation>
    </message>
    <message>
        <source>To estimate a rate</source>
        <translation>估计合格率</translation>
    </message>
    <message>
        <source>To within ±</source>
        <translation>误差不超过 ±</translation>
    </message>
    <message>
        <source>Rate expected (50% when not known)</source>
        <translation>预计合格率（不清楚填 50%）</translation>
    </message>
    <message>
        <source>To see at least one</source>
        <translation>发现至少一例</translation>
    </message>
    <message>
        <source>If so many are bad</source>
        <translation>假设不合格的比例</translation>
    </message>
    <message>
        <source>Both at 95% confidence, drawn by lot from a finite number. What such a sample shows holds for the whole, not for a single person: nobody is sanctioned on it.</source>
        <translation>均按 95% 的把握、从有限人数中随机抽取计算。抽样结果只说明整体情况，不针对个人，不得作为处分依据。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Look at {wanted} of {there}: the rate found is then within ± {margin} points of the true one, in 95 of 100 such samples.</source>
        <translation>{there} 人中需检查 {wanted} 人：100 次这样的抽样中有 95 次，查得的合格率与实际相差不超过 {margin} 个百分点。</translation>
    </message>
    <message>
        <source>All {there} must be looked at: fewer do not tell the rate to ± {margin} points.</source>
        <translation>{there} 人须全部检查：少于此数，误差会超过 {margin} 个百分点。</translation>
    </message>
    <message>
        <source>Take {count}</source>
        <translation>采用 {count} 人</translation>
    </message>
    <message>
        <source>Look at {enough} of {there}: if {bad} of them are bad, at least one is seen with a chance of 95% or more. Of {half} looked at it would be {chance}%.</source>
        <translation>{there} 人中需检查 {enough} 人：若其中 {bad} 人不合格，至少查到一人的把握不低于 95%。只查 {half} 人时，把握为 {chance}%。</translation>
    </message>
</context>
<context>
    <name>Standards</name>
    <message>
        <source>Places</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>The source breaks off here.</source>
        <translation>原文到此中断。</translation>
    </message>
    <message>
        <source>Summer</source>
        <translation>夏季</translation>
    </message>
    <message>
        <source>Winter</source>
        <translation>冬季</translation>
    </message>
    <message>
        <source>Yes: a fail fails the whole</source>
        <translation>是：不合格即整体不合格</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>作答方式</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>关键项</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>违规类别</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适用对象</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>季节</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>What is said</source>
        <translation>用语</translation>
    </message>
    <message>
        <source>In place of</source>
        <translation>替代检查项</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>{language} texts, too</source>
        <translation>同时显示{language}</translation>
    </message>
    <message>
        <source>{what}, {language}</source>
        <translation>{what}（{language}）</translation>
    </message>
    <message>
        <source>{language} is still to be written.</source>
        <translation>{language}还没有写。</translation>
    </message>
    <message>
        <source>The other language was changed: is the {language} still right?</source>
        <translation>另一种语言已修改，请核对{language}是否仍然一致。</translation>
    </message>
    <message>
        <source>the kind of answer</source>
        <translation>作答方式</translation>
    </message>
    <message>
        <source>the limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>what it counts as</source>
        <translation>违规类别</translation>
    </message>
    <message>
        <source>the wanted state</source>
        <translation>应有状态</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Changed: {what}. Earlier findings under this code would be counted together with new ones. If it now asks for something else, give it a new code.</source>
        <translation>已修改：{what}。以往按此代码记录的发现会与今后的一并累计；如果检查的内容已经不同，请换新代码。</translation>
    </message>
    <message>
        <source>Look at the {languages} text</source>
        <translation>请核对{languages}</translation>
    </message>
    <message>
        <source>asks for something else under the same code</source>
        <translation>代码未变，检查的内容似乎已变</translation>
    </message>
    <message>
        <source>{item}: {what}</source>
        <translation>{item}：{what}</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>The pack</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>The order of walking</source>
        <translation>检查顺序</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>没有变化。</translation>
    </message>
    <message>
        <source>Items added: {added} · changed: {changed} · retired: {removed}</source>
        <translation>新增 {added} 项 · 修改 {changed} 项 · 停用 {removed} 项</translation>
    </message>
    <message>
        <source>facts of the pack changed: {count}</source>
        <translation>标准包信息修改 {count} 处</translation>
    </message>
    <message>
        <source>the order changed</source>
        <translation>顺序有变</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>no post of this group</source>
        <translation>本集团没有此岗位</translation>
    </message>
</context>
<context>
    <name>StandardsColumns</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适用对象</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Time, min</source>
        <translation>用时（分钟）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>On</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>小节</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>作答方式</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gravity</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>关键项</translation>
    </message>
</context>
<context>
    <name>StandardsDesk</name>
    <message>
        <source>An empty pack</source>
        <translation>空白标准包</translation>
    </message>
    <message>
        <source>A copy of: {pack}</source>
        <translation>复制：{pack}</translation>
    </message>
    <message>
        <source>New pack</source>
        <translation>新建标准包</translation>
    </message>
    <message>
        <source>What is it to begin with?</source>
        <translation>从哪里开始？</translation>
    </message>
    <message>
        <source>New rounds will no longer be offered {pack}. Rounds under way go on with it, and reports stay.</source>
        <translation>新建巡检时将不再提供“{pack}”。正在进行的巡检照常完成，以往报告不变。</translation>
    </message>
    <message>
        <source>Switch off?</source>
        <translation>停用这个标准包？</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Packs (*.toml *.xlsx *.zip)</source>
        <translation>标准包 (*.toml *.xlsx *.zip)</translation>
    </message>
    <message>
        <source>Import packs</source>
        <translation>导入标准包</translation>
    </message>
</context>
<context>
    <name>StandardsPage</name>
    <message>
        <source>Standards</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Packs</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>No standards yet. They are adopted when the group is founded.</source>
        <translation>还没有标准。建立集团资料时会自动采用随附的标准包。</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>No item holds these words. Try fewer or other ones.</source>
        <translation>没有含这些词的检查项。请减少或更换词语。</translation>
    </message>
    <message>
        <source>Choose a pack above.</source>
        <translation>请先在上方选择标准包。</translation>
    </message>
    <message>
        <source>Preview as on a round</source>
        <translation>按巡检样式预览</translation>
    </message>
    <message>
        <source>Handbook…</source>
        <translation>标准手册…</translation>
    </message>
    <message>
        <source>Handbook of the pack</source>
        <translation>该标准包的手册</translation>
    </message>
    <message>
        <source>Edit pack</source>
        <translation>编辑标准包</translation>
    </message>
    <message>
        <source>New pack</source>
        <translation>新建标准包</translation>
    </message>
    <message>
        <source>Search the items</source>
        <translation>查找检查项</translation>
    </message>
    <message>
        <source>Post profiles</source>
        <translation>岗位方案</translation>
    </message>
    <message>
        <source>Post profiles…</source>
        <translation>岗位方案…</translation>
    </message>
    <message>
        <source>The pack and the item</source>
        <translation>标准包和检查项</translation>
    </message>
    <message>
        <source>Pack</source>
        <translation>标准包</translation>
    </message>
    <message>
        <source>No pack matches. &quot;Show all&quot; takes the filters away.</source>
        <translation>没有符合条件的标准包。点“显示全部”取消筛选。</translation>
    </message>
    <message>
        <source>{packs} packs, {on} on · {items} items</source>
        <translation>{packs} 个标准包，启用 {on} 个 · {items} 项</translation>
    </message>
    <message>
        <source>{packs} of {all} packs, {on} on · {items} items</source>
        <translation>{all} 个标准包中的 {packs} 个，启用 {on} 个 · {items} 项</translation>
    </message>
    <message>
        <source>Items found in the packs listed: {count}. Enter leads to the item.</source>
        <translation>在所列标准包中找到 {count} 项，按回车转到该项。</translation>
    </message>
    <message>
        <source>Editions</source>
        <translation>版本</translation>
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
        <source>Switch off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>启用</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>T  Times…</source>
        <translation>T  填时间…</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>or took</source>
        <translation>或用时</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>S  Ended</source>
        <translation>S  已结束</translation>
    </message>
    <message>
        <source>This step has ended</source>
        <translation>这一步已经结束</translation>
    </message>
    <message>
        <source>S  End</source>
        <translation>S  结束</translation>
    </message>
    <message>
        <source>S  Begin</source>
        <translation>S  开始</translation>
    </message>
    <message>
        <source>End this step (S)</source>
        <translation>结束这一步（S）</translation>
    </message>
    <message>
        <source>Begin this step (S)</source>
        <translation>开始这一步（S）</translation>
    </message>
</context>
<context>
    <name>StepsTab</name>
    <message>
        <source>Steps in time</source>
        <translation>步骤与用时</translation>
    </message>
    <message>
        <source>{name}: no step was timed.</source>
        <translation>{name}：没有计时的步骤。</translation>
    </message>
    <message>
        <source>{name}: from {began}; not every step has an end.</source>
        <translation>{name}：自 {began} 起，部分步骤没有结束时间。</translation>
    </message>
    <message>
        <source>{name}: {began} to {ended}, {took} in all.</source>
        <translation>{name}：{began} 至 {ended}，共 {took}。</translation>
    </message>
    <message>
        <source>Outside their limit: {count}.</source>
        <translation>超出时限 {count} 步。</translation>
    </message>
    <message>
        <source>Done in the order of the list.</source>
        <translation>按标准顺序进行。</translation>
    </message>
    <message>
        <source>Done out of their order: {count}.</source>
        <translation>未按顺序 {count} 步。</translation>
    </message>
    <message>
        <source>Person or place</source>
        <translation>受检对象</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Pause before</source>
        <translation>与前一步间隔</translation>
    </message>
    <message>
        <source>Done as</source>
        <translation>实际次序</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>作答</translation>
    </message>
</context>
<context>
    <name>SuggestionDialog</name>
    <message>
        <source>The next round</source>
        <translation>下一次巡检</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Whom it means</source>
        <translation>受检对象</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>没有受检对象。</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Another random share (Ctrl+R)</source>
        <translation>重新随机抽取（Ctrl+R）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>On to the round</source>
        <translation>去开始巡检</translation>
    </message>
    <message>
        <source>Another random share</source>
        <translation>重新随机抽取</translation>
    </message>
    <message>
        <source>Person or place</source>
        <translation>人员或场所</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>{kind} at {institution}: {people} people, {places} places</source>
        <translation>{institution} · {kind}：{people} 人，{places} 处场所</translation>
    </message>
    <message>
        <source>{kind} at {institution}: {people} people</source>
        <translation>{institution} · {kind}：{people} 人</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>done as {n}</source>
        <translation>实为第 {n}</translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message>
        <source>Entry of the account</source>
        <translation>体验经过</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>Route</source>
        <translation>路线</translation>
    </message>
    <message>
        <source>Item before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Item after</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Undo the last answer</source>
        <translation>撤销上一次作答</translation>
    </message>
    <message>
        <source>All remaining items of this person: pass</source>
        <translation>该对象其余各项记为合格</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Progress and notes</source>
        <translation>进度与备注</translation>
    </message>
</context>
<context>
    <name>WalkKeys</name>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Partly, where the item allows it</source>
        <translation>部分合格（仅限允许的检查项）</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>0 to 5 for items on that scale; a figure and Enter for measured and counted ones</source>
        <translation>评分项直接按 0–5；实测、计数项填数后按回车</translation>
    </message>
    <message>
        <source>The step in view begins, or ends and leads on to the next open item</source>
        <translation>当前步骤开始；再按一次结束，并转到下一个未作答的项目</translation>
    </message>
    <message>
        <source>Type or correct the times of the step in view</source>
        <translation>填写或更正这一步的时间</translation>
    </message>
    <message>
        <source>Note: the item just failed, else the one in view</source>
        <translation>备注：刚判不合格的项目，否则当前项</translation>
    </message>
    <message>
        <source>Fixed on the spot: the item just failed</source>
        <translation>当场整改：刚判不合格的项目</translation>
    </message>
    <message>
        <source>Undo the last answer</source>
        <translation>撤销上一次作答</translation>
    </message>
    <message>
        <source>All remaining items of this person: pass</source>
        <translation>此人其余项目全部合格</translation>
    </message>
    <message>
        <source>Item before</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Item after</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>The rest of a long text; PgUp goes back</source>
        <translation>文字较长时看其余部分；PgUp 返回</translation>
    </message>
    <message>
        <source>Person before</source>
        <translation>上一人</translation>
    </message>
    <message>
        <source>Person after</source>
        <translation>下一人</translation>
    </message>
    <message>
        <source>The other inspector answers</source>
        <translation>换另一名检查人作答</translation>
    </message>
    <message>
        <source>Larger or ordinary letters</source>
        <translation>大字或普通字</translation>
    </message>
    <message>
        <source>Show or hide the route</source>
        <translation>显示或收起路线</translation>
    </message>
    <message>
        <source>Show or hide progress and notes</source>
        <translation>显示或收起进度与备注</translation>
    </message>
    <message>
        <source>Pause; everything is saved</source>
        <translation>暂停；内容都已保存</translation>
    </message>
    <message>
        <source>Photo: the telephone&apos;s new pictures, else choose files</source>
        <translation>照片：添加手机新照片；没有新照片时选择文件</translation>
    </message>
    <message>
        <source>Photo: what was copied, a picture or files</source>
        <translation>照片：粘贴已复制的图片或图片文件</translation>
    </message>
    <message>
        <source>To note and photos; Enter shows one, Delete removes it</source>
        <translation>到备注和照片；Enter 查看照片，Delete 移除照片</translation>
    </message>
</context>
<context>
    <name>WalkPage</name>
    <message>
        <source>Give up round…</source>
        <translation>作废巡检…</translation>
    </message>
    <message>
        <source>Pause (Esc)</source>
        <translation>暂停（Esc）</translation>
    </message>
    <message>
        <source>Finish round</source>
        <translation>结束巡检</translation>
    </message>
</context>
<context>
    <name>WalkPhotos</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Photo (P)</source>
        <translation>照片（P）</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Photos are still being added. It takes a moment only.</source>
        <translation>照片正在添加，请稍候片刻。</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy a picture or picture files first.</source>
        <translation>剪贴板里没有图片。请先复制图片或图片文件。</translation>
    </message>
    <message>
        <source>{name}: {why}</source>
        <translation>{name}：{why}</translation>
    </message>
    <message>
        <source>Further ones not added: {count}.</source>
        <translation>另有 {count} 张没有添加。</translation>
    </message>
    <message>
        <source>Photos ({count})</source>
        <translation>照片（{count}）</translation>
    </message>
</context>
<context>
    <name>WalkQuestions</name>
    <message>
        <source>{name}: record the remaining {count} items as passed?</source>
        <translation>将{name}其余 {count} 项全部记为合格？</translation>
    </message>
    <message>
        <source>{count} items need a figure and stay open.</source>
        <translation>另有 {count} 项需要填数，仍待作答。</translation>
    </message>
    <message>
        <source>All remaining pass</source>
        <translation>其余全部合格</translation>
    </message>
    <message>
        <source>Record as passed</source>
        <translation>记为合格</translation>
    </message>
    <message>
        <source>{count} of {total} items are unanswered. They will not count, and cannot be answered later.</source>
        <translation>共 {total} 项，还有 {count} 项未作答。结束后这些项不计分，也不能再补答。</translation>
    </message>
    <message>
        <source>All {total} items are answered. A finished round cannot be changed.</source>
        <translation>{total} 项已全部作答。巡检结束后不能再更改。</translation>
    </message>
    <message>
        <source>Steps still being timed: {count}. They stay without an end.</source>
        <translation>还有 {count} 步正在计时，结束巡检后将没有结束时间。</translation>
    </message>
    <message>
        <source>Finish this round?</source>
        <translation>结束本次巡检？</translation>
    </message>
    <message>
        <source>Finish round</source>
        <translation>结束巡检</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>尚未结束</translation>
    </message>
    <message>
        <source>Another window or a colleague has changed answers of this round in the meantime. The round was not finished; the page now shows the latest. Look through it, then finish the round again.</source>
        <translation>另一个窗口或同事刚才改动了这次巡检的作答。巡检没有结束，本页现已显示最新内容。请核对后再结束巡检。</translation>
    </message>
    <message>
        <source>Give up round</source>
        <translation>作废巡检</translation>
    </message>
    <message>
        <source>{number}, {answered} of {total} answered. Its number and answers are kept, but nothing failed in it counts, and it cannot be taken up again. Why is it given up?</source>
        <translation>{number}，已答 {answered}/{total} 项。作废后编号和作答仍会保留，但其中的不合格项不再计入，这次巡检也不能再继续。请填写作废原因。</translation>
    </message>
</context>
<context>
    <name>WalkRest</name>
    <message>
        <source>This round has rested since {time} ({counted}). It goes on where it was left; score rule and standards stay those of {day}, the day it began.</source>
        <translation>本次巡检自 {time} 起暂停（{counted}），现从原处继续；评分规则和标准仍按 {day} 开始时的版本。</translation>
    </message>
</context>
</TS>
