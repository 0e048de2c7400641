import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archivedFiles, archiveName, bookletOf } from '#domain/dossier/booklet'
import { eventsOfYear } from '#domain/dossier/events'
import type { DossierYear } from '#domain/dossier/facts'
import { emptyReview } from '#domain/goals/review'
import { textsOf } from '#domain/paper'
import { applicationIn, rectification } from '../applications/sample.ts'
import { approved, record } from '../disclosures/sample.ts'

const dayOf = (at: string) => at.slice(0, 10)
const made = { office: '南江县财政局', on: '2026-11-26' }
const file = { hash: 'h1', name: '截图.png', size: 3, addedAt: '2026-03-01T00:00:00.000Z', addedBy: '王' }

function yearOf(year: number, changes: Partial<DossierYear> = {}): DossierYear {
  const goal = approved('g1', { year })
  return {
    ...{
      year,
      bookId: `b${year}`,
      bookName: `${year}`,
      unit: '南江县交通局',
      goal,
      review: emptyReview(goal),
    },
    ...{ versions: [], adjustments: [], assessments: [], months: [], monitorings: [], disposals: [] },
    ...{ spotChecks: [], selfEvaluations: [], tasks: [], applications: [], disclosures: [] },
    ...changes,
  }
}

const full = yearOf(2026, {
  versions: [
    {
      ...{ at: '2026-01-05T00:00:00.000Z', by: '李', summary: '修改目标' },
      fields: [{ label: '资金总额', from: '', to: '90.00' }],
    },
  ],
  months: [
    { month: 6, adjusted: 900, paid: 300 },
    { month: 2, adjusted: 900, paid: 100 },
  ].toSorted((left, right) => left.month - right.month),
  applications: [
    applicationIn('closed', { decidedOn: '2026-12-01', rectification: rectification({ state: 'cleared' }) }),
  ],
  disclosures: [
    record({ state: 'published', publishedOn: '2026-03-01', proofs: [file, file] }),
    record({ id: 'd2', state: 'proposed' }),
  ],
})

describe('the life of an object', () => {
  it('is one line in the order of time, and every event opens its document', () => {
    const events = eventsOfYear(full, dayOf)
    expect(events.map(({ on, stage }) => [on, stage])).toEqual([
      ['2026-01-05', 'declare'],
      ['2026-03-01', 'disclose'],
      ['2026-06-30', 'execute'],
      ['2026-12-01', 'apply'],
    ])
    for (const { path, bookId } of events) expect([path.startsWith('/'), bookId]).toEqual([true, 'b2026'])
    expect(events[0]?.text).toBe('资金总额：（空） → 90.00')
  })

  it('says what was decided, done and put right of a result', () => {
    const [event] = eventsOfYear(full, dayOf).filter(({ stage }) => stage === 'apply')
    expect(event?.title).toBe('结果应用（中）：已办结')
    expect(event?.text.split('\n').slice(-3)).toEqual([
      '审定：压减预算，−52.00 万元',
      '落实情况：已在 2026 年预算中压减。　−52.00 万元',
      '整改：已销号　已完成。',
    ])
    const open = yearOf(2026, { applications: [applicationIn('budgeting')] })
    expect(eventsOfYear(open, dayOf)[0]?.text).not.toContain('审定')
  })

  it('shows the same file once in an event, and numbers what is archived', () => {
    const files = archivedFiles(eventsOfYear(full, dayOf))
    expect(files.map(({ path }) => path)).toEqual(['附件/2026/信息公开/001 截图.png'])
  })

  it('of nothing is empty', () => {
    expect(eventsOfYear(yearOf(2026), dayOf)).toEqual([])
  })

  it('becomes a booklet with the years in their order and the attachments at its end', () => {
    const dossier = { goalId: 'g1', name: '养护', secret: true, years: [full, yearOf(2025)] }
    const { chapters, cover } = bookletOf(dossier, dayOf, made)
    expect(chapters.map(({ title }) => title)).toEqual([
      '2025 年度绩效目标（已批复）',
      '2025 年度全过程记录',
      '2026 年度绩效目标（已批复）',
      '2026 年度全过程记录',
      '附件目录',
    ])
    expect(cover.find(({ label }) => label === '密级')?.text).toContain('涉密')
    expect(textsOf(chapters[4]?.blocks ?? [])).toContain('截图.png')
  })
})

describe('names in the archive', () => {
  it.each([
    ['../../etc/passwd', '_.._etc_passwd'],
    ['a:b?.pdf', 'a_b_.pdf'],
    ['...', '未命名'],
  ])('%s becomes %s', (name, plain) => {
    expect(archiveName(name)).toBe(plain)
  })

  it('never leave their folder', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const plain = archiveName(name)
        expect(plain).not.toMatch(/[\\/:*?"<>|]|^\.|^$/)
      }),
    )
  })
})
