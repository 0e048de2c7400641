import { createContext, type ReactNode, useContext } from 'react'
import type { Actor, Assignment } from '#domain/people/duties'
import type { YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'

/** Who works, in which duty and year book, under which rule pack. */
export type Session = {
  /** 经办人 in the duty that is active now. */
  by: Actor
  /** Every duty held; one of them is active. */
  assignments: readonly Assignment[]
  switchDuty: (assignment: Assignment) => void
  /** Opens the sealed fields; null while somebody tries the demo without an account. */
  dataKey: CryptoKey | null
  lock: () => void
  logOut: () => void
  /** Makes the first account of this machine; null where there is one. */
  signUp: ((name: string, password: string) => Promise<Actor>) | null
  /** Shows a fresh recovery code, once, over everything. */
  showCode: (code: string) => void
  book: YearBook
  rules: YearRules
  books: readonly YearBook[]
  openBook: (id: string) => void
}

const SessionContext = createContext<Session | null>(null)

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside SessionProvider')
  return session
}
