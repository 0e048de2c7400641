import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { fillAppraisal } from '#actions/fill-appraisal'
import { openEvaluationTask } from '#actions/open-evaluation-task'
import { openScoreSheets } from '#actions/open-score-sheets'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { replyEvaluation } from '#actions/reply-evaluation'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { saveUnits } from '#actions/save-units'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeApplicationStep } from '#actions/take-application-step'
import { takeAppraisalStep } from '#actions/take-appraisal-step'
import { takeAppraisalSteps } from '#actions/take-appraisal-steps'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import type { Application } from '#domain/applications/application'
import type { ApplicationStep } from '#domain/applications/step'
import { departmentScheme } from '#domain/appraisals/shipped-department'
import { contentOf } from '#domain/evaluation/self-evaluation-content'
import type { Goal, GoalContent } from '#domain/goals/goal'
import type { Duty } from '#domain/people/duties'
import type { Section, Unit, YearBook } from '#domain/year-book'
import { applicationsOf } from '#storage/applications'
import { appraisalsOf } from '#storage/appraisals'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { initialsOf } from '#storage/initials'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import { smallMarks, smallSystem, threeExperts } from '../storage/evaluation-world.ts'
import { evaluated } from '../storage/self-evaluation-world.ts'
import { acting, by, soundContent } from '../storage/world.ts'
import { completed, noticeFor } from './appraisal-cases.ts'
import { unitDuty } from './exchange-world.ts'
import type { Disk } from './machine-desktop.ts'
import { saveSelfEvaluation } from './save-self-evaluation.ts'

/** What names the secret project, and what only it says. */
export const secretName = '人防指挥所改造工程'
const secretCode = 'RF2026001'
export const secretWords = [secretName, secretCode, '鹿角垭掩蔽部', '六级抗力加固'] as const

export const today = '2027-03-01'

/** The bureau's, once it is made. */
export let book = {} as YearBook
export let [units, sections] = [[] as Unit[], [] as Section[]]
export const goals: Record<'repair' | 'books' | 'secret', string> = { repair: '', books: '', secret: '' }

/** Each amount is another one, to the 分: no two errors cancel each other. */
export const budgets = { repair: 520_000_037, books: 83_210_011, secret: 999_999_999 } as const

const stated = (content: GoalContent, total: number): GoalContent => ({
  ...content,
  total,
  funding: [{ source: 'general-local', amount: total }],
})

async function approved(
  unitId: string,
  key: keyof typeof goals,
  change: Partial<GoalContent>,
): Promise<void> {
  const content = { ...stated(soundContent(unitId, change.name), budgets[key]), ...change }
  goals[key] = await createGoal(book.id, unitId, 'project', 'general', by)
  const goal = await saveGoalDraft(goals[key], 1, content, by)
  await db.goals.put({ ...goal, status: 'approved' })
}

export async function makeBureau(): Promise<void> {
  const identity = {
    ...{ regionCode: '511922', regionName: '南江县', level: 'county' as const },
    ...{ office: '南江县财政局', section: '监督与绩效管理科' },
  }
  book = await createBook({ year: 2026, identity, rulesId: 'frame-2021', by })
  sections = await sectionsOf(book.id)
  const unit = (id: string, code: string, name: string, parentId: string): Unit => ({
    ...{ id, bookId: book.id, code, name, parentId, sectionId: sections[0]?.id ?? '' },
    initials: initialsOf(name),
  })
  units = [unit('u-office', '205001', '南江县教育局', ''), unit('u-school', '205003', '第一小学', 'u-office')]
  await saveUnits(book.id, units, by)
  await approved('u-school', 'repair', { name: '校舍维修改造', code: 'P26-001' })
  await approved('u-school', 'books', { name: '图书设备购置', code: 'P26-002' })
  const content = soundContent('u-school', secretName)
  await approved('u-school', 'secret', {
    ...{ name: secretName, code: secretCode, secret: true, disclosed: false, disclosureReason: '涉密' },
    overview: '鹿角垭掩蔽部改造',
    annualGoals: ['完成六级抗力加固'],
    indicators: content.indicators.map((each) => ({ ...each, name: `鹿角垭掩蔽部${each.name}` })),
  })
}

async function goalOf(key: keyof typeof goals): Promise<Goal> {
  const goal = await db.goals.get(goals[key])
  if (!goal) throw new Error('it was approved')
  return goal
}

/** A fiscal evaluation by three experts, wholly by its own steps; `quality` of 40 points decides the grade. */
export async function evaluate(key: keyof typeof goals, quality: number, said: string): Promise<void> {
  const { unitId, name, code } = await goalOf(key)
  const object = { goalId: goals[key], unitId, sectionId: '', name, code, kind: 'project' as const }
  const wanted = {
    ...{ object, scope: 'project' as const, level: 'fiscal' as const, system: smallSystem, agencyId: '' },
    ...{ startsOn: '2027-01-10' as const, dueOn: '2027-02-28' as const, experts: threeExperts },
    ...{ isBlind: false, calibrationId: '' },
  }
  const opened = await openEvaluationTask(book.id, wanted, by)
  const { task, sheets } = await openScoreSheets(opened.id, opened.revision, by)
  for (const [index, sheet] of sheets.entries()) {
    const marks = smallMarks(quality + index * 20)
    const lost = marks['small-3']
    const explained = lost ? { ...marks, 'small-3': { ...lost, reason: said } } : marks
    const marked = await saveScoreSheet(sheet.id, sheet.revision, { marks: explained }, by)
    await signScoreSheet(marked.id, marked.revision, by)
  }
  let now = await takeEvaluationTaskStep(task.id, task.revision, { id: 'finish-scoring', opinion: '' }, by)
  const problem = { id: `p-${key}`, indicatorId: 'small-3', amount: null, advice: '限期完成', evidence: [] }
  now = await saveEvaluationTask(
    now.id,
    now.revision,
    { problems: [{ ...problem, text: said, owner: '第一小学' }] },
    by,
  )
  now = await takeEvaluationTaskStep(now.id, now.revision, { id: 'ask-evaluated-unit', opinion: '' }, by)
  now = await replyEvaluation(now.id, now.revision, { about: '', text: `${said}，正在整改。` }, unitDuty)
  const replies = now.replies.map((reply) => ({ ...reply, decision: 'adopted' as const, answer: '' }))
  now = await saveEvaluationTask(now.id, now.revision, { replies }, by)
  await takeEvaluationTaskStep(now.id, now.revision, { id: 'conclude-evaluation', opinion: '' }, by)
}

export async function selfEvaluate(): Promise<void> {
  await openSelfEvaluations(book.id, { editionId: 'sichuan', goalIds: null }, by)
  for (const form of await selfEvaluationsOf(book.id)) {
    const content = { ...contentOf(evaluated(form)), completion: `${form.name}已完成` }
    await saveSelfEvaluation(form.id, form.revision, content, unitDuty)
    for (const [id, duty] of [
      ['submit-self-evaluation', 'unit'],
      ['pass-self-evaluation', 'spending'],
      ['collect-self-evaluation', 'performance'],
    ] as const) {
      const now = await db.selfEvaluations.get(form.id)
      await takeSelfEvaluationStep(
        [{ id: form.id, seenRevision: now?.revision ?? 0 }],
        { id, opinion: '' },
        acting(duty),
      )
    }
  }
}

export async function applicationOf(key: keyof typeof goals): Promise<Application> {
  const found = (await applicationsOf(book.id)).find(({ goalId }) => goalId === goals[key])
  if (!found) throw new Error('it was proposed')
  return found
}

export async function step(key: keyof typeof goals, wanted: ApplicationStep, duty: Duty): Promise<void> {
  const { id, revision } = await applicationOf(key)
  await takeApplicationStep([{ id, seenRevision: revision }], wanted, acting(duty))
}

/** 考核 of the departments, wholly by its own steps; of the two proofs, one names the secret project. */
export async function assessDepartments(disk: Disk): Promise<void> {
  const [opened] = await noticeFor(book, departmentScheme, 'own-1')
  if (!opened) throw new Error('there is a department')
  const { items, extras } = completed(opened)
  const [first] = Object.keys(items)
  const proofs = await Promise.all(
    [`${secretName}分工`, '教育局分工'].map(async (said, index) => ({
      ...(await disk.keepAttachment(new TextEncoder().encode(said))),
      ...{ name: `分工文件${index}.txt`, addedAt: '2027-01-02T00:00:00.000Z', addedBy: '李明' },
    })),
  )
  const named = Object.entries(items).map(([id, mark]) => [
    id,
    id === first ? { ...mark, evidence: proofs, note: `含${secretName}在内的台账` } : mark,
  ])
  const self = { items: Object.fromEntries(named), extras, contact: '李明', phone: '1' }
  let now = await fillAppraisal(opened.id, 1, self, acting('unit', '205001'))
  for (const [id, duty] of [
    ['submit-appraisal', 'unit'],
    ['review-appraisal', 'performance'],
    ['ask-appraised', 'performance'],
  ] as const)
    now = await takeAppraisalStep(
      now.id,
      now.revision,
      { id, opinion: '' },
      acting(duty, duty === 'unit' ? '205001' : ''),
    )
  await db.appraisals.put({ ...now, objectsUntil: '2020-01-01' })
  for (const [id, duty] of [
    ['decide-appraisals', 'leader'],
    ['announce-appraisals', 'performance'],
  ] as const) {
    const all = await appraisalsOf(book.id)
    const seen = new Map(all.map((each) => [each.id, each.revision]))
    const more = { opinion: '局党组会议审定', announcement: '南财绩〔2027〕3号' }
    await takeAppraisalSteps(book.id, opened.noticeId, { id, ...more, seen }, acting(duty))
  }
}
