import { row, wholly } from './proposal-row.ts'
import type { Cut, ProposalRule } from './rules.ts'
import { dazhou, document, itemKinds, sichuan, source, usual } from './sources.ts'

const tenth: Cut = { least: 10, most: 20, usual: 10 }
const half: Cut = { least: 50, most: 100, usual: 50 }
const ofMedium = source(`${dazhou}（中：一定比例核减）；压减 10%—20% 为${usual}`, '拟')
const ofPoor = source(`${sichuan}（差：取消）；压减不低于 50% 为${usual}`, '拟')

const byEvaluation: readonly ProposalRule[] = [
  row(
    'evaluation',
    ['project'],
    'excellent',
    { measures: ['prioritise'], others: ['secure'] },
    source(sichuan, '源'),
  ),
  row(
    'evaluation',
    ['project'],
    'good',
    { measures: ['secure'], others: ['prioritise', 'redirect'] },
    source(sichuan, '源'),
  ),
  row(
    'evaluation',
    ['project'],
    'medium',
    { measures: ['reduce'], others: ['redirect', 'merge'], cut: tenth, rectify: true },
    ofMedium,
  ),
  row(
    'evaluation',
    ['project'],
    'poor',
    { measures: ['cancel'], others: ['reduce', 'suspend', 'exit'], cut: wholly, rectify: true },
    ofPoor,
  ),
  row(
    'evaluation',
    ['policy'],
    'excellent',
    { measures: ['prioritise'], others: ['secure'] },
    source(sichuan, '源'),
  ),
  row('evaluation', ['policy'], 'good', { measures: ['secure'], others: ['adjust'] }, source(sichuan, '源')),
  row(
    'evaluation',
    ['policy'],
    'medium',
    { measures: ['adjust'], others: ['merge', 'reduce'], rectify: true },
    source(document, '源'),
  ),
  row(
    'evaluation',
    ['policy'],
    'poor',
    { measures: ['exit'], others: ['adjust', 'merge', 'reduce', 'cancel'], cut: wholly, rectify: true },
    source(`${document}；退出、压减的幅度为${usual}`, '拟'),
  ),
]

const small: Cut = { least: 1, most: 5, usual: 2 }
const larger: Cut = { least: 3, most: 10, usual: 5 }
const ofWhole = source(`${document}；部门预算压减比例为${usual}`, '拟')

/** The budget of a department is mostly bound: the shares are smaller than those of a project. */
const byWhole: readonly ProposalRule[] = (['evaluation', 'self-evaluation'] as const).flatMap((on) => {
  const calls = on === 'evaluation'
  return [
    row(
      on,
      ['department'],
      'excellent',
      { measures: ['prioritise', 'yearly'], calls },
      source(document, '源'),
    ),
    row(on, ['department'], 'good', { measures: ['secure', 'yearly'], calls }, source(document, '源')),
    row(on, ['department'], 'medium', { measures: ['reduce', 'yearly'], cut: small, rectify: true }, ofWhole),
    row(on, ['department'], 'poor', { measures: ['reduce', 'yearly'], cut: larger, rectify: true }, ofWhole),
  ]
})

const byGovernment: readonly ProposalRule[] = (['evaluation', 'self-evaluation'] as const).flatMap((on) =>
  (['excellent', 'good', 'medium', 'poor'] as const).map((result) =>
    row(
      on,
      ['government'],
      result,
      {
        measures: ['transfers', 'yearly'],
        rectify: result === 'poor' || result === 'medium',
        calls: on === 'evaluation',
      },
      source(document, '源'),
    ),
  ),
)

/** A unit's own result is not proved as an evaluation is: good ones may be applied, bad ones have to be. */
const bySelf: readonly ProposalRule[] = [
  row(
    'self-evaluation',
    itemKinds,
    'excellent',
    { measures: ['secure'], others: ['prioritise'], calls: false },
    source(sichuan, '源'),
  ),
  row('self-evaluation', itemKinds, 'good', { measures: ['secure'], calls: false }, source(sichuan, '源')),
  row(
    'self-evaluation',
    ['project'],
    'medium',
    { measures: ['reduce'], others: ['redirect', 'merge', 'secure'], cut: tenth, rectify: true },
    ofMedium,
  ),
  row(
    'self-evaluation',
    ['project'],
    'poor',
    { measures: ['reduce'], others: ['cancel', 'suspend', 'exit'], cut: half, rectify: true },
    ofPoor,
  ),
  row(
    'self-evaluation',
    ['policy'],
    'medium',
    { measures: ['adjust'], others: ['merge', 'reduce'], rectify: true },
    source(document, '源'),
  ),
  row(
    'self-evaluation',
    ['policy'],
    'poor',
    { measures: ['reduce'], others: ['exit', 'adjust', 'merge'], cut: half, rectify: true },
    ofPoor,
  ),
]

/** What follows from the results of evaluations and self-evaluations. */
export const resultRows: readonly ProposalRule[] = [...byEvaluation, ...byWhole, ...byGovernment, ...bySelf]
