export const boardSize = { projects: 5000, months: 12, indicators: 10 } as const

type Rows = Record<string, unknown>
type DexieTable = {
  where: (index: object) => { toArray: () => Promise<unknown[]> }
  toArray: () => Promise<unknown[]>
}

declare global {
  interface Window {
    Dexie?: new (
      name: string,
    ) => { open: () => Promise<void>; close: () => void; table: (name: string) => DexieTable }
  }
}

/** Runs in the page: copies of one project with its form and a year of the treasury, into the open book. */
export async function fillTables(size: typeof boardSize): Promise<void> {
  const opened = await window.store.open()
  const names = ['goals', 'monitorings', 'executions', 'goalRows']
  function all(name: string): Promise<Rows[]> {
    return window.store.answer(opened.transaction(name).objectStore(name).getAll())
  }
  const [goals, forms, lines, rows] = await Promise.all(names.map(all))
  const form = forms?.find((each) => each.state === 'passed' || each.state === 'submitted')
  const line = lines?.find((each) => each.bookId === form?.bookId && each.goalId !== '')
  const goal = goals?.find((each) => each.id === form?.goalId)
  const row = rows?.find((each) => each.id === goal?.id)
  if (!goal || !row || !form || !line) throw new Error('the demo has a project with a form and a ledger')
  const units = [
    ...new Set(goals?.filter(({ bookId }) => bookId === goal.bookId).map(({ unitId }) => unitId)),
  ]
  function repeated(list: unknown): unknown[] {
    const items = Array.isArray(list) ? list : []
    return Array.from({ length: size.indicators }, (_, at) => ({ ...items[at % items.length], id: `i${at}` }))
  }
  const work = opened.transaction(names, 'readwrite')
  for (let at = 0; at < size.projects; at++) {
    const id = `bench-${String(at).padStart(5, '0')}`
    const place = { unitId: units[at % units.length], name: `测试项目${at}`, code: `C${at}` }
    const book = at % 5 === 0 ? 'fund' : 'general'
    work.objectStore('goals').put({
      ...goal,
      ...place,
      id,
      book,
      status: 'approved',
      matchKey: `code:C${at}`,
      sentenceMarks: [],
      indicators: repeated(goal.indicators),
    })
    // The ledger's row beside it, as every write makes it.
    work.objectStore('goalRows').put({ ...row, ...place, id, book, status: 'approved' })
    work
      .objectStore('monitorings')
      .put({ ...form, ...place, id: `form-${id}`, goalId: id, entries: repeated(form.entries) })
    for (let month = 1; month <= size.months; month++)
      work.objectStore('executions').put({
        ...line,
        ...place,
        id: `${String(goal.bookId)}|code:C${at}|${String(month).padStart(2, '0')}|`,
        goalId: id,
        line: `code:C${at}`,
        source: '',
        month,
        paid: month * 900_000 * ((at % 9) + 1),
        adjusted: 100_000_000,
      })
  }
  await window.store.done(work)
  opened.close()
}

/** Runs in the page: every row that the board rests on, read by Dexie alone. */
export async function readBare(): Promise<number> {
  const { Dexie } = window
  if (!Dexie) throw new Error('Dexie was not put into the page')
  const database = new Dexie('jiheng')
  await database.open()
  const start = performance.now()
  await Promise.all(['goals', 'monitorings', 'executions'].map((name) => database.table(name).toArray()))
  const time = performance.now() - start
  database.close()
  return time
}
