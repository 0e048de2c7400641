import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indicatorScore } from '#domain/evaluation/indicator-score'
import type { ReadSelfEvaluation } from '#domain/evaluation/read-self-evaluation'
import type { ReadForm } from '#domain/goals/read-form'
import { parseTarget } from '#domain/target'
import { rulesById } from '#domain/year-rules'
import { causes } from '../domain/evaluation/published-causes.ts'
import { readForms } from './read-forms.ts'
import { workbookOf } from './written-sheet.ts'

const folder = new URL('../fixtures/forms/', import.meta.url)
const pack = rulesById('frame-2015')

function formOf(bytes: Uint8Array, name: string): ReadForm & { selfEvaluation: ReadSelfEvaluation } {
  const [form, ...more] = readForms(bytes, name)
  expect(more).toEqual([])
  const selfEvaluation = form?.selfEvaluation
  if (!form || !selfEvaluation) throw new Error(`${name} has a self-evaluation`)
  return { ...form, selfEvaluation }
}

function sum(points: readonly (number | null)[]): number {
  return points.reduce((all: number, each) => all + (each ?? 0), 0)
}

type Read = {
  edition: 'national' | 'sichuan'
  indicators: number
  weights: number
  /** Rows with a written score, what these add up to, and ours of the same rows as far as the rules decide. */
  scored: number
  written: number
  ours: number
  /** As it stands on the sheet; every one of them leaves it blank. */
  total: number | null
  goal: string
}

function line(edition: Read['edition'], counts: readonly number[], goal = ''): Read {
  const [indicators = 0, weights = 0, scored = 0, written = 0, ours = 0] = counts
  return { edition, indicators, weights, scored, written, ours, total: null, goal }
}

const jobs = '城镇新增就业人数39500人，零就业家庭帮扶率100%'

/** Every published self-evaluation: none is refused, and none carries its total. Points in hundredths. */
const read: Readonly<Record<string, Read>> = {
  'S01-self-national.xls': line('national', [16, 10_000, 0, 0, 0], jobs),
  'S01-self-sichuan.xlsx': line('sichuan', [16, 10_000, 0, 0, 0], jobs),
  'S05-self-national.xlsx': line('national', [4, 9000, 0, 0, 0]),
  'S06-self-national.xlsx': line('national', [6, 5000, 6, 5000, 5000]),
  'S08-self-national.xlsx': line('national', [9, 9000, 9, 8900, 9000], '43.2'),
  'S10-self-national.xls': line('national', [9, 9000, 9, 9000, 3000]),
  'S11-self-national.xlsx': line('national', [16, 0, 0, 0, 0]),
  'S14-self-sichuan.xlsx': line('sichuan', [9, 9000, 9, 8600, 7980]),
  'S16-self-national.xlsx': line('national', [21, 4000, 20, 3580, 3530]),
  'S18-self-national.xls': line('national', [7, 8000, 7, 8000, 8000]),
  'S20-self-national.xlsx': line('national', [11, 0, 0, 0, 0]),
  'S23-self-national.xlsx': line('national', [3, 2400, 2, 2400, 2400]),
  'S25-self-sichuan.xlsx': line('sichuan', [4, 2000, 4, 2000, 1500]),
  'S30-self-national.xls': line('national', [4, 0, 0, 0, 0]),
  'S36-self-national.xlsx': line('national', [3, 0, 3, 0, 0], '完成校园足球运动技术动画20集的设计制作与播出'),
}

describe('every published self-evaluation', () => {
  it('is listed here', () => {
    expect(
      readdirSync(folder)
        .filter((name) => name.startsWith('S'))
        .sort(),
    ).toEqual(Object.keys(read).sort())
  })

  it.each(Object.entries(read))('%s is read as it stands', (file, expected) => {
    const { selfEvaluation, goals } = formOf(readFileSync(new URL(file, folder)), file)
    const { entries, editionId, total } = selfEvaluation
    const scored = entries.filter(({ score }) => score !== null)
    const ours = scored.map((entry) => {
      const target = parseTarget(entry.target)
      return indicatorScore({ ...entry, ...target, targetTooLow: false }, pack).score
    })
    expect({
      edition: editionId,
      indicators: entries.length,
      weights: sum(entries.map(({ weight }) => weight)),
      scored: scored.length,
      written: sum(scored.map(({ score }) => score)),
      ours: sum(ours),
      total,
      goal: goals.annual.join(''),
    }).toEqual(expected)
  })

  it.each(Object.entries(read))('%s: what the sums differ by is explained row by row', (file, expected) => {
    const explained = (causes[file] ?? []).map(({ written, ours }) => written - (ours ?? 0))
    expect(expected.written - expected.ours).toBe(sum(explained))
  })
})

describe('what published forms have in their money block', () => {
  it('figures of several cells run together are no amount, and are told', () => {
    const file = 'S10-self-national.xls'
    const { selfEvaluation } = formOf(readFileSync(new URL(file, folder)), file)
    expect(selfEvaluation.funds).toEqual([
      {
        ...{ group: 'total', label: '年度资金总额', initial: null, revised: null, paid: null, cell: 'C6' },
        unread: ['8808808801010'],
      },
    ])
  })

  it('two amounts beneath their heads, without a label of the line, are the total', () => {
    const rows = [
      ['2021年度项目支出绩效自评表'],
      ['项目名称', '稳岗补助', null, null, '项目联系人', '李某'],
      ['项目实施单位', '就业中心', null, null, '项目主管部门', '人社局'],
      [
        '项目预算执行情况（万元）',
        '全年预算数（A）\n（上年结转+年初预算+本年追加追减预算（不含年底收回））',
        null,
        null,
        '全年执行数（B）',
      ],
      [null, 80, null, null, 60.5],
      ['当年绩效目标', '全年绩效目标', null, null, '全年目标实际完成情况'],
      [null, '补助 500 人', null, null, '补助 510 人'],
      [
        '指标类型',
        '指标名称',
        '指标\n性质',
        '指标值',
        '计量\n单位',
        '指标\n权重',
        '全年\n完成值',
        '评价标准',
      ],
      ['数量指标', '补助人数', '≥', 500, '人', 60, 510, '达到目标得满分'],
      ['质量指标', '发放准确率', '=', 100, '%', 40, 100, '达到目标得满分'],
      ['合计'],
    ]
    const merges = ['A4:A5', 'B4:D4', 'B5:D5', 'A6:A7', 'B6:D6', 'B7:D7']
    const form = formOf(workbookOf(rows, merges, { sheet: '稳岗补助' }), '稳岗.xlsx')
    expect(form.goals.annual).toEqual(['补助 500 人'])
    expect(form.selfEvaluation).toMatchObject({
      funds: [{ group: 'total', initial: null, revised: 80_000_000, paid: 60_500_000 }],
      completion: '补助 510 人',
    })
    expect(form.selfEvaluation.entries.map(({ name, weight }) => [name, weight])).toEqual([
      ['补助人数', 6000],
      ['发放准确率', 4000],
    ])
  })
})
