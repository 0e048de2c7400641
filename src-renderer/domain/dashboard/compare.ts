import type { Figures } from '../execution/totals.ts'
import type { Fen } from '../money.ts'
import { type LightColour, type LightKind, lightColours, lightKinds } from '../monitoring/lights.ts'
import type { Board } from './board.ts'

/** A figure then and now; amounts in 分, rates in hundredths of a percent, the rest counts. */
export type Compared = {
  id: string
  name: string
  unit: 'money' | 'rate' | 'count'
  before: number | null
  after: number | null
  /** Now less then; null where one of them is not there. */
  change: number | null
}

type Amount = Exclude<keyof Figures, 'rate' | 'referenceRate'>
const amounts: readonly (readonly [Amount, string])[] = [
  ['initial', '年初预算'],
  ['adjusted', '调整后预算'],
  ['allocated', '下达'],
  ['paid', '支出'],
  ['reference', '参照'],
  ['gap', '差额'],
  ['lastYear', '上年同期'],
]

function compared(
  id: string,
  name: string,
  unit: Compared['unit'],
  before: Fen | null,
  after: Fen | null,
): Compared {
  return { id, name, unit, before, after, change: before === null || after === null ? null : after - before }
}

/** What became of a board since it was frozen. */
export function compareBoards(before: Board, after: Board): Compared[] {
  const kinds = Object.entries(lightKinds) as [LightKind, string][] // the entries of the table
  const loud: readonly LightColour[] = ['red', 'yellow']
  return [
    compared('count', '项目', 'count', before.count, after.count),
    ...amounts.map(([id, name]) => compared(id, name, 'money', before.figures[id], after.figures[id])),
    compared('rate', '支出进度', 'rate', before.figures.rate, after.figures.rate),
    compared('unspent', '预计年底结余', 'money', before.forecast.unspent, after.forecast.unspent),
    compared('warnings', '预警和关注的项目', 'count', before.warningCount, after.warningCount),
    ...kinds.flatMap(([kind, name]) =>
      loud.map((colour) =>
        compared(
          `${kind}-${colour}`,
          `${name}：${lightColours[colour]}`,
          'count',
          before.lights[kind][colour],
          after.lights[kind][colour],
        ),
      ),
    ),
  ]
}
