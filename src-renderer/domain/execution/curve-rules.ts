import type { GoalContent, ObjectKind } from '../goals/goal.ts'
import type { Sourced } from '../year-rules.ts'
import type { Share } from './rate.ts'

export type TemplateId = 'even' | 'quarterly' | 'once' | 'works' | 'school'

/** Planned 支出 cumulative to the end of each month, January first, in hundredths of a percent. */
export type CurveTemplate = Sourced & { name: string; about: string; points: readonly Share[] }

/** Which template a project gets by its type; empty lists ask nothing. */
export type CurveChoice = Sourced & {
  template: TemplateId
  durations: readonly GoalContent['duration'][]
  categories: readonly GoalContent['category'][]
  /** One of them in the name. */
  words: readonly string[]
  reason: string
}

/** References of execution as data: templates, the choice of a default, and what counts as 基本支出. */
export type CurveRules = {
  templates: Readonly<Record<TemplateId, CurveTemplate>>
  choices: readonly CurveChoice[]
  otherwise: Sourced & { template: TemplateId; reason: string }
  basic: Sourced & { kinds: readonly ObjectKind[]; letters: readonly string[]; reason: string }
  /** Under which clause a project's own plan counts. */
  own: Sourced
}

const clause = '巴财〔2020〕38号 三（二）2'

/** 项目支出以项目实施进度或资金分配进度为参照〔源〕; the lines themselves are this system's proposal. */
export const shippedCurveRules: CurveRules = {
  templates: {
    even: {
      name: '按月均衡',
      about: '每月支出大致相等：待遇发放、运转维护',
      points: [833, 1667, 2500, 3333, 4167, 5000, 5833, 6667, 7500, 8333, 9167, 10_000],
      clause,
      mark: '拟',
    },
    quarterly: {
      name: '按季',
      about: '每季末结算一次：补助、奖补、购买服务',
      points: [0, 0, 2500, 2500, 2500, 5000, 5000, 5000, 7500, 7500, 7500, 10_000],
      clause,
      mark: '拟',
    },
    once: {
      name: '一次性',
      about: '一次付清：采购、一次性补助；默认在 9 月',
      points: [0, 0, 0, 0, 0, 0, 0, 0, 10_000, 10_000, 10_000, 10_000],
      clause,
      mark: '拟',
    },
    works: {
      name: '工程',
      about: '先招标、后开工，按工程进度付款，年底结算',
      points: [0, 0, 500, 1000, 2000, 3200, 4500, 5800, 7000, 8200, 9000, 10_000],
      clause,
      mark: '拟',
    },
    school: {
      name: '学年',
      about: '按春秋两学期用款，寒暑假不支出',
      points: [0, 500, 1700, 3000, 4200, 5000, 5000, 5000, 6400, 7700, 9000, 10_000],
      clause,
      mark: '拟',
    },
  },
  choices: [
    {
      template: 'works',
      durations: [],
      categories: [],
      words: [
        '工程',
        '建设',
        '改造',
        '新建',
        '扩建',
        '改建',
        '维修',
        '修缮',
        '整治',
        '治理',
        '公路',
        '管网',
        '修复',
      ],
      reason: '工程按实施进度付款',
      clause,
      mark: '拟',
    },
    {
      template: 'school',
      durations: [],
      categories: [],
      words: ['营养改善', '学生', '助学', '学前教育', '义务教育', '高中教育', '免学费', '生均', '教师培训'],
      reason: '教育支出按学期用款',
      clause,
      mark: '拟',
    },
    {
      template: 'even',
      durations: [],
      categories: [],
      words: [
        '低保',
        '特困',
        '养老',
        '津贴',
        '工资',
        '生活补助',
        '护理',
        '运行',
        '运转',
        '保洁',
        '管护',
        '物业',
      ],
      reason: '按月发放或按月结算',
      clause,
      mark: '拟',
    },
    {
      template: 'once',
      durations: [],
      categories: [],
      words: ['购置', '采购', '设备', '更新', '普查', '奖励', '保险'],
      reason: '一次付清',
      clause,
      mark: '拟',
    },
    {
      template: 'once',
      durations: ['once'],
      categories: [],
      words: [],
      reason: '项目类型为一次性',
      clause,
      mark: '拟',
    },
  ],
  otherwise: { template: 'quarterly', reason: '没有更近的类型，按季结算', clause, mark: '拟' },
  basic: {
    kinds: ['government', 'department'],
    letters: ['R', 'Y'],
    reason: '基本支出以序时进度为参照',
    clause,
    mark: '源',
  },
  own: { clause, mark: '源' },
}
