import { Dexie } from 'dexie'

/**
 * What follows from the tables and takes long to work out, in a database of its own: it is neither migrated nor backed up,
 * and whoever deletes it loses seconds.
 */
export const derived = new Dexie('jiheng-derived')
derived.version(1).stores({ boards: 'id' })
derived.version(2).stores({ marks: 'id', boards: 'id', parts: 'id' })
derived.version(3).stores({ marks: 'id', boards: 'id', parts: 'id', summaries: 'id' })
derived
  .version(4)
  .stores({ lineMarks: 'id', lineParts: '[id+part]' })
  .upgrade(() => {
    // Lines had databases of their own. Not within the upgrade: it waits for nothing but its own tables.
    setTimeout(() => {
      for (const name of ['jiheng-followed', 'jiheng-lines'])
        Dexie.delete(name).catch((error: unknown) => console.warn('what is no longer used stayed', error))
    })
  })
// Boards lie in parts since.
derived.version(5).upgrade(async (work) => {
  await work.table('marks').clear()
  await work.table('boards').clear()
})

/** Opens it beside the tables themselves: the first page reads of it what would take longest. */
export async function openDerived(): Promise<void> {
  try {
    await derived.open()
  } catch (error) {
    // Whoever reads it works out what it would have had.
    console.warn('what was worked out before could not be opened', error)
  }
}
