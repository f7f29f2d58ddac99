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
        <source>Undo…</source>
        <translation>撤销…</translation>
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
        <source>Times</source>
        <translation>次数</translation>
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
        <source>Grant benefits</source>
        <translation>发放权益</translation>
    </message>
    <message>
        <source>Which tier&apos;s benefits of this year?</source>
        <translation>按哪个等级发放本年权益？</translation>
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
        <source>{count} entries · paid {paid} · given back {refunded} · net {net}</source>
        <translation>共 {count} 笔 · 消费 {paid} · 退款 {refunded} · 净额 {net}</translation>
    </message>
    <message>
        <source>Export purchases</source>
        <translation>导出消费记录</translation>
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
