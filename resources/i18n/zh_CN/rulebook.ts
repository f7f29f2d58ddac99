<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>RulesPage</name>
    <message>
        <source>Rulebook</source>
        <translation>制度</translation>
    </message>
    <message>
        <source>Every decision cites the edition that stood on the day of the act.</source>
        <translation>每项处分都依据违规当日有效的版本。</translation>
    </message>
    <message>
        <source>Rules and editions</source>
        <translation>制度与版本</translation>
    </message>
    <message>
        <source>No rules yet. They come with the first start.</source>
        <translation>还没有制度。首次启动时自动载入。</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条文</translation>
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
        <translation>施行日期</translation>
    </message>
    <message>
        <source>Staff told</source>
        <translation>告知员工</translation>
    </message>
    <message>
        <source>ours</source>
        <translation>系统设定</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Value of</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Source: {source} · &quot;ours&quot; marks: {mark}</source>
        <translation>来源：{source} · “系统设定”：{mark}</translation>
    </message>
</context>
</TS>
