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
</TS>
