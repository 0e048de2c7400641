import { beforeAll, describe, expect, it, vi } from 'vitest'
import { carryForward } from '#actions/carry-forward'
import { followApplication } from '#actions/follow-application'
import { proposeApplications } from '#actions/propose-applications'
import { saveApplication } from '#actions/save-application'
import { saveApplicationAnswer } from '#actions/save-application-answer'
import { saveRectification } from '#actions/save-rectification'
import { takeRectificationStep } from '#actions/take-rectification-step'
import { sumsOf } from '#domain/applications/amounts'
import type { RecordPurpose } from '#domain/exchange/package'
import { rulesOf } from '#domain/year-rules'
import { applicationCandidates, applicationsOf, lastResultOf } from '#storage/applications'
import { appraisalsOf } from '#storage/appraisals'
import { db } from '#storage/database'
import { goalsOf } from '#storage/goals'
import { acting, by } from '../storage/world.ts'
import { makePapers } from './closing-papers.ts'
import {
  applicationOf,
  assessDepartments,
  book,
  budgets,
  evaluate,
  goals,
  makeBureau,
  secretName,
  secretWords,
  selfEvaluate,
  step,
  today,
} from './closing-world.ts'
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

let [bureau, school, above] = [{} as Machine, {} as Machine, {} as Machine]

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
      await assessDepartments(bureau.disk)
      expect((await appraisalsOf(book.id)).map(({ state }) => state)).toEqual(['announced'])
    })
  })
})

describe('what leaves', { timeout: 120_000 }, () => {
  it('letters, ledgers, 通报, binder and publication set are made', async () => {
    await bureau.on(makePapers)
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
