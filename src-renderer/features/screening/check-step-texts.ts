/** What happens after a step, as its dialog says it. */
export const stepTexts: Readonly<Record<string, string>> = {
  'start-spot-check': '开始后可以填写核查记录，被核查单位从此能看到这份核查。',
  'drop-spot-check': '撤销后不再核查，抽取记录仍然保留；需要时可以恢复。',
  'resume-spot-check': '恢复后回到待核查。',
  'record-spot-check': '完成后记录不能再改；可以征求单位说明，再提交绩效科。',
  'revise-spot-check': '回到核查中，可以修改记录。',
  'ask-checked-unit':
    '单位可以看到核查记录并作说明，说明后回到监督检查局。单位用自己的机器办理的，请生成批复包送去。',
  'recall-check-question': '撤回后单位不能再作说明。',
  'explain-spot-check':
    '请针对核查情况如实说明，提交后写入核查记录；用自己的机器办理的，再生成上报包交财政局。',
  'submit-spot-check': '提交后由监督与绩效管理科接收，作为监控结果。',
  'withdraw-spot-check': '取消后回到已记录。',
  'return-spot-check': '退回后由监督检查局补充核查，再重新提交。',
  'take-over-spot-check': '接收后作为监控结果，供汇总和提出处置意见。',
  'reopen-spot-check': '撤销后回到待接收。',
}

export const stepPhrases: Readonly<Record<string, readonly string[]>> = {
  'drop-spot-check': ['审计正在核查，避免重复。', '项目已取消。'],
  'return-spot-check': ['请补充佐证材料。', '结论与核查事项不一致，请核对。'],
  'explain-spot-check': ['情况属实，无异议。', '台账登记滞后，已补正。'],
}
