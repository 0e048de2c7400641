import { describe, expect, it } from 'vitest'
import { type Adjustment, openedAdjustment } from '#domain/adjustments/adjustment'
import type { Disposal } from '#domain/disposals/disposal'
import { lightsOfMonitoring, type Monitoring } from '#domain/monitoring/monitoring'
import { type ReportedForm, type ReportFacts, reportFigures } from '#domain/monitoring/report-figures'
import { draftedTexts, rateText } from '#domain/monitoring/report-texts'
import {
  askedOpinions,
  openedReport,
  type ReportOpinion,
  textsOf,
  unanswered,
} from '#domain/monitoring/round-report'
import { sampleGoal, stored, wan } from '../sample-goal.ts'
import { filled, opened, rules } from './sample.ts'

const round = { id: 'r1', name: '1—7 月绩效监控', month: 7, dueOn: '2026-08-31' }

/** A form with so much budget, paid and expected, in 万元. */
function form(
  id: string,
  money: readonly [number, number, number],
  change: Partial<Monitoring> = {},
): Monitoring {
  const [budget, paid, forecast] = money.map((amount) => amount * wan)
  const row = { group: 'general', budget: budget ?? 0, paid: paid ?? 0, forecast: forecast ?? 0 } as const
  return {
    ...filled(),
    id,
    goalId: `goal-${id}`,
    name: `项目${id}`,
    funds: [row],
    state: 'accepted',
    ...change,
  }
}

function placed(each: Monitoring, section: string): ReportedForm {
  return {
    form: each,
    lights: lightsOfMonitoring(each, null, rules),
    unitName: '县教育局',
    sectionId: section,
    sectionName: `股室${section}`,
  }
}

const forms = [
  placed(form('1', [100, 50, 100]), 'a'),
  placed(form('2', [200, 20, 120]), 'a'),
  placed(form('3', [50, 40, 55]), 'b'),
  placed({ ...opened(), id: '4', goalId: 'goal-4', name: '项目4' }, 'b'),
  placed(form('5', [999, 0, 0], { state: 'exempt' }), 'b'),
]

function facts(change: Partial<ReportFacts> = {}): ReportFacts {
  const unitNames = new Map([['unit-1', '县教育局']])
  return { round, forms, disposals: [], adjustments: [], unitNames, rules, ...change }
}

describe('the figures of a report', () => {
  const figures = reportFigures(facts())

  it('adds up to what the forms say, exempt ones left out', () => {
    const budgetOf4 = opened().funds.reduce((sum, { budget }) => sum + (budget ?? 0), 0)
    expect(figures.all).toMatchObject({ due: 4, reported: 3, exempt: 1 })
    expect(figures.all.budget).toBe(350 * wan + budgetOf4)
    expect(figures.all.paid).toBe(110 * wan)
    const sum = (read: (line: (typeof figures.sections)[number]) => number) =>
      figures.sections.reduce((total, line) => total + read(line), 0)
    expect(sum((line) => line.figures.budget)).toBe(figures.all.budget)
    expect(sum((line) => line.figures.paid)).toBe(figures.all.paid)
    expect(sum((line) => line.figures.due)).toBe(figures.all.due)
  })

  it('counts every reported form once in every kind of light', () => {
    for (const counts of Object.values(figures.lights))
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(3)
  })

  it('expects no negative remainder: who expects more than the budget leaves nothing', () => {
    // 1: 100 − 100, 2: 200 − 120, 3: 50 − 55.
    expect(figures.unspent).toBe(80 * wan)
  })

  it('lists what warns, the gravest first, and not what is fine', () => {
    expect(figures.warnings[0]?.name).toBe('项目2')
    for (const { lights } of figures.warnings)
      expect(lights.every(({ colour }) => colour === 'red' || colour === 'yellow')).toBe(true)
  })

  it('counts the causes that were ticked, the most frequent first', () => {
    const [first, second] = filled().entries
    if (!first || !second) throw new Error('the sample has two indicators')
    const entries = [
      { ...first, causes: ['people', 'funds'], likelihood: 'possible' as const },
      { ...second, causes: ['people'], likelihood: 'impossible' as const },
    ]
    const counted = reportFigures(facts({ forms: [placed(form('1', [1, 1, 1], { entries }), 'a')] }))
    expect(counted.causes).toEqual([
      { name: '人员保障', count: 2 },
      { name: '经费保障', count: 1 },
    ])
    expect(counted.indicators).toEqual({ all: 2, sure: 0, possible: 1, impossible: 1 })
  })
})

describe('what next year rests on', () => {
  const disposal = (change: Partial<Disposal>) =>
    ({
      id: 'd',
      roundId: 'r1',
      name: '项目2',
      unitId: 'unit-1',
      measure: 'recover',
      choice: '',
      amount: 80 * wan,
      demand: '收回结余。',
      dueOn: '2026-09-20',
      state: 'issued',
      ...change,
    }) as Disposal // only what the report reads
  const adjusted = (total: number, state: Adjustment['state']): Adjustment => {
    const goal = { ...stored(sampleGoal()), id: 'goal-1' }
    const draft = openedAdjustment(goal, 1, { id: 'x', at: '2026-08-01T00:00:00.000Z', by: '王晓' })
    return { ...draft, after: { ...draft.after, total }, reason: '规模缩小', state }
  }
  const whatOf = (change: Partial<ReportFacts>) => reportFigures(facts(change)).basis.map(({ what }) => what)

  it.each([
    ['recover', 'issued', '', ['收回财政']],
    ['adjust', 'closed', 'transfer', ['调整预算，单位选择调剂']],
    ['hasten', 'answered', 'cancel', ['督促加快，单位选择取消']],
    ['hasten', 'answered', 'continue', []],
    ['recover', 'proposed', '', []],
    ['recover', 'dropped', '', []],
  ] as const)('%s, %s, choice %s: %j', (measure, state, choice, expected) => {
    expect(whatOf({ disposals: [disposal({ measure, state, choice })] })).toEqual(expected)
  })

  it('leaves out other rounds', () => {
    expect(whatOf({ disposals: [disposal({ roundId: 'r2' })] })).toEqual([])
  })

  it('lists approved adjustments with what they change', () => {
    const before = stored(sampleGoal()).total ?? 0
    expect(whatOf({ adjustments: [adjusted(before - 1, 'applied')] })).toEqual(['调减预算'])
    expect(whatOf({ adjustments: [adjusted(before + 1, 'applied')] })).toEqual(['调增预算'])
    expect(whatOf({ adjustments: [adjusted(before, 'applied')] })).toEqual(['目标调整'])
    expect(whatOf({ adjustments: [adjusted(before - 1, 'submitted')] })).toEqual([])
  })
})

describe('the texts', () => {
  const figures = reportFigures(facts())
  const drafted = draftedTexts(figures, '南江县财政局', '2026-09-10')

  it('say the figures', () => {
    expect(drafted.work).toContain('应报监控对象 4 个，实际报送 3 个，尚有 1 个未报送，另有 1 个经同意免报')
    expect(drafted.money).toContain(`执行率 ${rateText(figures.all)}`)
    expect(drafted.problems).toContain('1 个监控对象未按期报送')
    expect(drafted.disposal).toBe('本次监控没有需要处置的项目。')
    const [issued, waiting] = ['纠偏', ''].map((measure) => ({
      ...{
        id: 'd',
        name: '项目1',
        unit: '',
        section: '',
        measure,
        amount: null,
        dueOn: '',
        demand: '',
        state: '',
      },
    }))
    const disposed = (...disposals: unknown[]) =>
      draftedTexts({ ...figures, disposals } as typeof figures, '南江县财政局', '2026-09-10').disposal
    expect(disposed(issued, waiting)).toContain('对 1 个项目提出处置意见：纠偏 1 个；')
    expect(disposed(issued, waiting)).toContain('另有 1 个项目的处置意见待决定。')
    expect(disposed(waiting)).toBe('1 个项目的处置意见待决定，清单见附件。')
  })

  it('blame nobody before the day, and name what needs attention where nothing warns', () => {
    expect(draftedTexts(figures, '南江县财政局', figures.dueOn).problems).toContain('1 个监控对象尚未报送。')
    const lights = Object.fromEntries(
      Object.entries(figures.lights).map(([kind, colours]) => [kind, { ...colours, red: 0 }]),
    ) as typeof figures.lights
    const calm = { ...figures, lights }
    const some = `没有发现预警项目；有 ${figures.warnings.length} 个项目需要关注，清单见附件。`
    expect(figures.warnings.length).toBeGreaterThan(0)
    expect(draftedTexts(calm, '南江县财政局', '2026-09-10').problems).toContain(some)
    expect(draftedTexts({ ...calm, warnings: [] }, '南江县财政局', '2026-09-10').problems).toContain(
      '本次监控没有发现预警项目。',
    )
  })

  it('follow the figures until a person writes, and again when that is taken back', () => {
    const report = openedReport({ ...round, bookId: 'b' }, { id: 'x', at: '', by: '' })
    expect(textsOf(report, drafted)).toEqual(drafted)
    const written = { ...report, texts: { money: '另有说明。' } }
    expect(textsOf(written, drafted)).toEqual({ ...drafted, money: '另有说明。' })
    expect(textsOf({ ...report, texts: { money: ' ' } }, drafted)).toEqual(drafted)
  })
})

describe('opinions', () => {
  const sections = [
    { id: 'a', name: '教科文科' },
    { id: 'b', name: '农业农村科' },
  ]

  it('asks every section once and keeps what was said', () => {
    const first = askedOpinions([], sections)
    expect(first.map(({ sectionName, verdict }) => [sectionName, verdict])).toEqual([
      ['教科文科', ''],
      ['农业农村科', ''],
    ])
    const said = first.map((each): ReportOpinion => ({ ...each, verdict: 'agree', by: '陈芳' }))
    expect(askedOpinions(said.slice(0, 1), sections)[0]).toEqual(said[0])
    expect(askedOpinions(said, sections.slice(1)).map(({ sectionId }) => sectionId)).toEqual(['b'])
  })

  it.each([
    ['', '', '', 0],
    ['agree', '', '', 0],
    ['change', '', '', 1],
    ['change', 'yes', '', 0],
    ['change', 'partly', '', 1],
    ['change', 'no', ' ', 1],
    ['change', 'no', '与数据不符。', 0],
  ] as const)('verdict “%s”, adopted “%s”, answer “%s”: %i open', (verdict, adopted, answer, open) => {
    const [opinion] = askedOpinions([], sections)
    if (!opinion) throw new Error('it was asked')
    expect(unanswered([{ ...opinion, verdict, adopted, answer }])).toHaveLength(open)
  })
})
