/** What happens after a step, as its dialog says it. */
export const stepTexts: Readonly<Record<string, string>> = {
  'submit-monitoring': '送审后交支出管理科审核，内容不能再改；要改须取消送审或退回。',
  'withdraw-monitoring': '取消后回到草稿，可以继续修改。',
  'pass-monitoring': '通过后交监督与绩效管理科汇总。',
  'return-monitoring': '退回后由单位修改，再重新送审。',
  'accept-monitoring': '汇总后灯的颜色固定下来，作为本轮监控结果。',
  'return-monitoring-review': '退回后按所选的环节重新办理。',
  'reopen-monitoring': '撤销后回到待汇总，灯重新计算。',
  'exempt-from-round': '免报后不计入应报数，原因记入台账。',
  'restore-to-round': '撤销免报后回到草稿，由单位填报。',
}

export const stepPhrases: Readonly<Record<string, readonly string[]>> = {
  'return-monitoring': [
    '执行数与国库支出不一致，请核对。',
    '偏差原因不具体，请补充。',
    '全年预计缺少依据，请核实。',
  ],
  'return-monitoring-review': ['数据与台账不一致，请核对。', '措施不具体，请补充。'],
  'exempt-from-round': ['项目已取消，资金已收回。', '项目尚未下达资金。', '涉密项目，另行报送。'],
  'reopen-monitoring': ['发现数据有误，需要更正。'],
}
