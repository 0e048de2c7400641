import { openEvaluationTask } from '#actions/open-evaluation-task'
import { openScoreSheets } from '#actions/open-score-sheets'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { type IndicatorSystem, indicatorsOf } from '#domain/evaluation/indicator-system'
import type { Mark } from '#domain/evaluation/mark'
import type { TaskObject, TaskWanted } from '#domain/evaluation/open-task'
import type { EvaluationTask, KeptSheet, TaskState } from '#domain/evaluation/task'
import { aspects, from, graded, satisfaction, template } from '#domain/evaluation/template'
import type { YearBook } from '#domain/year-book'
import { db } from '#storage/database'
import { sheetsOf } from '#storage/evaluation-tasks'
import { by, freshBook, freshDatabase } from './world.ts'

/** Four indicators, one of each of four methods; 决策 30, 产出 40, 效益 30. */
export const smallSystem: IndicatorSystem = template(
  'small',
  '小型项目评价指标体系',
  'project',
  from('测试用', '拟'),
  [
    {
      name: '决策',
      points: 30,
      groups: [
        {
          name: '立项',
          points: 30,
          rows: [
            ['立项依据', 20, aspects('符合规划', '程序合规'), '立项是否有据', '立项文件', '批复'],
            [
              '目标合理',
              10,
              () => ({ kind: 'yes-no', question: '目标是否可以衡量' }),
              '目标是否可以衡量',
              '目标表',
              '目标表',
            ],
          ],
        },
      ],
    },
    {
      name: '产出',
      points: 40,
      groups: [
        {
          name: '质量',
          points: 40,
          role: 'output',
          rows: [['工程质量', 40, graded(), '质量是否达标', '验收资料', '验收报告']],
        },
      ],
    },
    {
      name: '效益',
      points: 30,
      groups: [
        {
          name: '满意度',
          points: 30,
          role: 'benefit',
          rows: [['群众满意度', 30, satisfaction(90, 60), '受益群众满意度', '问卷', '问卷汇总表']],
        },
      ],
    },
  ],
)

export const threeExperts = [
  { expertId: 'e1', name: '赵专家', weight: 1 },
  { expertId: 'e2', name: '钱专家', weight: 1 },
  { expertId: 'e3', name: '孙专家', weight: 1 },
]

export function wantedTask(object: Partial<TaskObject> = {}, change: Partial<TaskWanted> = {}): TaskWanted {
  return {
    object: {
      ...{ goalId: 'goal-1', unitId: 'unit-school', sectionId: '', name: '校舍维修项目', code: '' },
      kind: 'project',
      ...object,
    },
    scope: 'project',
    level: 'fiscal',
    system: smallSystem,
    agencyId: '',
    startsOn: '2026-03-01',
    dueOn: '2026-06-30',
    experts: threeExperts,
    isBlind: false,
    calibrationId: '',
    ...change,
  }
}

/** A whole mark of each indicator of the small system: all points for 决策 and 效益, `quality` hundredths of 40 points. */
export function smallMarks(quality: number): Record<string, Mark> {
  const full = { reason: '', evidence: [] }
  const lost = { reason: '有两处返工', evidence: [{ attachmentId: 'm1', page: 1, region: null }] }
  return {
    'small-1': { answer: { kind: 'aspects', findings: { a1: 'met', a2: 'met' } }, ...full },
    'small-2': { answer: { kind: 'yes-no', yes: true }, ...full },
    'small-3': { answer: { kind: 'points', points: quality }, ...(quality < 4000 ? lost : full) },
    'small-4': { answer: { kind: 'value', value: '95' }, ...full },
  }
}

export type EvaluationWorld = { book: YearBook; task: EvaluationTask; sheets: KeptSheet[] }

/** A book with one task of three experts, still being prepared. */
export async function preparedTask(change: Partial<TaskWanted> = {}): Promise<EvaluationWorld> {
  await freshDatabase()
  const { book } = await freshBook()
  const task = await openEvaluationTask(book.id, wantedTask({}, change), by)
  return { book, task, sheets: [] }
}

/** The same task being scored: three empty sheets. */
export async function scoringTask(change: Partial<TaskWanted> = {}): Promise<EvaluationWorld> {
  const { book, task } = await preparedTask(change)
  return { book, ...(await openScoreSheets(task.id, task.revision, by)) }
}

/** Fills a sheet of the small system and signs it. */
export async function signed(sheet: KeptSheet, quality: number): Promise<KeptSheet> {
  const marked = await saveScoreSheet(sheet.id, sheet.revision, { marks: smallMarks(quality) }, by)
  return signScoreSheet(marked.id, marked.revision, by)
}

/** The task with three signed sheets, by default 36, 34 and 18 of 40 points for the quality: that one is disputed. */
export async function signedTask(
  qualities: readonly number[] = [3600, 3400, 1800],
): Promise<EvaluationWorld> {
  const { book, task, sheets } = await scoringTask()
  for (const [index, sheet] of sheets.entries()) await signed(sheet, qualities[index] ?? 4000)
  return { book, task, sheets: await sheetsOf(book.id, task.id) }
}

/** The task taken on by its own steps to being put together. */
export async function combiningTask(qualities?: readonly number[]): Promise<EvaluationWorld> {
  const { book, task, sheets } = await signedTask(qualities)
  const step = { id: 'finish-scoring', opinion: '' } as const
  return { book, task: await takeEvaluationTaskStep(task.id, task.revision, step, by), sheets }
}

/** The signed task put into a state as it is, for tries of a single step. */
export async function taskIn(state: TaskState): Promise<EvaluationWorld> {
  const world = state === 'preparing' ? await preparedTask() : await signedTask()
  const task = { ...world.task, state }
  await db.evaluationTasks.put(task)
  return { ...world, task }
}

export const smallIds = indicatorsOf(smallSystem).map(({ id }) => id)
