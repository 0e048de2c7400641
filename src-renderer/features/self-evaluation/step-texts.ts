/** What happens after a step, as its dialog says it. */
export const stepTexts: Readonly<Record<string, string>> = {
  'cancel-self-evaluations': '撤回后从台账中去掉；单位还没有填写，没有内容丢失，以后可以重新布置。',
  'submit-self-evaluation': '送审后交支出管理科审核，内容不能再改；要改须取消送审或退回。',
  'withdraw-self-evaluation': '取消后回到填报中，可以继续修改。',
  'pass-self-evaluation': '通过后交监督与绩效管理科汇总。',
  'return-self-evaluation': '退回后由单位修改，再重新送审。',
  'collect-self-evaluation': '汇总后得分和等级固定下来，不再重新计算。',
  'return-self-evaluation-review': '退回后按所选的环节重新办理。',
  'reopen-self-evaluation': '撤销后回到待汇总，得分重新计算。',
}

export const stepPhrases: Readonly<Record<string, readonly string[]>> = {
  'cancel-self-evaluations': ['布置有误。', '项目不纳入本年自评。', '改用其他版式，另行布置。'],
  'return-self-evaluation': [
    '执行数与国库支出不一致，请核对。',
    '完成值缺少依据，请核实。',
    '偏差原因不具体，请补充原因和改进措施。',
  ],
  'return-self-evaluation-review': ['自评结果与监控情况不符，请核实。', '评分理由不充分，请补充。'],
  'reopen-self-evaluation': ['发现数据有误，需要更正。'],
}
