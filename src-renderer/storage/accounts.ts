import type { Account } from '#domain/people/account'
import { db } from './database.ts'

/** All accounts of this machine by name. */
export async function allAccounts(): Promise<Account[]> {
  return (await db.accounts.toArray()).sort((left, right) =>
    left.name.localeCompare(right.name, 'zh-Hans-CN'),
  )
}
