<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <source>Change the customer under the cursor</source>
        <translation>修改光标所在的顾客</translation>
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
        <source>Other record</source>
        <translation>另一份档案</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
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
        <source>To the customer under the cursor</source>
        <translation>查看光标处的顾客</translation>
    </message>
    <message>
        <source>Other list</source>
        <translation>切换列表</translation>
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
        <source>Nobody to be called: no member is about to fall or has an open complaint.</source>
        <translation>今天没有需要致电的会员：没有即将降级的，也没有投诉未结的。</translation>
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
        <source>What</source>
        <translation>提议</translation>
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
        <source>Try other thresholds…</source>
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
</TS>
