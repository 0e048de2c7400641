const texts = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** Rows by a value of each, texts in the order of their pinyin. What is not filled comes first; equals stay as they stood. */
export function sortedBy<Row>(
  rows: readonly Row[],
  read: (row: Row) => unknown,
  descending: boolean,
): readonly Row[] {
  const turn = descending ? -1 : 1
  const keyed = rows.map((row) => ({ row, value: read(row) }))
  return keyed.sort((left, right) => turn * compare(left.value, right.value)).map(({ row }) => row)
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return texts.compare(left, right)
  const [one, two] = [figure(left), figure(right)]
  return one === two ? 0 : one < two ? -1 : 1
}

function figure(value: unknown): number {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? value : Number.NEGATIVE_INFINITY
}
