import type { OwnClosing } from './applications/own-rules.ts'
import type { Moment } from './dates.ts'
import type { BookKit } from './evaluation/kit.ts'
import type { OwnEvaluation } from './evaluation/own-rules.ts'
import type { OwnRules } from './monitoring/own-rules.ts'

/** 行政级次 of this installation. */
export const levels = { city: '市级', county: '区县级', unit: '预算单位' } as const
export type Level = keyof typeof levels

/** Who works here: shown on every page. */
export type Identity = {
  regionCode: string
  regionName: string
  level: Level
  office: string
  section: string
}

/** 年度账套: everything of one fiscal year. */
export type YearBook = {
  id: string
  year: number
  name: string
  demo: boolean
  identity: Identity
  /** Id of the rule pack, see year-rules.ts. */
  rulesId: string
  /** Where the bureau changed the pack for this year. */
  ownRules?: OwnRules
  /** The same for 绩效评价. */
  ownEvaluation?: OwnEvaluation
  /** The same for 结果应用、信息公开 and 预算分析. */
  ownClosing?: OwnClosing
  /** The book this one was carried forward from; '' for a first one. */
  previousId: string
  /** A book that an expert's machine made of a 评分包; absent in all others. */
  kit?: BookKit
  /** A book of another bureau, collected from its packages and only looked at; absent in all others. */
  collected?: Collected
  /** A copy of another machine's book, only to be read: whose it is, when the file was made and opened here. */
  readOnly?: { from: string; madeAt: Moment; openedAt: Moment; fileId: string }
  /** 关账: who closed the year and why; what is of the year itself is not changed any more. Absent while it is open. */
  closed?: { at: Moment; by: string; reason: string }
  createdAt: Moment
}

/** Whose book it is, and by which package it stands as it does. */
export type Collected = { stationId: string; name: string; packageId: string; at: Moment }

/** 股室 of the bureau (2+2+N). */
export type Section = {
  id: string
  bookId: string
  code: string
  name: string
  role: 'lead' | 'support' | 'spending' | 'other'
  order: number
}

/** A code of a unit or a project as it is compared: full-width, or with blanks in it, it is the same code. */
export function plainCode(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '')
}

/** 预算单位: 主管部门 (parentId '') → 单位. */
export type Unit = {
  id: string
  bookId: string
  code: string
  name: string
  parentId: string
  /** 归口股室. */
  sectionId: string
  initials: string
}

/** 巴中市 and its 区县 (行政区划代码). */
export const regions = [
  { code: '511900', name: '巴中市' },
  { code: '511902', name: '巴州区' },
  { code: '511903', name: '恩阳区' },
  { code: '511921', name: '通江县' },
  { code: '511922', name: '南江县' },
  { code: '511923', name: '平昌县' },
  { code: '511999', name: '巴中经济技术开发区' },
] as const

/** The finance bureau of a region; those of the development zones have a name of their own. */
export function bureauName(regionName: string): string {
  return regionName.includes('开发区') ? `${regionName}财政金融局` : `${regionName}财政局`
}

/** The bureau's sections after 巴财〔2020〕38号 三（一）: 2 + 2 + N. Names may be changed in 设置. */
export const defaultSections: readonly Pick<Section, 'code' | 'name' | 'role'>[] = [
  { code: '01', name: '监督与绩效管理科', role: 'lead' },
  { code: '02', name: '预算科', role: 'lead' },
  { code: '03', name: '监督检查局', role: 'support' },
  { code: '04', name: '投资评审中心', role: 'support' },
  { code: '05', name: '行政政法科', role: 'spending' },
  { code: '06', name: '教科文科', role: 'spending' },
  { code: '07', name: '社会保障科', role: 'spending' },
  { code: '08', name: '农业农村科', role: 'spending' },
  { code: '09', name: '经济建设科', role: 'spending' },
  { code: '10', name: '自然资源和生态环境科', role: 'spending' },
  { code: '11', name: '资产管理科', role: 'spending' },
  { code: '12', name: '国库科', role: 'other' },
  { code: '13', name: '办公室', role: 'other' },
]
