<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>KindDialog</name>
    <message>
        <source>As other papers</source>
        <translation>同其他单据</translation>
    </message>
</context>
<context>
    <name>LetterheadDialog</name>
    <message>
        <source>Letterhead of {name}</source>
        <translation>{name}的信头</translation>
    </message>
    <message>
        <source>Name line</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>In large letters.</source>
        <translation>以大字印出。</translation>
    </message>
    <message>
        <source>Second line</source>
        <translation>第二行</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>PNG, JPG or SVG; printed at most 40 mm wide and 14 mm high.</source>
        <translation>PNG、JPG 或 SVG 图片；印出时最宽 40 毫米、最高 14 毫米。</translation>
    </message>
    <message>
        <source>On papers of the whole group; others carry the institution&apos;s name here.</source>
        <translation>用于集团的单据；机构的单据此处印机构名称。</translation>
    </message>
    <message>
        <source>Left empty, the institution&apos;s name stands here.</source>
        <translation>留空时印机构名称。</translation>
    </message>
</context>
<context>
    <name>LetterheadsPage</name>
    <message>
        <source>Letterheads</source>
        <translation>信头</translation>
    </message>
    <message>
        <source>Group and institutions</source>
        <translation>集团与机构</translation>
    </message>
    <message>
        <source>No group has been founded yet.</source>
        <translation>尚未建立集团。</translation>
    </message>
    <message>
        <source>How papers begin</source>
        <translation>单据开头的样子</translation>
    </message>
    <message>
        <source>Papers take the letterhead over when they are issued; issued ones never change. What an institution leaves empty is taken from the group.</source>
        <translation>单据在出具时采用当时的信头，出具后不再改变。机构未填写的内容采用集团的。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the letterhead in view</source>
        <translation>编辑所选信头</translation>
    </message>
    <message>
        <source>House</source>
        <translation>集团 / 机构</translation>
    </message>
    <message>
        <source>Letterhead</source>
        <translation>信头</translation>
    </message>
    <message>
        <source>Own, with logo</source>
        <translation>自有，含标志</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>Name only</source>
        <translation>仅名称</translation>
    </message>
    <message>
        <source>The group&apos;s</source>
        <translation>采用集团的</translation>
    </message>
</context>
<context>
    <name>LogoBox</name>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>Without a logo</source>
        <translation>不用标志</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>无标志</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>选择标志图片</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Our fonts lack a character here; {sign} stands in its place (page {pages}).</source>
        <translation>字库中缺少个别字符，单据上以 {sign} 代替（第 {pages} 页）。</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Preparing the pages…</source>
        <translation>正在准备页面…</translation>
    </message>
    <message>
        <source>Page list</source>
        <translation>页面列表</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Further down; Home and End to the first and last page</source>
        <translation>向下翻；Home、End 到首页、末页</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The paper could not be shown.</source>
        <translation>单据无法显示。</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存为 PDF</translation>
    </message>
    <message>
        <source>No program for PDF files was found here. The file stands at {path}.</source>
        <translation>没有找到能打开 PDF 的程序。文件在 {path}。</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>已保存到：{path}</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>正在打印…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>打印</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>From page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>To page</source>
        <translation>结束页</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count} 页</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Use these settings for papers of this kind from now on</source>
        <translation>今后这类单据都按此设置打印</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>正在查找打印机…</translation>
    </message>
    <message>
        <source>No printer is set up on this computer, or the printing system does not answer.</source>
        <translation>这台电脑上没有打印机，或打印系统没有响应。</translation>
    </message>
</context>
<context>
    <name>PrintFields</name>
    <message>
        <source>Both sides of the sheet</source>
        <translation>双面打印</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>彩色打印</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>单双面</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>The system&apos;s default ({name})</source>
        <translation>系统默认（{name}）</translation>
    </message>
    <message>
        <source>The first found</source>
        <translation>找到的第一台</translation>
    </message>
    <message>
        <source>{name} – not found now</source>
        <translation>{name}（目前找不到）</translation>
    </message>
    <message>
        <source>This printer cannot do that.</source>
        <translation>这台打印机不支持。</translation>
    </message>
    <message>
        <source>As the printer decides</source>
        <translation>由打印机决定</translation>
    </message>
</context>
<context>
    <name>PrintersPage</name>
    <message>
        <source>Printers</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>保存在本机</translation>
    </message>
    <message>
        <source>Kinds of paper</source>
        <translation>单据种类</translation>
    </message>
    <message>
        <source>The print window of a paper begins with what stands here, and remembers what is chosen there.</source>
        <translation>打印窗口默认采用此处的设置，并记住每次打印时的选择。</translation>
    </message>
    <message>
        <source>Look for printers</source>
        <translation>查找打印机</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change the row in view</source>
        <translation>修改所选行</translation>
    </message>
    <message>
        <source>Kind of paper</source>
        <translation>单据种类</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>As the printer decides</source>
        <translation>由打印机决定</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>Sides</source>
        <translation>单双面</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双面</translation>
    </message>
    <message>
        <source>One</source>
        <translation>单面</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As other papers</source>
        <translation>同其他单据</translation>
    </message>
    <message>
        <source>{name} – not found now</source>
        <translation>{name}（目前找不到）</translation>
    </message>
    <message>
        <source>The system&apos;s default</source>
        <translation>系统默认打印机</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No printer is set up on this computer, or the printing system does not answer. Papers can be saved as PDF all the same.</source>
        <translation>这台电脑上没有打印机，或打印系统没有响应。单据仍可保存为 PDF。</translation>
    </message>
    <message>
        <source>Printers found: {names}</source>
        <translation>找到的打印机：{names}</translation>
    </message>
</context>
</TS>
