import type { Item } from '#domain/dashboard/item'
import { months } from '#domain/execution/execution'
import type { LightColour } from '#domain/monitoring/lights'
import { wordPlaces } from './word-places.ts'

const texts = ['id', 'goalId', 'name', 'unitId', 'departmentId', 'sectionId', 'kind', 'book', 'plan'] as const
/** The texts of an item; its plan and its colours, which thousands share, as one text each. */
const wordWidth = texts.length + 2
const series = ['initial', 'adjusted', 'allocated', 'paid', 'reference', 'lastYear'] as const
/** The budget of an item, and its series month by month. */
const numberWidth = 1 + series.length * months.length

/** Projects as columns of numbers and each text once: read as objects, those of a city take three times as long. */
export type PackedItems = {
  words: string[]
  places: Uint32Array
  numbers: Float64Array
  /** 1 where it belongs to sums. */
  summed: Uint8Array
  forms: Item['forms'][]
  disposals: Item['disposals'][]
}

export function packItems(items: readonly Item[]): PackedItems {
  const { placeOf, words } = wordPlaces()
  const places = new Uint32Array(items.length * wordWidth)
  const numbers = new Float64Array(items.length * numberWidth)
  for (const [at, item] of items.entries()) {
    const own = [...texts.map((field) => item[field]), item.points.join(), item.colours.join()]
    places.set(own.map(placeOf), at * wordWidth)
    numbers.set([item.budget, ...series.flatMap((field) => item[field])], at * numberWidth)
  }
  return {
    ...{ words: words(), places, numbers },
    summed: Uint8Array.from(items, ({ isSummed }) => (isSummed ? 1 : 0)),
    forms: items.map(({ forms }) => forms),
    disposals: items.map(({ disposals }) => disposals),
  }
}

export function unpackItems({ words, places, numbers, summed, forms, disposals }: PackedItems): Item[] {
  const plans = new Map<string, Item['points']>()
  const colours = new Map<string, Item['colours']>()
  return forms.map((own, at): Item => {
    const word = (column: number) => words[places[at * wordWidth + column] ?? 0] ?? ''
    const first = at * numberWidth
    const year = (column: number) => yearFrom(numbers, first + 1 + column * months.length)
    return {
      id: word(0),
      goalId: word(1),
      name: word(2),
      unitId: word(3),
      departmentId: word(4),
      sectionId: word(5),
      kind: word(6) as Item['kind'], // packed from this very field
      book: word(7) as Item['book'], // and from this one
      plan: word(8),
      points: shared(plans, word(9), (text) => text.split(',').map(Number)),
      isSummed: summed[at] === 1,
      budget: numbers[first] ?? 0,
      initial: year(0),
      adjusted: year(1),
      allocated: year(2),
      paid: year(3),
      reference: year(4),
      lastYear: year(5),
      colours: shared(colours, word(10), (text) => text.split(',') as LightColour[]), // likewise
      forms: own,
      disposals: disposals[at] ?? [],
    }
  })
}

/** What a text says, worked out once for all that share it. */
function shared<Value>(known: Map<string, Value>, text: string, read: (text: string) => Value): Value {
  const value = known.get(text) ?? read(text)
  known.set(text, value)
  return value
}

/** Twelve months of numbers. Written out: of a city's items any loop takes several times as long. */
function yearFrom(numbers: Float64Array, at: number): number[] {
  const of = (month: number) => numbers[at + month] ?? 0
  return [of(0), of(1), of(2), of(3), of(4), of(5), of(6), of(7), of(8), of(9), of(10), of(11)]
}
