/** What happens after a step, as its dialog says it. */
export const stepTexts: Readonly<Record<string, string>> = {
  'decide-disposal': '下达后交单位整改，整改期限从发文次日起算。',
  'drop-disposal': '不予处置后不再办理，原因记入台账；需要时可以恢复。',
  'restore-disposal': '恢复后回到待决定。',
  'redecide-disposal': '变更后重新发文，期限重新计算，原来的决定留在办理过程中。',
  'answer-disposal': '提交后交支出管理科审核，内容不能再改；要改须取消提交或退回。',
  'withdraw-answer': '取消后回到待整改，可以继续修改，期限不变。',
  'pass-answer': '通过后交监督与绩效管理科销号。',
  'return-answer': '退回后由单位补充，再重新提交；期限不足的顺延几个工作日。',
  'close-disposal': '销号后整改办结。',
  'return-disposal': '退回后按所选的环节重新办理。',
  'reopen-disposal': '撤销后回到待销号。',
}

export const stepPhrases: Readonly<Record<string, readonly string[]>> = {
  'drop-disposal': ['填报数据有误，已更正。', '项目已按计划整改到位。', '属政策性因素，已另行处理。'],
  'redecide-disposal': ['逾期未报送整改情况。', '整改不到位。', '情况有变化。'],
  'return-answer': [
    '整改措施不具体，请补充。',
    '请附支付凭证或验收资料。',
    '整改情况与国库支出不一致，请核对。',
  ],
  'return-disposal': ['佐证资料不足，请补充。', '整改没有到位，请继续整改。'],
  'reopen-disposal': ['复查发现整改没有到位。'],
  'close-disposal': ['已按要求整改到位。'],
  'pass-answer': ['情况属实，措施可行。'],
}
