import { addUp, type Fen } from '../money.ts'
import { isReported } from './flow.ts'
import { type LightColour, lightColours } from './lights.ts'
import type { FundRow, Monitoring } from './monitoring.ts'

/** What is counted of a form: its state, its money in all (分) and the worst of its lights. */
export type Counted = Pick<Monitoring, 'state'> & Pick<FundRow, 'budget' | 'paid'> & { worst: LightColour }

export type RoundFigures = {
  /** Asked for, without what is exempt. */
  due: number
  reported: number
  exempt: number
  budget: Fen
  paid: Fen
  colours: Readonly<Record<LightColour, number>>
}

/** 应报、已报、免报, the money and the lights of a round; exempt ones count nowhere else. */
export function figuresOf(list: readonly Counted[]): RoundFigures {
  const asked = list.filter(({ state }) => state !== 'exempt')
  const count = (colour: LightColour) => asked.filter(({ worst }) => worst === colour).length
  const keys = Object.keys(lightColours) as LightColour[] // the keys of the table
  return {
    due: asked.length,
    reported: asked.filter(({ state }) => isReported(state)).length,
    exempt: list.length - asked.length,
    budget: addUp(asked.map(({ budget }) => budget)),
    paid: addUp(asked.map(({ paid }) => paid)),
    colours: Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<LightColour, number>, // every key is counted
  }
}
