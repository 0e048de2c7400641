import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createBook } from '#actions/create-book'
import { createGoal } from '#actions/create-goal'
import { openRound } from '#actions/open-round'
import { pickSpotChecks } from '#actions/pick-spot-checks'
import { saveGoalDraft } from '#actions/save-goal-draft'
import { saveSpotCheck } from '#actions/save-spot-check'
import { saveUnits } from '#actions/save-units'
import { takeSpotCheckStep } from '#actions/take-spot-check-step'
import type { RecordPurpose } from '#domain/exchange/package'
import type { Permission } from '#domain/people/permissions'
import type { SpotCheck } from '#domain/spot-checks/spot-check'
import type { YearBook } from '#domain/year-book'
import { sectionsOf } from '#storage/base-data'
import { db } from '#storage/database'
import { initialsOf } from '#storage/initials'
import { monitoringsOf } from '#storage/monitorings'
import { unsentIn } from '#storage/unsent'
import { completeCheck } from '../domain/spot-checks/sample.ts'
import { reported, wantedRound } from '../storage/monitoring-world.ts'
import { acting, by, soundContent } from '../storage/world.ts'
import { county, Machine, school as schoolCard, unitDuty } from './exchange-world.ts'

vi.mock('#desktop', () => import('./machine-desktop.ts'))

const inspector = acting('inspection')
let [bureau, school] = [{} as Machine, {} as Machine]
let book = {} as YearBook
let id = ''

async function kept(): Promise<SpotCheck> {
  const check = await db.spotChecks.get(id)
  if (!check) throw new Error('it is here')
  return check
}

async function step(stepId: Permission, actor = inspector, opinion = ''): Promise<void> {
  const { revision } = await kept()
  await takeSpotCheckStep([{ id, seenRevision: revision }], { id: stepId, opinion }, actor)
}

/** A form of the unit's that was reported, picked by its risk, and is being checked. */
async function picked(): Promise<void> {
  const content = soundContent('u-school', '校舍维修改造')
  const goalId = await createGoal(book.id, 'u-school', content.kind, content.book, by)
  await db.goals.put({ ...(await saveGoalDraft(goalId, 1, content, by)), status: 'approved' })
  const { round } = await openRound(book.id, wantedRound, by)
  const forms = await monitoringsOf(book.id, round.id)
  await db.monitorings.bulkPut(forms.map((form) => ({ ...reported(form), state: 'submitted' })))
  const wish = { way: 'risk', size: { by: 'count', value: 1 }, ids: [], reason: '群众来信反映' } as const
  const outcome = await pickSpotChecks(round.id, wish, null, inspector)
  if ('problems' in outcome) throw new Error('one can be picked')
  id = outcome.checks[0]?.id ?? ''
  await step('start-spot-check')
}

async function recorded(): Promise<void> {
  const check = await kept()
  const { checkedOn, place, checkers, lines, record, verdict } = completeCheck(check)
  await saveSpotCheck(
    id,
    check.revision,
    { checkedOn, place, checkers, lines, record, verdict, suggestion: '移送处理' },
    inspector,
  )
  await step('record-spot-check')
}

async function carry(from: Machine, to: Machine, purpose: RecordPurpose) {
  const { bytes } = await from.send({ purpose, bookId: book.id, receiver: to.party })
  const { lines } = await to.rehearse(bytes)
  await to.take(bytes)
  return lines.filter(({ table }) => table === 'spotChecks')
}

beforeAll(async () => {
  bureau = await Machine.make(county, async () => {
    const identity = {
      ...{ regionCode: '511922', regionName: '南江县', level: 'county' as const },
      ...{ office: '南江县财政局', section: '监督与绩效管理科' },
    }
    book = await createBook({ year: 2026, identity, rulesId: 'frame-2021', by })
    const [section] = await sectionsOf(book.id)
    const unit = { id: 'u-school', bookId: book.id, code: '205003', name: '南江县第一小学', parentId: '' }
    const initials = initialsOf(unit.name)
    await saveUnits(book.id, [{ ...unit, sectionId: section?.id ?? '', initials }], by)
    await picked()
  })
  school = await Machine.make(schoolCard)
  await bureau.trusts(school)
  await school.trusts(bureau)
  await carry(bureau, school, 'parameters')
}, 60_000)

describe('the checked unit', { timeout: 60_000 }, () => {
  it('hears of the check once it is asked, and not how it came to be checked', async () => {
    expect(await carry(bureau, school, 'decision')).toEqual([])
    await bureau.on(async () => {
      await recorded()
      await step('ask-checked-unit')
    })
    expect(await carry(bureau, school, 'decision')).toMatchObject([{ verdict: 'new' }])
    await school.on(async () => {
      const check = await kept()
      expect(check).toMatchObject({ state: 'asked', record: '查阅支付凭证 12 份，账实相符。' })
      expect(check).toMatchObject({ ground: '', grounds: [], points: 0, pickId: '', evidence: [] })
      const tables = await Promise.all(db.tables.map((table) => table.toArray()))
      expect(JSON.stringify(tables)).not.toContain('群众来信反映')
    })
  })

  it('explains on its own machine; of the check nothing else is its word', async () => {
    await school.on(async () => {
      await step('explain-spot-check', unitDuty, '台账登记滞后，已补正。')
      expect((await unsentIn(book.id)).counts).toMatchObject({ spotChecks: 1 })
      await db.spotChecks.put({ ...(await kept()), verdict: 'mostly', record: '没有问题。', points: 1 })
    })
    expect(await carry(school, bureau, 'report')).toMatchObject([{ verdict: 'merged', conflicts: [] }])
    await school.on(async () => expect((await unsentIn(book.id)).total).toBe(0))
    await bureau.on(async () => {
      const check = await kept()
      expect(check).toMatchObject({ state: 'recorded', explanation: '台账登记滞后，已补正。' })
      expect(check).toMatchObject({ verdict: 'true', record: '查阅支付凭证 12 份，账实相符。' })
      expect(check.ground).toContain('群众来信反映')
      expect(check.trail.at(-1)).toMatchObject({ step: 'explain-spot-check' })
    })
  })

  it('takes nothing over, and does not disturb what the bureau goes on with', async () => {
    await bureau.on(() => step('submit-spot-check'))
    expect(await carry(school, bureau, 'report')).toMatchObject([{ verdict: 'kept' }])
    await school.on(async () => {
      await db.spotChecks.put({ ...(await kept()), state: 'taken' })
    })
    expect(await carry(school, bureau, 'report')).toMatchObject([{ verdict: 'refused' }])
    await bureau.on(async () => expect(await kept()).toMatchObject({ state: 'submitted' }))
  })
})
