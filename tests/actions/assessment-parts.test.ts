import { beforeEach, describe, expect, it } from 'vitest'
import { saveAssessment } from '#actions/save-assessment'
import type { Duty } from '#domain/people/duties'
import { expert } from '../domain/sample-assessment.ts'
import { lastAudit } from '../storage/last-audit.ts'
import { acting, by, freshDatabase } from '../storage/world.ts'
import { commissioned, listed, reported, step, wan } from './assessment-world.ts'

beforeEach(freshDatabase)

describe('saving', () => {
  it('each part only by its duties and in its state', async () => {
    const { assessment } = await listed()
    const save = (duty: Duty) =>
      saveAssessment(assessment.id, 1, 'proposal', { opinion: '同意' }, acting(duty))
    await expect(save('unit')).rejects.toMatchObject({ code: 'not-permitted' })
    await expect(save('investment')).rejects.toMatchObject({ code: 'not-permitted' })
    const early = saveAssessment(assessment.id, 1, 'work', { number: '1' }, acting('investment'))
    await expect(early).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await save('spending')).opinion).toBe('同意')
    await expect(save('spending')).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('a field of another part does not slip in', async () => {
    const { assessment } = await listed()
    const smuggled = { materials: [], conclusion: 'support' } as const
    const saving = saveAssessment(assessment.id, 1, 'materials', smuggled, acting('unit', '205003'))
    await expect(saving).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('another section or another unit is out of reach', async () => {
    const { assessment } = await listed()
    const other = acting('spending', '07')
    const saving = saveAssessment(assessment.id, 1, 'proposal', { opinion: '同意' }, other)
    await expect(saving).rejects.toMatchObject({ code: 'out-of-reach' })
    const materials = { materials: [] }
    const foreign = saveAssessment(assessment.id, 1, 'materials', materials, acting('unit', '999'))
    await expect(foreign).rejects.toMatchObject({ code: 'out-of-reach' })
    const own = await saveAssessment(assessment.id, 1, 'materials', materials, acting('unit', '205001'))
    expect(own.materials).toEqual([])
  })

  it('a submitted sheet is opened before it is changed', async () => {
    const { assessment } = await commissioned()
    const investment = acting('investment')
    const sheet = expert('甲', 450)
    const first = await saveAssessment(
      assessment.id,
      assessment.revision,
      'work',
      { experts: [sheet] },
      investment,
    )
    const change = { experts: [{ ...expert('甲', 300) }] }
    const changing = saveAssessment(first.id, first.revision, 'work', change, investment)
    await expect(changing).rejects.toMatchObject({ code: 'not-allowed' })
    const gaps = { experts: [{ ...sheet, id: 'new', marks: {} }] }
    const submitting = saveAssessment(first.id, first.revision, 'work', gaps, investment)
    await expect(submitting).rejects.toMatchObject({ code: 'not-allowed' })
    const opened = { experts: [{ ...sheet, submittedOn: '' }] }
    expect((await saveAssessment(first.id, first.revision, 'work', opened, investment)).revision).toBe(
      first.revision + 1,
    )
  })

  it('following up is for the concluded, and leaves the conditions themselves', async () => {
    const { assessment } = await reported()
    const concluded = await step(assessment, 'performance', { id: 'conclude-assessment', opinion: '' })
    const followUps = [{ id: 'f', on: '2026-12-01', text: '已下达', by: '测试员' }]
    const followed = await saveAssessment(
      concluded.id,
      concluded.revision,
      'follow',
      { followUps },
      acting('spending'),
    )
    expect(followed.followUps).toEqual(followUps)
    const preconditions = [{ id: 'p', text: '新加的', state: 'open', owner: '' } as const]
    const adding = saveAssessment(followed.id, followed.revision, 'follow', { preconditions }, by)
    await expect(adding).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('the trail says what changed in words, mark by mark', async () => {
    const { assessment } = await commissioned()
    const investment = acting('investment')
    const dimensions = { necessity: { facts: '', issues: '', analysis: '', verdict: '必要' } }
    const work = { experts: [expert('甲', 450)], recommended: 120 * wan, dimensions } as const
    await saveAssessment(assessment.id, assessment.revision, 'work', work, investment)
    const [entry] = await lastAudit(assessment.bookId, 1)
    const fields = entry?.changes.flatMap((change) => change.fields) ?? []
    expect(fields).toContainEqual({
      field: 'recommended',
      label: '建议金额（万元）',
      from: '',
      to: '120.00',
    })
    expect(fields.find(({ label }) => label === '立项必要性·综上结论')?.to).toBe('必要')
    expect(fields.filter(({ label }) => label.startsWith('专家甲的评分'))).toHaveLength(20)
    expect(fields.some(({ to }) => to.includes('{'))).toBe(false)
  })
})
