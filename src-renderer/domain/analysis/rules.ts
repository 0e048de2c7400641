import type { Sourced } from '../year-rules.ts'

/** The lines of the analysis; a bureau reads findings, it is bound by none of them. */
export type AnalysisRules = {
  /** Shares are in percent. */
  repeated: Sourced & { nameShare: number; textShare: number; sentences: number; mostPlaces: number }
  merge: Sourced & { nameShare: number; mostProjects: number }
  expiring: Sourced & { yearsAhead: number }
  low: Sourced & { times: number }
  /** Paid less than the share of what was due by time; and at least so much left, in 分. */
  unspent: Sourced & { paidShare: number; least: number }
  /** Times the median from which a unit cost is named, and how many projects make a comparison. */
  cost: Sourced & {
    times: number
    least: number
    units: readonly CostUnit[]
    topics: readonly CostTopic[]
  }
}

/** A unit of quantity that costs are compared by, with its spellings. */
export type CostUnit = { name: string; spellings: readonly string[] }

/** What is alike enough to be compared in a unit: one word of each group stands in the project's or the indicator's name. */
export type CostTopic = { name: string; unit: string; words: readonly (readonly string[])[] }

const proposed: Sourced = { clause: '巴财〔2020〕38号 三（三）', mark: '拟' }

export const analysisRules: AnalysisRules = {
  repeated: { ...proposed, nameShare: 80, textShare: 50, sentences: 2, mostPlaces: 12 },
  merge: { ...proposed, nameShare: 55, mostProjects: 8 },
  expiring: { ...proposed, yearsAhead: 1 },
  low: { ...proposed, times: 2 },
  unspent: { ...proposed, paidShare: 80, least: 10_000_000 },
  cost: {
    ...proposed,
    times: 2,
    least: 3,
    units: [
      { name: '公里', spellings: ['公里', 'km', '千米'] },
      { name: '人', spellings: ['人', '名', '人次', '位'] },
      { name: '户', spellings: ['户'] },
      { name: '亩', spellings: ['亩'] },
      { name: '平方米', spellings: ['平方米', '㎡', 'm2', 'm²'] },
      { name: '个（处）', spellings: ['个', '处', '座', '所'] },
      { name: '套', spellings: ['套'] },
      { name: '台（套）', spellings: ['台', '台套', '台/套', '台(套)'] },
    ],
    topics: [
      {
        name: '道路养护',
        unit: '公里',
        words: [
          ['养护', '管护'],
          ['公路', '道路', '里程'],
        ],
      },
      { name: '道路新建改建', unit: '公里', words: [['公路', '道路', '机耕道', '步道', '路基', '路面']] },
      { name: '管网渠道', unit: '公里', words: [['管网', '渠道', '水渠', '管道']] },
      { name: '房屋建设改造', unit: '平方米', words: [['宿舍', '食堂', '用房', '厂房', '场所', '教学楼']] },
      { name: '场地建设改造', unit: '平方米', words: [['运动场', '广场', '场地']] },
      { name: '培训', unit: '人', words: [['培训']] },
      { name: '困难群众救助', unit: '人', words: [['低保', '特困', '救助', '供养', '孤儿', '残疾']] },
      { name: '学生资助', unit: '人', words: [['学生', '寄宿生', '资助', '助学']] },
      { name: '养老和老年服务', unit: '人', words: [['养老', '老年', '敬老']] },
      { name: '耕地和种植', unit: '亩', words: [['农田', '耕地', '示范', '种植', '高产', '复垦']] },
      { name: '林业', unit: '亩', words: [['林', '抚育', '造林']] },
      { name: '住房', unit: '套', words: [['住房', '安置房', '保障房']] },
      { name: '家庭补助', unit: '户', words: [['家庭', '农户', '搬迁']] },
      { name: '企业补助', unit: '户', words: [['企业']] },
    ],
  },
}
