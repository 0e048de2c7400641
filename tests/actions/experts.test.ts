import { beforeEach, describe, expect, it } from 'vitest'
import { drawForReview } from '#actions/draw-experts'
import { rateExpert } from '#actions/rate-expert'
import { replaceDrawnExpert } from '#actions/replace-drawn-expert'
import { saveAgency } from '#actions/save-agency'
import { saveExpert } from '#actions/save-expert'
import { withdrawRating } from '#actions/withdraw-rating'
import { type Commission, emptyAgency, emptyQuality } from '#domain/experts/agency'
import { membersOf, verifyDraw } from '#domain/experts/draw-record'
import { type Expert, emptyExpert, type Rating } from '#domain/experts/expert'
import { shippedExpertRules as rules } from '#domain/experts/expert-rules'
import { verifyAudit } from '#storage/audit'
import { drawsOf } from '#storage/draws'
import type { ExpertForm } from '#storage/expert-record'
import { allAgencies, allExperts } from '#storage/experts'
import { lastAudit } from '../storage/last-audit.ts'
import { acting, freshBook, freshDatabase } from '../storage/world.ts'

beforeEach(freshDatabase)

const by = acting('investment')
const form: ExpertForm = { ...emptyExpert, name: '李某', fields: ['finance'], joinedOn: '2024-01-01' }
const save = (bookId: string, id: string, given: Partial<ExpertForm> = {}, revision = 0) =>
  saveExpert(bookId, id, revision, { ...form, ...given }, {}, null, by)
const rating: Omit<Rating, 'by'> = {
  on: '2026-03-01',
  subject: '公路养护评价',
  drawId: '',
  grade: 'fail',
  fee: 50_000,
  note: '迟交意见',
}
const refused = { code: 'not-permitted' }

async function manyExperts(bookId: string, count: number): Promise<Expert[]> {
  const kept: Expert[] = []
  for (let index = 0; index < count; index++)
    kept.push(await save(bookId, `e${index}`, { name: `专家${index}` }))
  return kept
}

describe('the register of experts', () => {
  it('keeps an expert with the entry in the trail, in words', async () => {
    const { book } = await freshBook()
    const kept = await save(book.id, 'a')
    await save(book.id, 'a', { fields: ['finance', 'budget'], state: 'suspended' }, kept.revision)
    expect(await allExperts(false)).toMatchObject([
      { name: '李某', initials: 'lm', revision: 2, demo: false },
    ])
    const [last] = await lastAudit(book.id, 1)
    expect(last?.changes[0]?.fields).toEqual([
      { field: 'fields', label: '专业领域', from: '财务管理', to: '财务管理、预算管理' },
      { field: 'state', label: '状态', from: '在库', to: '暂停' },
    ])
    expect(await verifyAudit(book.id)).toMatchObject({ intact: true })
  })

  it('refuses a faulty entry, the second of two changes, and a number while nobody is logged in', async () => {
    const { book } = await freshBook()
    const kept = await save(book.id, 'a')
    await expect(save(book.id, 'b', { name: ' ' })).rejects.toMatchObject({ code: 'entry-faulty' })
    await save(book.id, 'a', { note: '一' }, kept.revision)
    await expect(save(book.id, 'a', { note: '二' }, kept.revision)).rejects.toMatchObject({
      code: 'changed-meanwhile',
    })
    const typed = saveExpert(book.id, 'a', 2, form, { identity: '11010519491231002X' }, null, by)
    await expect(typed).rejects.toMatchObject({ code: 'data-key-missing' })
    const wrong = saveExpert(book.id, 'a', 2, form, { identity: '110105194912310021' }, null, by)
    await expect(wrong).rejects.toMatchObject({ code: 'entry-faulty' })
    expect(await allExperts(false)).toMatchObject([{ note: '一', revision: 2 }])
  })

  it('keeps reviews whatever else changes, and takes one back', async () => {
    const { book } = await freshBook()
    const kept = await save(book.id, 'a')
    const once = await rateExpert(book.id, kept, rating, by)
    const renamed = await save(book.id, 'a', { name: '李某某' }, once.revision)
    expect(renamed.ratings).toEqual([{ ...rating, by: '测试员' }])
    const late = rateExpert(book.id, once, rating, by)
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
    const faulty = rateExpert(book.id, renamed, { ...rating, note: '' }, by)
    await expect(faulty).rejects.toMatchObject({ code: 'entry-faulty' })
    await expect(withdrawRating(book.id, renamed, 1, by)).rejects.toMatchObject({ code: 'not-found' })
    expect(await withdrawRating(book.id, renamed, 0, by)).toMatchObject({ ratings: [] })
  })
})

describe('a draw', () => {
  const wish = { subject: '小学改造评估', unitId: 'unit-school', wanted: [], assessmentId: '' }
  const three = { ...wish, wanted: [{ field: '' as const, specialty: '', count: 3 }] }

  it('is kept with what it takes to compute it again, and a replacement too', async () => {
    const { book } = await freshBook()
    await manyExperts(book.id, 5)
    await save(book.id, 'own', { name: '本单位', workUnit: '南江县第一小学' })
    await save(book.id, 'office', { name: '主管', workUnit: '南江县教育局' })
    const outcome = await drawForReview(book.id, three, by)
    if ('problems' in outcome) throw new Error('nothing was drawn')
    const { draw } = outcome
    expect(draw).toMatchObject({ unitCode: '205003', duty: 'investment', by: '测试员', replaced: [] })
    expect(draw.seed).toMatch(/^[0-9a-f]{32}$/)
    expect(draw.pool).toHaveLength(5)
    expect(draw.excluded.map(({ name }) => name).toSorted()).toEqual(['主管', '本单位'])
    expect(verifyDraw(draw, rules)).toEqual([])
    const [out] = draw.drawn
    const after = await replaceDrawnExpert(draw, out?.id ?? '', '时间冲突', by)
    if ('problem' in after) throw new Error(after.problem.message)
    const [stored] = await drawsOf(book.id)
    expect(stored).toEqual(after.draw)
    expect(verifyDraw(after.draw, rules)).toEqual([])
    expect(membersOf(after.draw).map(({ id }) => id)).not.toContain(out?.id)
    const [last] = await lastAudit(book.id, 1)
    expect(last?.summary).toContain(`接替${out?.name}（时间冲突）`)
    const late = replaceDrawnExpert(draw, out?.id ?? '', '时间冲突', by)
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('does not draw, and writes nothing, where experts are missing or the unit is gone', async () => {
    const { book } = await freshBook()
    await manyExperts(book.id, 2)
    const before = await lastAudit(book.id, 100)
    expect(await drawForReview(book.id, three, by)).toMatchObject({ problems: [{ at: 'missing' }] })
    const gone = drawForReview(book.id, { ...three, unitId: 'gone' }, by)
    await expect(gone).rejects.toMatchObject({ code: 'not-found' })
    expect(await drawsOf(book.id)).toEqual([])
    expect(await lastAudit(book.id, 100)).toEqual(before)
  })

  it('says when nobody is left to replace, and wants a reason', async () => {
    const { book } = await freshBook()
    await manyExperts(book.id, 3)
    const outcome = await drawForReview(book.id, three, by)
    if ('problems' in outcome) throw new Error('nothing was drawn')
    const id = outcome.draw.drawn[0]?.id ?? ''
    expect(await replaceDrawnExpert(outcome.draw, id, ' ', by)).toMatchObject({ problem: { at: 'reason' } })
    expect(await replaceDrawnExpert(outcome.draw, id, '病假', by)).toMatchObject({
      problem: { at: 'replace' },
    })
    expect(await drawsOf(book.id)).toMatchObject([{ replaced: [], revision: 1 }])
  })

  it('has another seed each time', async () => {
    const { book } = await freshBook()
    await manyExperts(book.id, 3)
    for (let turn = 0; turn < 3; turn++) await drawForReview(book.id, three, by)
    expect(new Set((await drawsOf(book.id)).map(({ seed }) => seed)).size).toBe(3)
  })
})

describe('agencies', () => {
  const agency = { ...emptyAgency, name: '某咨询公司', creditCode: '91350100m000100y43' }
  const commission: Commission = {
    id: 'c',
    subject: '公路评价',
    scope: 'evaluation',
    amount: 10_000_000,
    startsOn: '2026-03-01',
    endsOn: '',
    quality: emptyQuality,
  }

  it('are kept with their commissions, the trail in words', async () => {
    const { book } = await freshBook()
    const kept = await saveAgency(book.id, 'a', 0, agency, by)
    expect(kept).toMatchObject({ creditCode: '91350100M000100Y43', revision: 1 })
    const quality = { ...emptyQuality, plan: 1850 }
    const given = { ...agency, commissions: [{ ...commission, quality }] }
    await saveAgency(book.id, 'a', 1, given, by)
    const [last] = await lastAudit(book.id, 1)
    expect(last?.changes[0]?.fields).toMatchObject([
      { label: '委托记录', from: '', to: '公路评价 绩效评价 2026-03-01 100,000.00 元 方案 18.5' },
    ])
    const late = saveAgency(book.id, 'a', 1, agency, by)
    await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('refuses a code given twice, what may not be entrusted, and a blacklisted one', async () => {
    const { book } = await freshBook()
    await saveAgency(book.id, 'a', 0, agency, by)
    const blacklisted = { is: true, reason: '转包', on: '2026-01-01' }
    const wrong = [
      { ...agency, name: '另一家' },
      { ...emptyAgency, name: '另一家', commissions: [{ ...commission, scope: 'self-evaluation' as const }] },
      { ...emptyAgency, name: '另一家', commissions: [commission], blacklisted },
    ]
    for (const content of wrong)
      await expect(saveAgency(book.id, 'b', 0, content, by)).rejects.toMatchObject({ code: 'entry-faulty' })
    expect(await allAgencies(false)).toHaveLength(1)
  })
})

describe('who may', () => {
  const wish = {
    subject: '评估',
    unitId: '',
    wanted: [{ field: '' as const, specialty: '', count: 3 }],
    assessmentId: '',
  }

  it('register: 绩效 and 评审, nobody else', async () => {
    const { book } = await freshBook()
    for (const duty of [
      'budget',
      'inspection',
      'spending',
      'leader',
      'unit',
      'administrator',
      'auditor',
    ] as const) {
      const kept = saveExpert(book.id, 'a', 0, form, {}, null, acting(duty))
      await expect(kept, duty).rejects.toMatchObject(refused)
    }
    await saveExpert(book.id, 'a', 0, form, {}, null, acting('performance'))
  })

  it('draw, rate and register agencies: 监督检查 too, others not', async () => {
    const { book } = await freshBook()
    const experts = await manyExperts(book.id, 3)
    const one = experts[0]
    if (!one) throw new Error('no expert')
    for (const duty of ['budget', 'spending', 'treasury', 'unit', 'administrator'] as const) {
      const other = acting(duty)
      await expect(drawForReview(book.id, wish, other), duty).rejects.toMatchObject(refused)
      await expect(rateExpert(book.id, one, rating, other), duty).rejects.toMatchObject(refused)
      await expect(
        saveAgency(book.id, 'g', 0, { ...emptyAgency, name: '某所' }, other),
      ).rejects.toMatchObject(refused)
    }
    const outcome = await drawForReview(book.id, wish, acting('inspection'))
    if ('problems' in outcome) throw new Error('nothing was drawn')
    const id = outcome.draw.drawn[0]?.id ?? ''
    const replaced = replaceDrawnExpert(outcome.draw, id, '病假', acting('budget'))
    await expect(replaced).rejects.toMatchObject(refused)
  })
})
