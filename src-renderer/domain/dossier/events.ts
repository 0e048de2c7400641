import { adjustmentStates } from '../adjustments/adjustment.ts'
import { changeText as moneyText } from '../applications/amounts.ts'
import { applicationStates, isDecided, rectificationStates } from '../applications/flow.ts'
import { measuresText, resultNames } from '../applications/rules.ts'
import { assessmentStates, conclusions } from '../assessments/result.ts'
import type { Attachment } from '../attachment.ts'
import type { Day, Moment } from '../dates.ts'
import { keptStates } from '../disclosures/disclosure.ts'
import { disclosureItems } from '../disclosures/rules.ts'
import { disposalStates } from '../disposals/flow.ts'
import { measures } from '../disposals/rules.ts'
import { selfEvaluationStates } from '../evaluation/self-evaluation-flow.ts'
import { taskLevels, taskStates } from '../evaluation/task.ts'
import { formatWeight } from '../goals/weights.ts'
import { type Grade, grades } from '../grade.ts'
import { formatWan } from '../money.ts'
import { type LightColour, lightKinds } from '../monitoring/lights.ts'
import { type SpotCheckState, spotCheckFlow } from '../spot-checks/flow.ts'
import { verdicts } from '../spot-checks/spot-check.ts'
import type { StepTaken } from '../workflow.ts'
import type { DossierYear } from './facts.ts'

/** 环节, in the order of the process. */
export const dossierStages = {
  declare: '申报',
  review: '审核批复',
  assess: '事前评估',
  adjust: '目标调整',
  execute: '预算执行',
  monitor: '运行监控',
  dispose: '监控处置',
  self: '单位自评',
  evaluate: '绩效评价',
  apply: '结果应用',
  disclose: '信息公开',
} as const
export type DossierStage = keyof typeof dossierStages
export const dossierStageList = Object.keys(dossierStages) as DossierStage[] // the keys of the table

/** One thing that happened to an object. */
export type DossierEvent = {
  id: string
  year: number
  /** The book in which its document opens. */
  bookId: string
  stage: DossierStage
  on: Day
  title: string
  text: string
  by: string
  /** Where its document opens. */
  path: string
  lights: readonly { name: string; colour: LightColour }[]
  attachments: readonly Attachment[]
}

type DayOf = (at: Moment) => Day
type Made = Omit<DossierEvent, 'year' | 'bookId' | 'lights' | 'attachments'> &
  Partial<Pick<DossierEvent, 'lights' | 'attachments'>>

/** All that happened in a year, in the order of time; `dayOf` gives the day of a moment where the machine stands. */
export function eventsOfYear(year: DossierYear, dayOf: DayOf): DossierEvent[] {
  const made: Made[] = [
    ...declarations(year, dayOf),
    ...reviews(year, dayOf),
    ...assessments(year, dayOf),
    ...adjustments(year, dayOf),
    ...executions(year),
    ...monitorings(year, dayOf),
    ...disposals(year, dayOf),
    ...evaluations(year, dayOf),
    ...applications(year, dayOf),
    ...disclosures(year),
  ]
  const order = (stage: DossierStage) => dossierStageList.indexOf(stage)
  return made
    .map((event) => ({
      ...{ lights: [], ...event, attachments: onceEach(event.attachments ?? []) },
      ...{ year: year.year, bookId: year.bookId },
    }))
    .toSorted(
      (left, right) =>
        (left.on < right.on ? -1 : left.on > right.on ? 1 : 0) || order(left.stage) - order(right.stage),
    )
}

/** The same file proves two things of one event: it is shown once. */
function onceEach(attachments: readonly Attachment[]): Attachment[] {
  return attachments.filter(
    ({ hash }, index) => attachments.findIndex((each) => each.hash === hash) === index,
  )
}

function declarations({ goal, versions }: DossierYear, dayOf: DayOf): Made[] {
  const path = `/goals/${goal.id}`
  return versions.map(({ at, by, summary, fields }, index) => ({
    ...{ id: `version ${index}`, stage: 'declare', on: dayOf(at), title: summary, by, path },
    text: fields.map(({ label, from, to }) => changeText(label, from, to)).join('\n'),
  }))
}

const longest = 60

function changeText(label: string, from: string, to: string): string {
  const short = (text: string) => (text.length > longest ? `${text.slice(0, longest)}…` : text)
  return `${label}：${short(from) || '（空）'} → ${short(to) || '（空）'}`
}

function reviews({ goal, review }: DossierYear, dayOf: DayOf): Made[] {
  const path = `/goals/${goal.id}`
  const steps = stepsOf(review.trail, 'review', path, dayOf)
  const comments = review.comments.map(({ id, text, by, madeAt, answer }) => ({
    ...{ id, stage: 'review' as const, on: dayOf(madeAt), title: '审核批注', by, path },
    text: answer === '' ? text : `${text}\n答复：${answer}`,
  }))
  return [...steps, ...comments]
}

function stepsOf(trail: readonly StepTaken[], stage: DossierStage, path: string, dayOf: DayOf): Made[] {
  return trail.map(({ step, at, verb, by, opinion }) => ({
    ...{ id: `${path} ${step} ${at}`, stage, on: dayOf(at), title: verb, text: opinion, by, path },
  }))
}

function assessments({ assessments: all }: DossierYear, dayOf: DayOf): Made[] {
  return all.map((each) => {
    const { conclusion, recommended, trail } = each
    const result = conclusion === '' ? assessmentStates[each.state] : conclusions[conclusion]
    const money = recommended === null ? '' : `，建议金额 ${formatWan(recommended)} 万元`
    return {
      ...{ id: each.id, stage: 'assess', on: dayOf(each.heldSince), by: each.changedBy },
      ...{ title: `事前绩效评估：${result}`, path: `/assessments/${each.id}` },
      text: [`${result}${money}`, each.texts.overall, ...opinionsIn(trail)].filter(Boolean).join('\n'),
      attachments: each.materials.flatMap(({ attachments }) => attachments),
    }
  })
}

function opinionsIn(trail: readonly StepTaken[]): string[] {
  return trail
    .filter(({ opinion }) => opinion !== '')
    .map(({ verb, by, opinion }) => `${verb}（${by}）：${opinion}`)
}

function adjustments({ adjustments: all }: DossierYear, dayOf: DayOf): Made[] {
  return all.map((each) => ({
    ...{ id: each.id, stage: 'adjust', on: dayOf(each.appliedAt || each.heldSince), by: each.changedBy },
    ...{ title: `第 ${each.number} 次目标调整：${adjustmentStates[each.state]}` },
    path: `/goals/adjustments/${each.id}`,
    text: [each.reason, each.budgetEffect && `对预算的影响：${each.budgetEffect}`, ...opinionsIn(each.trail)]
      .filter(Boolean)
      .join('\n'),
  }))
}

const lastDays = ['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31']

/** The last month that the treasury's ledgers reach: what came before is in it. */
function executions({ goal, year, months }: DossierYear): Made[] {
  const last = months.at(-1)
  if (!last) return []
  const two = String(last.month).padStart(2, '0')
  const money = `累计支出 ${formatWan(last.paid)} 万元，调整后预算 ${formatWan(last.adjusted)} 万元`
  return [
    {
      ...{
        id: `execution ${last.month}`,
        stage: 'execute',
        on: `${year}-${two}-${lastDays[last.month - 1]}`,
      },
      ...{
        title: `截至 ${last.month} 月预算执行`,
        text: money,
        by: '国库',
        path: `/execution?search=${encodeURIComponent(goal.name)}`,
      },
    },
  ]
}

function monitorings({ monitorings: all, spotChecks }: DossierYear, dayOf: DayOf): Made[] {
  const forms = all.map(
    ({ form, roundName, lights }): Made => ({
      ...{ id: form.id, stage: 'monitor', on: dayOf(form.heldSince), by: form.changedBy },
      ...{ title: roundName || `${form.month} 月监控`, path: `/monitoring/${form.id}` },
      text: [form.summary, form.measures, ...opinionsIn(form.trail)].filter(Boolean).join('\n'),
      lights: lights.map(({ kind, colour }) => ({ name: lightKinds[kind], colour })),
    }),
  )
  const checks = spotChecks.map((each): Made => {
    const state: SpotCheckState = each.state
    const result = each.verdict === '' ? spotCheckFlow.states[state].name : verdicts[each.verdict]
    return {
      ...{ id: each.id, stage: 'monitor', on: each.checkedOn || dayOf(each.heldSince), by: each.checkers },
      ...{ title: `重点核查：${result}`, text: each.record, path: `/monitoring/checks/${each.id}` },
      attachments: [...each.evidence, ...each.lines.flatMap(({ evidence }) => evidence)],
    }
  })
  return [...forms, ...checks]
}

function disposals({ disposals: all }: DossierYear, dayOf: DayOf): Made[] {
  return all.map((each) => ({
    ...{ id: each.id, stage: 'dispose', on: each.warnedOn || dayOf(each.heldSince), by: each.changedBy },
    title: `${measures[each.measure]}（${disposalStates[each.state]}）${each.letterNumber}`,
    path: `/disposals/${each.id}`,
    text: [each.demand, each.answer && `整改情况：${each.answer}`, ...opinionsIn(each.trail)]
      .filter(Boolean)
      .join('\n'),
    attachments: each.attachments,
  }))
}

function scoreText(total: number | null | undefined, grade: Grade | '' | undefined): string {
  if (total === null || total === undefined) return ''
  return `${formatWeight(total)} 分${grade ? `（${grades[grade]}）` : ''}`
}

function evaluations({ selfEvaluations, tasks }: DossierYear, dayOf: DayOf): Made[] {
  const selves = selfEvaluations.map(
    (form): Made => ({
      ...{ id: form.id, stage: 'self', on: dayOf(form.heldSince), by: form.changedBy },
      title: `单位自评：${scoreText(form.frozen?.total, form.frozen?.grade) || selfEvaluationStates[form.state]}`,
      path: `/evaluation/self/${form.id}`,
      text: [form.summary, form.problems, ...opinionsIn(form.trail)].filter(Boolean).join('\n'),
    }),
  )
  const evaluated = tasks.map((task): Made => {
    const result = scoreText(task.frozen?.total, task.frozen?.grade) || taskStates[task.state]
    return {
      ...{ id: task.id, stage: 'evaluate', on: dayOf(task.heldSince), by: task.changedBy },
      ...{ title: `${taskLevels[task.level]}：${result}`, path: `/evaluation/tasks/${task.id}` },
      text: [...task.problems.map(({ text }) => text), ...task.recommendations].join('\n'),
      attachments: task.materials.flatMap(({ attachment }) => attachment ?? []),
    }
  })
  return [...selves, ...evaluated]
}

function applications({ applications: all }: DossierYear, dayOf: DayOf): Made[] {
  return all.map((each) => {
    const { source, decidedChange, doneChange, answeredOn, rectification } = each
    const isApplied = isDecided(each.state)
    const decided = isApplied ? [measuresText(each.decided), moneyText(decidedChange)] : []
    const lines = [
      [source.said, each.reason].filter(Boolean).join('\n'),
      decided.filter(Boolean).length > 0 ? `审定：${decided.filter(Boolean).join('，')}` : '',
      answeredOn === '' ? '' : `落实情况：${[each.answer, moneyText(doneChange)].filter(Boolean).join('　')}`,
      rectification && rectification.state !== 'none'
        ? `整改：${[rectificationStates[rectification.state], rectification.report].filter(Boolean).join('　')}`
        : '',
    ]
    return {
      ...{ id: each.id, stage: 'apply', on: each.decidedOn || dayOf(each.changedAt), by: each.decidedBy },
      title: `结果应用（${resultNames[source.result]}）：${applicationStates[each.state]}`,
      ...{ path: `/applications/${each.id}`, text: lines.filter(Boolean).join('\n') },
      attachments: [...each.attachments, ...(rectification?.proof ?? [])],
    }
  })
}

function disclosures({ disclosures: all }: DossierYear): Made[] {
  return all.flatMap((each): Made[] => {
    const on = each.publishedOn || each.approvedOn
    if (on === '') return []
    const checks = each.checks.map(({ on: day, finding, correction }) =>
      [`检查 ${day}`, finding || '符合要求', correction && `整改：${correction}`].filter(Boolean).join('　'),
    )
    return [
      {
        ...{ id: each.id, stage: 'disclose', on, by: each.approvedBy || each.changedBy },
        ...{ title: `${disclosureItems[each.item]}：${keptStates[each.state]}` },
        ...{ path: `/disclosures?open=${each.objectId}`, attachments: each.proofs },
        text: [[each.place, each.address].filter(Boolean).join('　'), each.reason, ...checks]
          .filter(Boolean)
          .join('\n'),
      },
    ]
  })
}
