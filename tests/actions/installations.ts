import { db } from '#storage/database'
import { freshDatabase } from '../storage/world.ts'

/** The data of one machine, put aside while another one is worked on. */
export class Installation {
  readonly #tables: ReadonlyMap<string, unknown[]>

  private constructor(tables: ReadonlyMap<string, unknown[]>) {
    this.#tables = tables
  }

  /** Puts the open database aside. */
  static async leave(): Promise<Installation> {
    const tables = await Promise.all(
      db.tables.map(async (table) => [table.name, await table.toArray()] as const),
    )
    return new Installation(new Map(tables))
  }

  /** Opens this machine's data again in place of what is open. */
  async enter(): Promise<void> {
    await freshDatabase()
    for (const [name, records] of this.#tables) await db.table(name).bulkAdd(records)
  }
}
