import { createContext, type ReactNode, useContext } from 'react'
import type { YearBook } from '#domain/year-book'
import type { YearRules } from '#domain/year-rules'

/** Who works, in which year book, under which rule pack. */
export type Session = {
  /** 经办人. */
  by: string
  book: YearBook
  rules: YearRules
  books: readonly YearBook[]
  openBook: (id: string) => void
  setBy: (name: string) => void
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
