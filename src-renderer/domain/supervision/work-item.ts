import type { Attachment } from '../attachment.ts'
import { type Day, isDay, type Moment } from '../dates.ts'
import type { Actor, Duty } from '../people/duties.ts'
import type { Problem } from '../problem.ts'
import type { StepTaken, Workflow } from '../workflow.ts'
import { defaultSections, type Section } from '../year-book.ts'
import type { Mark } from '../year-rules.ts'

/** 状态 of an item of the yearly plan, in the order of its road. */
export const workStates = {
  planned: '未开始',
  working: '在办',
  done: '待确认',
  confirmed: '已完成',
} as const
export type WorkState = keyof typeof workStates

/** What the plan says of an item. */
export type WorkPlanned = {
  name: string
  /** Whose work it is by 2+2+N, and in which section of the book. */
  duty: Duty
  sectionId: string
  dueOn: Day
  /** What proves it. */
  proofHint: string
  clause: string
  mark: Mark
}

/** What its owner writes of it. */
export type WorkProgress = {
  progress: string
  /** Where the proof is, if it is no attachment: 文号, page of this system. */
  proof: string
  attachments: readonly Attachment[]
}

/** 年度工作计划 of the bureau: one item with its owner by 2+2+N. */
export type WorkItem = WorkPlanned &
  WorkProgress & {
    id: string
    bookId: string
    /** The row of the shipped plan it came from; '' for the bureau's own. */
    templateId: string
    /** The day it was reported done; '' before. */
    doneOn: Day
    state: WorkState
    heldSince: Moment
    trail: readonly StepTaken[]
    revision: number
    changedAt: Moment
    changedBy: string
  }

/**
 * The road of an item: its owner begins and reports it done with a proof, 监督与绩效管理科 confirms it (巴财〔2020〕38号
 * 三（一）1: 负责对局内科室绩效管理工作指导、督促、考核). The holder stands for the owner, who is another duty in every
 * item: see `workFlowOf`.
 */
export const workFlow: Workflow<WorkState> = {
  name: '年度工作',
  first: 'planned',
  states: {
    planned: { name: workStates.planned, holder: 'performance', days: null },
    working: { name: workStates.working, holder: 'performance', days: null },
    done: { name: workStates.done, holder: 'performance', days: 5 },
    confirmed: { name: workStates.confirmed, holder: '', days: null },
  },
  steps: [
    { id: 'start-work-item', verb: '开始办理', from: ['planned'], to: ['working'], opinion: 'optional' },
    { id: 'finish-work-item', verb: '报完成', from: ['working'], to: ['done'], opinion: 'optional' },
    {
      id: 'withdraw-work-item',
      verb: '取消报完成',
      from: ['done'],
      to: ['working'],
      opinion: 'optional',
      back: true,
    },
    { id: 'confirm-work-item', verb: '确认完成', from: ['done'], to: ['confirmed'], opinion: 'optional' },
    {
      id: 'return-work-item',
      verb: '退回',
      from: ['done'],
      to: ['working'],
      opinion: 'required',
      back: true,
    },
    {
      id: 'reopen-work-item',
      verb: '撤销确认',
      from: ['confirmed'],
      to: ['done'],
      opinion: 'required',
      back: true,
    },
  ],
}

/** The road of an item with its owner as the holder of what is the owner's turn. */
export function workFlowOf({ duty }: Pick<WorkItem, 'duty'>): Workflow<WorkState> {
  const { planned, working } = workFlow.states
  const states = {
    ...workFlow.states,
    planned: { ...planned, holder: duty },
    working: { ...working, holder: duty },
  }
  return { ...workFlow, states }
}

/** Steps that only the owner of an item takes; the others belong to 监督与绩效管理科. */
export const ownerSteps: ReadonlySet<string> = new Set([
  'start-work-item',
  'finish-work-item',
  'withdraw-work-item',
])

/** Whether an item is the work of the one who acts: the duty, and for 支出管理 with a section this section. */
export function ownsWork(
  actor: Pick<Actor, 'duty' | 'scope'>,
  { duty, sectionId }: Pick<WorkItem, 'duty' | 'sectionId'>,
  sections: readonly Pick<Section, 'id' | 'code'>[],
): boolean {
  if (actor.duty !== duty) return false
  if (duty !== 'spending' || actor.scope === '') return true
  return sections.some(({ id, code }) => id === sectionId && code === actor.scope)
}

const sectionNames: Partial<Readonly<Record<Duty, string>>> = {
  performance: '监督与绩效管理科',
  budget: '预算科',
  inspection: '监督检查局',
  investment: '投资评审中心',
  treasury: '国库科',
  office: '办公室',
}

/**
 * The sections in which a duty works: by the code that the shipped sections give it, for names may be changed; for
 * 支出管理 all spending sections. None where the book has no such section.
 */
export function sectionsOfDuty(duty: Duty, sections: readonly Section[]): Section[] {
  if (duty === 'spending') return sections.filter(({ role }) => role === 'spending')
  const code = defaultSections.find(({ name }) => name === sectionNames[duty])?.code
  return sections.filter((section) => section.code === code)
}

/** Whether an item is late: its day has passed and it was not reported done, or was so only after the day. */
export function isLateWork({ dueOn, doneOn }: Pick<WorkItem, 'dueOn' | 'doneOn'>, today: Day): boolean {
  if (!isDay(dueOn)) return false
  return (doneOn === '' ? today : doneOn) > dueOn
}

/** What is missing before an item can be reported done. */
export function checkFinished({ progress, proof, attachments }: WorkProgress): Problem[] {
  const fault = (at: string, message: string): Problem => ({
    ...{ code: `work-${at}`, severity: 'error', at, message, clause: '', suggestion: '' },
  })
  return [
    ...(progress.trim() === '' ? [fault('progress', '请填写完成情况。')] : []),
    ...(attachments.length === 0 && proof.trim() === ''
      ? [fault('proof', '请添加佐证材料，或写明文号、所在页面。')]
      : []),
  ]
}

/** What is missing in an item of the plan. */
export function checkPlanned({ name, sectionId, dueOn }: WorkPlanned): Problem[] {
  const fault = (at: string, message: string): Problem => ({
    ...{ code: `work-${at}`, severity: 'error', at, message, clause: '', suggestion: '' },
  })
  return [
    ...(name.trim() === '' ? [fault('name', '请填写工作内容。')] : []),
    ...(sectionId === '' ? [fault('sectionId', '请选择责任科室。')] : []),
    ...(dueOn.trim() === '' ? [fault('dueOn', '请填写完成期限，如 2026-03-31。')] : []),
    ...(dueOn.trim() === '' || isDay(dueOn) ? [] : [fault('dueOn', '看不懂这个日期，应如 2026-03-31。')]),
  ]
}

/** Whether an item counts by a day: its own day is not after it. */
export function isDueWork({ dueOn }: Pick<WorkItem, 'dueOn'>, asOf: Day): boolean {
  return isDay(dueOn) && dueOn <= asOf
}

export type SectionWork = { sectionId: string; all: number; due: number; done: number; late: number }

/**
 * 科室年度工作完成情况 by a day, which feeds the assessment of the bureau's sections (巴财〔2020〕38号 三（五）1). `due`:
 * items whose day is not after `asOf`; `done`: of these the confirmed ones, for a report alone proves nothing; `late`: of
 * these the ones not reported by their day, or reported only later. One that was confirmed but late counts in both.
 */
export function sectionWork(
  items: readonly Pick<WorkItem, 'sectionId' | 'dueOn' | 'doneOn' | 'state'>[],
  asOf: Day,
): SectionWork[] {
  const ids = [...new Set(items.map(({ sectionId }) => sectionId))]
  return ids.map((sectionId) => {
    const own = items.filter((item) => item.sectionId === sectionId)
    const due = own.filter((item) => isDueWork(item, asOf))
    return {
      sectionId,
      all: own.length,
      due: due.length,
      done: due.filter(({ state }) => state === 'confirmed').length,
      late: due.filter((item) => isLateWork(item, asOf)).length,
    }
  })
}
