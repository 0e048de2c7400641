import type { ReviewPart, ReviewRules } from '../year-rules.ts'

const clause = '财预〔2015〕88号 绩效目标审核表'

function part(id: string, group: string, name: string, points: number, look: string): ReviewPart {
  return { id, group, name, points: points * 100, look, clause, mark: '惯' }
}

/** 绩效目标审核表: four natures with their eight parts, and what each grade leads to. */
export const reviewRules: ReviewRules = {
  parts: [
    part('form', '完整性', '规范完整性', 10, '格式规范，内容完整、准确、详实，无缺项、错项。'),
    part('clear', '完整性', '明确清晰性', 10, '目标明确清晰，反映项目主要情况，对产出和效果描述充分恰当。'),
    part('relevant', '相关性', '目标相关性', 15, '总体目标符合法规、规划，与部门职能、工作任务紧密相关。'),
    part(
      'scientific',
      '相关性',
      '指标科学性',
      15,
      '指标全面充分、细化量化；难以量化的有可衡量的定性表述；选取最能体现实现程度的关键指标。',
    ),
    part(
      'reasonable',
      '适当性',
      '绩效合理性',
      15,
      '预期绩效显著，符合行业正常水平或事业发展规律，与同类项目比合理。',
    ),
    part(
      'funds',
      '适当性',
      '资金匹配性',
      15,
      '目标与资金规模匹配：既定资金下目标是否过高过低，既定目标下资金是否过大过小。',
    ),
    part('possible', '可行性', '实现可能性', 10, '经过充分论证和合理测算，措施可行，能如期实现。'),
    part('conditions', '可行性', '条件充分性', 10, '组织实施、制度、人员、保障条件充分。'),
  ],
  bands: { excellent: 90, good: 80, medium: 60 },
  bandsMark: '惯',
  outcomes: {
    excellent: { passes: true, text: '直接进入下一步预算安排流程', clause, mark: '源' },
    good: { passes: true, text: '可与部门协商、直接完善目标后进入下一步', clause, mark: '源' },
    medium: { passes: false, text: '部门修改完善后按程序重新报送审核', clause, mark: '源' },
    poor: { passes: false, text: '不得进入下一步预算安排流程', clause, mark: '源' },
  },
}
