import 'fake-indexeddb/auto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { fillAppraisal } from '#actions/fill-appraisal'
import { followApplication } from '#actions/follow-application'
import { openEvaluationTask } from '#actions/open-evaluation-task'
import { openScoreSheets } from '#actions/open-score-sheets'
import { openSelfEvaluations } from '#actions/open-self-evaluations'
import { proposeApplications } from '#actions/propose-applications'
import { replyEvaluation } from '#actions/reply-evaluation'
import { saveApplication } from '#actions/save-application'
import { saveApplicationAnswer } from '#actions/save-application-answer'
import { saveEvaluationTask } from '#actions/save-evaluation-task'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveRectification } from '#actions/save-rectification'
import { saveScoreSheet } from '#actions/save-score-sheet'
import { saveSelfEvaluation } from '#actions/save-self-evaluation'
import { saveUnits } from '#actions/save-units'
import { signScoreSheet } from '#actions/sign-score-sheet'
import { takeApplicationStep } from '#actions/take-application-step'
import { takeAppraisalStep } from '#actions/take-appraisal-step'
import { takeAppraisalSteps } from '#actions/take-appraisal-steps'
import { takeEvaluationTaskStep } from '#actions/take-evaluation-task-step'
import { takeRectificationStep } from '#actions/take-rectification-step'
import { takeSelfEvaluationStep } from '#actions/take-self-evaluation-step'
import { sumsOf } from '#domain/applications/amounts'
import type { Application } from '#domain/applications/application'
import type { ApplicationStep } from '#domain/applications/step'
import { departmentScheme } from '#domain/appraisals/shipped-department'
import { publicationOf } from '#domain/disclosures/publication'
import { ranked } from '#domain/evaluation/ranking'
import { contentOf } from '#domain/evaluation/self-evaluation-content'
import { lineOfSelfEvaluation } from '#domain/evaluation/self-evaluation-line'
import type { RecordPurpose } from '#domain/exchange/package'
import type { Goal, GoalContent } from '#domain/goals/goal'
import type { Duty } from '#domain/people/duties'
import type { Section, Unit, YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { applicationCandidates, applicationsOf, lastResultOf } from '#storage/applications'
import { appraisalsOf } from '#storage/appraisals'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { disclosureWorld, publicationDrafts } from '#storage/disclosures'
import { rankedTasks } from '#storage/evaluation-results'
import { goalRows, goalsOf } from '#storage/goals'
import { initialsOf } from '#storage/initials'
import { selfEvaluationsOf } from '#storage/self-evaluations'
import {
  exportLedger,
  exportOrders,
  exportProposalLetter,
} from '../../src-renderer/features/applications/application-export.ts'
import { rowOfApplication } from '../../src-renderer/features/applications/application-rows.ts'
import { exportAnnouncement } from '../../src-renderer/features/appraisals/announcement-export.ts'
import { openBinder, saveBinder } from '../../src-renderer/features/appraisals/binder-export.ts'
import {
  exportDisclosures,
  savePublication,
} from '../../src-renderer/features/disclosures/disclosure-export.ts'
import { exportRanking } from '../../src-renderer/features/evaluation/ranking-export.ts'
import * as goalExport from '../../src-renderer/features/goals/ledger-export.ts'
import { exportSelfEvaluations } from '../../src-renderer/features/self-evaluation/self-evaluation-export.ts'
import { rowOfLine } from '../../src-renderer/features/self-evaluation/self-evaluation-rows.ts'
import { smallMarks, smallSystem, threeExperts } from '../storage/evaluation-world.ts'
import { evaluated } from '../storage/self-evaluation-world.ts'
import { acting, by, soundContent } from '../storage/world.ts'
import { completed, noticeFor } from './appraisal-cases.ts'
import { city, county, Machine, unitDuty } from './exchange-world.ts'
import { foundIn, type Outgoing } from './outgoing-search.ts'

const saved = vi.hoisted((): Outgoing[] => [])
vi.mock('#desktop', async () => ({
  desktop: {
    ...(await import('./machine-desktop.ts')).desktop,
    saveFile: async (name: string, bytes: Uint8Array) => {
      saved.push({ name, bytes })
      return { name, place: '优盘' }
    },
    saveFolder: async (name: string, files: { folder: string[]; name: string; bytes: Uint8Array }[]) => {
      for (const file of files)
        saved.push({ name: [name, ...file.folder, file.name].join('/'), bytes: file.bytes })
      return { name, place: '优盘', count: files.length }
    },
  },
}))

/** What names the secret project, and what only it says. */
const [secretName, secretCode] = ['人防指挥所改造工程', 'RF2026001'] as const
const secretWords = [secretName, secretCode, '鹿角垭掩蔽部', '六级抗力加固'] as const
const today = '2027-03-01'

let [bureau, school, above] = [{} as Machine, {} as Machine, {} as Machine]
let book = {} as YearBook
let [units, sections] = [[] as Unit[], [] as Section[]]
const goals: Record<'repair' | 'books' | 'secret', string> = { repair: '', books: '', secret: '' }
/** Each amount is another one, to the 分: no two errors cancel each other. */
const budgets = { repair: 520_000_037, books: 83_210_011, secret: 999_999_999 } as const

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

async function makeBureau(): Promise<void> {
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
async function evaluate(key: keyof typeof goals, quality: number, said: string): Promise<void> {
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

async function selfEvaluate(): Promise<void> {
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

async function applicationOf(key: keyof typeof goals): Promise<Application> {
  const found = (await applicationsOf(book.id)).find(({ goalId }) => goalId === goals[key])
  if (!found) throw new Error('it was proposed')
  return found
}

async function step(key: keyof typeof goals, wanted: ApplicationStep, duty: Duty): Promise<void> {
  const { id, revision } = await applicationOf(key)
  await takeApplicationStep([{ id, seenRevision: revision }], wanted, acting(duty))
}

async function carry(
  from: Machine,
  to: Machine,
  purpose: RecordPurpose,
  stays: readonly object[] = [],
): Promise<void> {
  const { bytes } = await from.send({ purpose, bookId: book.id, receiver: to.party })
  saved.push({ name: `${purpose}给${to.station.level}.jhx`, bytes })
  const rehearsal = await to.rehearse(bytes)
  expect([
    purpose,
    rehearsal.hindrances,
    rehearsal.lines.filter(({ verdict }) => verdict === 'refused'),
  ]).toMatchObject([purpose, stays, []])
  await to.take(bytes)
}

/** A word in every file of a kind: otherwise finding nothing would say nothing. */
function expectIn(pattern: RegExp, word: string): void {
  const files = saved.filter(({ name }) => pattern.test(name))
  expect([pattern.source, files.length > 0]).toEqual([pattern.source, true])
  for (const file of files) expect(foundIn([file], [word])).toHaveLength(1)
}

beforeAll(async () => {
  bureau = await Machine.make(county, makeBureau)
  school = await Machine.make({ name: '第一小学', level: 'unit', regionCode: '511922', unitCode: '205003' })
  above = await Machine.make(city)
  for (const other of [school, above]) {
    await bureau.trusts(other)
    await other.trusts(bureau)
  }
})

const decided = { repair: -78_000_006, secret: -600_000_001 } as const
const done = { repair: -78_000_005, secret: -600_000_001 } as const

describe('from results to money, to next year, to 通报 and publication', { timeout: 120_000 }, () => {
  it('results are evaluated, proposed by the rules and decided to the 分', async () => {
    await bureau.on(async () => {
      await selfEvaluate()
      await evaluate('repair', 1000, '屋面防水返工')
      await evaluate('secret', 0, '六级抗力加固没有完成')
      const candidates = await applicationCandidates(book, today, rulesOf(book))
      const results = candidates.map(({ goalId, source }) => [goalId, source.kind, source.result])
      expect(results.toSorted()).toEqual(
        [
          [goals.books, 'self-evaluation', 'excellent'],
          [goals.repair, 'evaluation', 'medium'],
          [goals.secret, 'evaluation', 'medium'],
        ].toSorted(),
      )
      await proposeApplications(book.id, candidates, by)
      // 压减 10% of the budget, rounded to the 分, reckoned here by itself.
      expect((await applicationOf('repair')).proposedChange).toBe(-Math.round(budgets.repair / 10))
      for (const key of ['repair', 'secret'] as const) {
        await step(key, { id: 'send-application', opinion: '' }, 'performance')
        const { id, revision } = await applicationOf(key)
        const change = {
          decidedChange: decided[key],
          ...{ decisionReason: '从严安排', budgetOpinion: '预算科内部研究意见', decidedBy: '局党组会议' },
        }
        await saveApplication(id, revision, change, acting('budget'))
        await step(key, { id: 'submit-application', opinion: '' }, 'budget')
        await step(key, { id: 'decide-application', opinion: '' }, 'leader')
      }
    })
  })

  it('the decided goes down to the unit, its own alone; its report of 整改 comes back', async () => {
    await bureau.on(async () => {
      const { id, revision } = await applicationOf('repair')
      const order = { demand: '一个月内完成屋面返修', dueOn: '2099-06-30', number: '南财绩〔2027〕9号' }
      await takeRectificationStep(id, revision, { id: 'order-rectification', opinion: '', order }, by)
    })
    await carry(bureau, school, 'parameters')
    await carry(bureau, school, 'decision')
    await school.on(async () => {
      const here = await applicationsOf(book.id)
      // Proposed alone, or secret, nothing leaves; nor what the bureau wrote for itself.
      expect(here.map(({ goalId }) => goalId)).toEqual([goals.repair])
      expect(here[0]).toMatchObject({ decidedChange: decided.repair, budgetOpinion: '', decisionReason: '' })
      const { id, revision } = await applicationOf('repair')
      const written = await saveRectification(id, revision, { report: '屋面已返修并验收' }, unitDuty)
      await takeRectificationStep(id, written.revision, { id: 'report-rectification', opinion: '' }, unitDuty)
      // What is no word of the unit's changes nothing at the bureau.
      const reported = await applicationOf('repair')
      await db.applications.put({ ...reported, decidedChange: -1, state: 'closed', answer: '单位自行办结' })
    })
    await carry(school, bureau, 'report')
    await bureau.on(async () => {
      const kept = await applicationOf('repair')
      expect(kept.rectification).toMatchObject({ state: 'reported', report: '屋面已返修并验收' })
      expect(kept).toMatchObject({ state: 'carrying', decidedChange: decided.repair, answer: '' })
      expect(kept.budgetOpinion).toBe('预算科内部研究意见')
    })
  })

  it('a unit that clears its own 整改 is refused', async () => {
    const { bytes } = await school.on(async () => {
      const kept = await applicationOf('repair')
      if (!kept.rectification) throw new Error('it was ordered')
      const cleared = { ...kept.rectification, state: 'cleared' as const, clearedOn: '2027-03-05' as const }
      await db.applications.put({ ...kept, rectification: cleared, revision: kept.revision + 1 })
      return { bytes: null }
    })
    expect(bytes).toBeNull()
    const sent = await school.send({ purpose: 'report', bookId: book.id, receiver: bureau.party })
    const { lines } = await bureau.rehearse(sent.bytes)
    expect(lines.filter(({ table }) => table === 'applications').map(({ verdict }) => verdict)).toEqual([
      'refused',
    ])
  })

  it('支出管理科 carries out and answers; what was proposed, decided and done adds up to the 分', async () => {
    await bureau.on(async () => {
      const { id, revision } = await applicationOf('repair')
      const cleared = { id: 'clear-rectification', opinion: '整改到位' } as const
      await takeRectificationStep(id, revision, cleared, by)
      for (const key of ['repair', 'secret'] as const) {
        const kept = await applicationOf(key)
        const answer = { answer: '已在 2027 年预算中压减', doneChange: done[key] }
        await saveApplicationAnswer(kept.id, kept.revision, answer, acting('spending'))
        await step(key, { id: 'answer-application', opinion: '' }, 'spending')
        await step(key, { id: 'close-application', opinion: '' }, 'performance')
      }
      const all = await applicationsOf(book.id)
      let proposed = 0n
      for (const each of all) proposed += BigInt(each.proposedChange ?? 0)
      const sums = sumsOf(all)
      expect(BigInt(sums.proposed)).toBe(proposed)
      expect([sums.decided, sums.done]).toEqual([decided.repair + decided.secret, done.repair + done.secret])
    })
  })

  it("next year's declaration of the same project shows last grade and the decided amount", async () => {
    await bureau.on(async () => {
      const next = await carryForward(book.id, by)
      const carried = await goalsOf(next.id)
      expect(carried.map(({ name, secret }) => [name, secret]).toSorted()).toEqual(
        [
          ['图书设备购置', false],
          ['校舍维修改造', false],
          [secretName, true],
        ].toSorted(),
      )
      const goal = carried.find(({ name }) => name === '校舍维修改造')
      if (!goal) throw new Error('it goes on')
      expect(await lastResultOf(next, goal)).toMatchObject({
        ...{ year: 2026, source: { kind: 'evaluation', result: 'medium' } },
        application: { state: 'closed', decidedChange: decided.repair, doneChange: done.repair },
      })
    })
  })

  it('the departments are assessed, decided and announced', async () => {
    await bureau.on(async () => {
      const [opened] = await noticeFor(book, departmentScheme, 'own-1')
      if (!opened) throw new Error('there is a department')
      const { items, extras } = completed(opened)
      const [first] = Object.keys(items)
      const proofs = await Promise.all(
        [`${secretName}分工`, '教育局分工'].map(async (said, index) => ({
          ...(await bureau.disk.keepAttachment(new TextEncoder().encode(said))),
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
      expect((await appraisalsOf(book.id)).map(({ state }) => state)).toEqual(['announced'])
    })
  })
})

describe('what leaves', { timeout: 120_000 }, () => {
  it('letters, ledgers, 通报, binder and publication set are made', async () => {
    await bureau.on(async () => {
      const rules = rulesOf(book)
      const applications = await applicationsOf(book.id)
      const ground = { book, units, sections }
      const now = `${today}T02:00:00.000Z`
      const rows = applications.map((each) => rowOfApplication(each, { today, now }))
      for (const sentence of [
        await exportProposalLetter(applications, ground),
        await exportLedger(rows, ground),
      ])
        expect(sentence).toContain('涉密的 1 项没有导出')
      expect(await exportOrders(applications, ground)).toContain('整改通知书')
      const forms = (await selfEvaluationsOf(book.id)).map((form) =>
        rowOfLine(lineOfSelfEvaluation(form, rules), now),
      )
      expect(await exportSelfEvaluations(forms, { book, units })).toContain('涉密的 1 项没有导出')
      expect(await exportRanking(ranked(await rankedTasks(book, rules)), book, units)).toContain(
        '涉密的 1 项',
      )
      const scope = { book, rules, rows: await goalRows(book.id), units, onProgress: () => undefined }
      for (const sentence of [
        await goalExport.exportLedger(scope),
        await goalExport.exportForms(scope, 'sichuan'),
        await goalExport.exportBlankForms(scope),
      ])
        expect(sentence).toContain('涉密的 1 项没有导出')
      const appraisals = await appraisalsOf(book.id)
      await exportAnnouncement(book, appraisals)
      for (const each of appraisals)
        expect(await saveBinder(await openBinder(each))).toMatch(/附件的内容涉及涉密项目.*（略）/)
      const world = await disclosureWorld(book, today)
      await exportDisclosures(world.rows, { book, units })
      const head = { year: 2026, office: '南江县财政局', madeOn: today }
      const set = publicationOf(head, publicationDrafts(world, world.rows), world.secrets)
      await savePublication(set, book, by)
    })
    expectIn(/结果应用建议函.*docx$/, '校舍维修改造')
    expectIn(/整改通知书\.docx$/, '屋面防水返工')
    expectIn(/结果应用台账\.xlsx$/, '图书设备购置')
    expectIn(/绩效自评情况表\.xlsx$/, '图书设备购置')
    expectIn(/绩效评价排名\.xlsx$/, '校舍维修改造')
    expectIn(/绩效目标汇总表\.xlsx$/, '图书设备购置')
    expectIn(/情况通报\.docx$/, '南江县教育局')
    expectIn(/佐证册目录\.docx$/, '南江县教育局')
    expectIn(/公开材料\/.*\.xlsx$/, '图书设备购置')
    expectIn(/公开材料\/index\.html$/, '校舍维修改造')
  })

  it('packages of every purpose and way go, once nobody’s words name it', async () => {
    await expect(
      bureau.send({ purpose: 'handover', bookId: book.id, receiver: above.party }),
    ).rejects.toMatchObject({ code: 'secret-inside' })
    await bureau.on(async () => {
      for (const each of await appraisalsOf(book.id)) {
        const items = Object.entries(each.items).map(([id, mark]) => [id, { ...mark, note: '台账' }])
        await db.appraisals.put({ ...each, items: Object.fromEntries(items) })
      }
    })
    for (const purpose of ['parameters', 'decision'] as const) await carry(bureau, school, purpose)
    for (const purpose of ['report', 'disclosure'] as const) await carry(bureau, above, purpose)
    // Of the proofs of 考核, the one that names the secret project stays.
    const staying = [{ code: 'file-lacking', message: expect.stringContaining('“分工文件0.txt”') }]
    await carry(bureau, above, 'handover', staying)
    await above.on(async () => {
      const results = await applicationsOf(book.id)
      expect(results.find(({ goalId }) => goalId === goals.repair)).toMatchObject({
        ...{ decidedChange: decided.repair, doneChange: done.repair, state: 'closed' },
      })
      expect(await db.goals.get(goals.secret)).toBeUndefined()
      const sheets = await db.scoreSheets.toArray()
      expect(new Set(sheets.map(({ taskId }) => taskId)).size).toBe(1)
    })
    expectIn(/^(report|handover)给.*jhx$/, '校舍维修改造')
    expectIn(/^decision给unit\.jhx$/, '校舍维修改造')
  })

  it('and the secret project is in no byte of any of it', () => {
    expect(saved.length).toBeGreaterThan(20)
    expect(foundIn(saved, [...secretWords, goals.secret])).toEqual([])
  })

  it('a name in somebody’s remark keeps the package back, however it is written', async () => {
    for (const text of ['请比照“人防 指挥所改造 工程”办理', '见ＲＦ２０２６００１号', 'rf2026001']) {
      await bureau.on(async () => {
        const { id, revision } = await applicationOf('books')
        await followApplication(id, revision, { on: '2027-03-02', text }, by)
      })
      await expect(
        bureau.send({ purpose: 'handover', bookId: book.id, receiver: above.party }),
      ).rejects.toMatchObject({ code: 'secret-inside' })
      await bureau.on(async () => {
        const kept = await applicationOf('books')
        await db.applications.put({ ...kept, followUps: [] })
      })
    }
  })
})
