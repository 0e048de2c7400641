import type { Duty } from '../people/duties.ts'
import type { Mark } from '../year-rules.ts'

/** A field that a kind asks for beside day, title, text and persons. */
export type RegisterField = {
  id: string
  name: string
  /** How it is written; `money` in 万元 on the screen, `count` a whole number. */
  type: 'text' | 'lines' | 'day' | 'count' | 'money' | 'choice'
  choices?: Readonly<Record<string, string>>
  hint?: string
  required?: true
}

/** What a kind is followed up by: asked where `when` is filled ('' always), until `due` ('' no day), done by `done`. */
export type FollowUp = { when: string; due: string; done: string; open: string; closed: string }

export type RegisterKindRule = {
  name: string
  /** What the entry's title and text are called in this kind. */
  titleName: string
  textName: string
  personsName: string
  /** Who keeps it; everybody of the bureau sees it, unless it is `confidential`: then only these and 局领导. */
  keepers: readonly Duty[]
  confidential?: true
  fields: readonly RegisterField[]
  followUp?: FollowUp
  clause: string
  mark: Mark
}

const supervise = '巴财〔2020〕38号 三（五）2'
const leads: readonly Duty[] = ['performance', 'office']

/** The kinds of the register, in the order of the page. Who keeps each is this system's division 〔拟〕. */
export const registerKinds = {
  report: {
    name: '向人大、政府报告',
    titleName: '报告名称',
    textName: '内容摘要',
    personsName: '报告人',
    keepers: leads,
    fields: [
      {
        id: 'to',
        name: '报送对象',
        type: 'choice',
        choices: { congress: '人民代表大会及其常务委员会', government: '人民政府' },
        required: true,
      },
      { id: 'number', name: '文号', type: 'text' },
      { id: 'answer', name: '审议意见、批示', type: 'lines' },
      { id: 'answeredOn', name: '落实情况报送日期', type: 'day' },
    ],
    followUp: { when: 'answer', due: '', done: 'answeredOn', open: '待落实', closed: '已落实' },
    clause: supervise,
    mark: '源',
  },
  invitation: {
    name: '邀请代表、委员参与',
    titleName: '参与的工作',
    textName: '参与情况',
    personsName: '代表、委员',
    keepers: leads,
    fields: [
      {
        id: 'stage',
        name: '环节',
        type: 'choice',
        choices: {
          goal: '绩效目标审议',
          assessment: '事前绩效评估（评审）',
          monitoring: '事中绩效监控',
          evaluation: '事后绩效评价',
        },
        required: true,
      },
      { id: 'opinion', name: '提出的意见', type: 'lines' },
      { id: 'reply', name: '采纳和答复', type: 'lines' },
      { id: 'repliedOn', name: '答复日期', type: 'day' },
    ],
    followUp: { when: 'opinion', due: '', done: 'repliedOn', open: '待答复', closed: '已答复' },
    clause: supervise,
    mark: '源',
  },
  audit: {
    name: '审计发现问题',
    titleName: '问题',
    textName: '问题事实',
    personsName: '责任单位、责任人',
    keepers: ['performance', 'inspection'],
    fields: [
      { id: 'auditor', name: '审计机关', type: 'text', required: true },
      { id: 'number', name: '审计报告文号', type: 'text' },
      { id: 'amount', name: '涉及金额', type: 'money' },
      { id: 'demand', name: '整改要求', type: 'lines' },
      { id: 'dueOn', name: '整改期限', type: 'day', required: true },
      { id: 'measure', name: '整改情况', type: 'lines' },
      { id: 'doneOn', name: '销号日期', type: 'day' },
    ],
    followUp: { when: '', due: 'dueOn', done: 'doneOn', open: '整改中', closed: '已销号' },
    clause: supervise,
    mark: '源',
  },
  clue: {
    name: '违规线索移交',
    titleName: '线索',
    textName: '线索内容和发现经过',
    personsName: '移交人',
    keepers: ['performance', 'inspection'],
    confidential: true,
    fields: [
      { id: 'to', name: '接收机关', type: 'text', hint: '如 县纪委监委', required: true },
      { id: 'number', name: '移交文号', type: 'text' },
      { id: 'receiver', name: '接收人', type: 'text' },
      { id: 'answer', name: '反馈结果', type: 'lines' },
      { id: 'answeredOn', name: '反馈日期', type: 'day' },
    ],
    followUp: { when: '', due: '', done: 'answeredOn', open: '待反馈', closed: '已反馈' },
    clause: supervise,
    mark: '源',
  },
  training: {
    name: '业务培训',
    titleName: '培训名称',
    textName: '培训内容',
    personsName: '授课人',
    keepers: ['performance', 'budget', 'inspection', 'investment', 'spending', 'office'],
    fields: [
      { id: 'audience', name: '培训对象', type: 'text', hint: '如 区县财政、部门（单位）、第三方机构' },
      { id: 'count', name: '人次', type: 'count', required: true },
      { id: 'number', name: '通知文号', type: 'text' },
      { id: 'place', name: '地点', type: 'text' },
    ],
    clause: '巴财〔2020〕38号 五（三）',
    mark: '源',
  },
  publicity: {
    name: '宣传信息',
    titleName: '标题',
    textName: '主要内容',
    personsName: '作者',
    keepers: ['performance', 'budget', 'inspection', 'investment', 'spending', 'office'],
    fields: [
      { id: 'medium', name: '刊载媒体', type: 'text', required: true },
      {
        id: 'level',
        name: '级别',
        type: 'choice',
        choices: { nation: '国家级', province: '省级', city: '市级', county: '县级' },
        required: true,
      },
      { id: 'link', name: '网址、期号', type: 'text' },
    ],
    clause: '巴财〔2020〕38号 五（四）',
    mark: '源',
  },
  meeting: {
    name: '专家座谈会',
    titleName: '会议名称',
    textName: '讨论的问题',
    personsName: '参加人员',
    keepers: ['performance', 'inspection', 'investment'],
    fields: [
      { id: 'place', name: '地点', type: 'text' },
      { id: 'opinion', name: '专家意见', type: 'lines' },
      { id: 'use', name: '采用情况', type: 'lines' },
    ],
    clause: '巴财〔2020〕38号 三（四）3、五（三）',
    mark: '源',
  },
} as const satisfies Record<string, RegisterKindRule>
export type RegisterKind = keyof typeof registerKinds
export const registerKindList = Object.keys(registerKinds) as RegisterKind[] // the keys of the table

/** The row of a kind. */
export function registerKind(kind: RegisterKind): RegisterKindRule {
  return registerKinds[kind]
}

/** Whether a duty keeps the entries of a kind: it may add, change and remove them. */
export function keepsRegister(duty: Duty, kind: RegisterKind): boolean {
  return registerKind(kind).keepers.includes(duty)
}

/** Whether a duty may look at the entries of a kind: 违规线索 only who keeps it and 局领导. */
export function seesRegister(duty: Duty, kind: RegisterKind): boolean {
  return !registerKind(kind).confidential || duty === 'leader' || keepsRegister(duty, kind)
}
