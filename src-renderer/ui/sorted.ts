/** Texts as a Chinese dictionary has them, figures in them by their value. */
const names = new Intl.Collator('zh-Hans-CN', { numeric: true })

type Identified = { id: string }

/**
 * A sorted copy by a value of each row: figures as figures, texts as a dictionary does; rows of equal value stand in the order
 * of their ids. Each text is put in its place once, however many rows have it: comparing two of them takes long.
 */
export function sortedBy<Row extends Identified>(
  rows: readonly Row[],
  valueIn: (row: Row) => string | number,
  descending = false,
): Row[] {
  const values = rows.map(valueIn)
  const places = placesOf(values)
  const turn = descending ? -1 : 1
  const keyed = rows.map((row, at) => {
    const value = values[at] ?? ''
    return { row, value: turn * (typeof value === 'number' ? value : (places.get(value) ?? 0)) }
  })
  keyed.sort((left, right) => left.value - right.value || (left.row.id < right.row.id ? -1 : 1))
  return keyed.map(({ row }) => row)
}

/** For each text its place among all; the same for those that a dictionary does not tell apart. */
function placesOf(values: readonly (string | number)[]): ReadonlyMap<string, number> {
  const texts = [...new Set(values)].filter((value) => typeof value === 'string').sort(names.compare)
  const places = new Map<string, number>()
  let [place, before] = [0, '']
  for (const text of texts) {
    if (place === 0 || names.compare(before, text) !== 0) place++
    places.set(text, place)
    before = text
  }
  return places
}
