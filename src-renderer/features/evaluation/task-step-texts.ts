/** What happens after a step, as its dialog says it. */
export const taskStepTexts: Readonly<Record<string, string>> = {
  'open-score-sheets': '开始后为每位专家打开一份空的评分表，指标体系和专家不再修改；材料可以继续补充。',
  'prepare-evaluation-again':
    '退回后可以调整专家和指标体系；已有的评分保留，再次开始评分时与新的指标体系不符的须重新签名，不再参加的专家的评分表移除。',
  'finish-scoring': '结束后按规则汇总各专家的评分，各评分表不再修改。',
  'resume-scoring': '退回后可以撤销签名、修改评分表，再重新结束评分。',
  'ask-evaluated-unit': '结果交被评价单位提出意见，逐条写明采纳情况后形成结论。',
  'recall-evaluation-question': '撤回后回到汇总，已记录的意见都在。',
  'conclude-evaluation': '确定后得分和等级锁定，不再重新计算。',
  'reopen-evaluation': '撤销后回到征求意见，锁定的结果取消，可以重新形成结论。',
  'stop-evaluation': '终止后不再办理，已有的评分和材料都保留，需要时可以恢复。',
  'restart-evaluation': '恢复后回到准备，已有的评分表和材料都在。',
}

export const taskStepPhrases: Readonly<Record<string, readonly string[]>> = {
  'prepare-evaluation-again': ['有专家不能参加，需要更换。', '指标体系需要调整。'],
  'resume-scoring': ['部分指标评分依据不足，请核对。', '补充了新的佐证，请重新评分。'],
  'recall-evaluation-question': ['评价结果有误，撤回修改。'],
  'reopen-evaluation': ['发现新的情况，需要重新形成结论。'],
  'stop-evaluation': ['项目已取消。', '与其他评价合并进行。'],
}
