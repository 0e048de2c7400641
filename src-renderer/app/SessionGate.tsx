import { useLiveQuery } from 'dexie-react-hooks'
import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { makeRecoveryCode } from '#actions/make-recovery-code'
import { savePreference } from '#actions/save-preference'
import { type Account, actorOf } from '#domain/people/account'
import { bookUse } from '#domain/people/book-use'
import { type Actor, type Assignment, dutiesHere, dutyList } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import type { YearBook } from '#domain/year-book'
import { rulesOf } from '#domain/year-rules'
import { type Session, SessionProvider } from '#session'
import { allBooks } from '#storage/books'
import { preference } from '#storage/preferences'
import { useToast } from '#ui/Toast.tsx'
import { CodeCover, CodeOffer } from './CodeCover.tsx'
import { FirstAccountPage } from './FirstAccountPage.tsx'
import { LockScreen } from './LockScreen.tsx'
import { LoginPage } from './LoginPage.tsx'
import { NewPasswordPage } from './NewPasswordPage.tsx'
import { router } from './routes.tsx'
import { useBackups } from './use-backups.ts'
import { useCodeOffer } from './use-code-offer.ts'
import { useIdle } from './use-idle.ts'
import { managerOf, useSignedIn } from './use-signed-in.ts'

/** Machines need them once, before there is a book. */
const FirstPackage = lazy(async () => ({
  default: (await import('../features/exchange/FirstPackage.tsx')).FirstPackage,
}))
const FirstPage = lazy(async () => ({ default: (await import('./FirstPage.tsx')).FirstPage }))

/** Who tries the demo before there is an account may look at it from every duty. */
const trialAssignments: readonly Assignment[] = dutyList.map((duty) => ({ duty, scope: '' }))
const trialName = '试用者'
/** An expert scores, and nothing else. */
const kitAssignments: readonly Assignment[] = [{ duty: 'inspection', scope: '' }]

/** Who works, and above it a fresh recovery code, until somebody has kept it. */
export function SessionGate() {
  const [code, setCode] = useState('')
  return (
    <>
      <Gate onCode={setCode} />
      {code !== '' && <CodeCover code={code} onKept={() => setCode('')} />}
    </>
  )
}

/** Decides what stands on the screen: first account, login, start page, or the frame with the book open last. */
function Gate({ onCode }: { onCode: (code: string) => void }) {
  const { attempt } = useToast()
  const [making, setMaking] = useState(false)
  const [joining, setJoining] = useState(false)
  const { accounts, account, dataKey, logIn, isLocked, lock, unlock, logOut, signUp, isSigningUp } =
    useSignedIn(onCode)
  const books = useLiveQuery(allBooks, [])
  const holder = account?.id ?? ''
  const kept = useLiveQuery(
    async () => ({
      holder,
      book: await preference('open-book'),
      person: await preference('person'),
      duty: await preference(`duty ${holder}`),
    }),
    [holder],
  )

  const openBook = useCallback(
    (id: string) => {
      attempt(() => savePreference('open-book', id))
      void router.navigate('/')
    },
    [attempt],
  )
  const switchDuty = useCallback(
    (assignment: Assignment) => attempt(() => savePreference(`duty ${holder}`, textOf(assignment))),
    [attempt, holder],
  )
  /** The start page stays until the book is whole: the demo is made year by year. */
  async function makeFirst(make: () => Promise<YearBook>) {
    setMaking(true)
    try {
      const made = await make()
      await savePreference('open-book', made.id)
      await router.navigate('/')
    } finally {
      setMaking(false)
    }
  }

  // Until whoever signs up is in, the page stays on which that is done: the account alone would ask for its password.
  const isTrial = accounts?.length === 0 || isSigningUp
  const trialPerson = typeof kept?.person === 'string' && kept.person !== '' ? kept.person : trialName
  const book =
    books?.find((candidate) => candidate.id === kept?.book) ??
    newest(books?.filter(({ collected }) => !collected)) ??
    newest(books)
  const held = account?.assignments ?? (book?.kit ? kitAssignments : trialAssignments)
  const assignments = useMemo(() => (book ? dutiesHere(book.identity.level, held) : held), [book, held])
  const use = book && bookUse(book)
  const active = assignments.find((each) => textOf(each) === kept?.duty) ?? assignments[0]
  const by = useMemo<Actor | null>(() => {
    if (!active || !(account || isTrial)) return null
    const who = actorOf(account ?? { id: '', name: book?.kit?.expertName ?? trialPerson }, active)
    return use ? { ...who, use } : who
  }, [account, isTrial, active, trialPerson, book?.kit?.expertName, use])
  // Before there is an account, whoever sits here may bring everything back; afterwards 系统管理 alone.
  const keeper =
    by && (isTrial ? { ...by, duty: 'administrator' as const } : may(by, 'restore-backup') ? by : null)
  const session = useMemo<Session | null>(() => {
    if (!book || !books || !by) return null
    const rules = rulesOf(book)
    const signing = { dataKey, lock, logOut, signUp: isTrial ? signUp : null, showCode: onCode }
    return { by, assignments, switchDuty, ...signing, book, rules, books, openBook }
  }, [book, books, by, assignments, switchDuty, dataKey, lock, logOut, isTrial, signUp, onCode, openBook])
  const offer = useCodeOffer(account)
  const [makingCode, setMakingCode] = useState(false)
  useIdle(account !== null && !isLocked, lock)
  useBackups(session !== null && !making && !isTrial)

  /** The offer stays until the code stands in its place. */
  async function makeCode(manager: Account, key: CryptoKey) {
    setMakingCode(true)
    try {
      onCode(await makeRecoveryCode(key, managerOf(manager)))
    } finally {
      setMakingCode(false)
    }
  }

  if (!accounts || !books || !kept) return null
  if (!account && !isTrial) return <LoginPage accounts={accounts} onLogIn={logIn} onCode={onCode} />
  if (account?.passwordGiven && by) return <NewPasswordPage by={by} onLogOut={logOut} />
  if (isTrial && !making && books.some((each) => !each.demo && !each.kit && !each.readOnly)) {
    return <FirstAccountPage suggested={trialPerson === trialName ? '' : trialPerson} signUp={signUp} />
  }
  if (kept.holder !== holder) return null
  if (!session || making) {
    const first = { onMake: makeFirst, signUp: isTrial ? signUp : null }
    if (joining && by)
      return (
        <Suspense fallback={null}>
          <FirstPackage
            by={by}
            dataKey={dataKey}
            signUp={first.signUp}
            onMake={(make) => makeFirst(() => joined(make, by))}
            onBack={() => setJoining(false)}
          />
        </Suspense>
      )
    return (
      <Suspense fallback={null}>
        <FirstPage
          {...first}
          by={by}
          keeper={keeper}
          isMaking={making}
          openBook={openBook}
          onJoin={() => setJoining(true)}
        />
      </Suspense>
    )
  }
  return (
    <SessionProvider session={session}>
      <RouterProvider router={router} />
      {(offer.isDue || makingCode) && account && dataKey && (
        <CodeOffer
          onMake={() => attempt(() => makeCode(account, dataKey))}
          onLater={() => attempt(offer.putOff)}
        />
      )}
      {isLocked && account && <LockScreen account={account} onOpen={unlock} onLogOut={logOut} />}
    </SessionProvider>
  )
}

/** Who joins by a package works in a budget unit: that duty is the active one from now on. */
async function joined(make: () => Promise<YearBook>, { accountId }: Actor): Promise<YearBook> {
  const book = await make()
  await savePreference(`duty ${accountId}`, textOf({ duty: 'unit', scope: '' }))
  return book
}

function textOf({ duty, scope }: Assignment): string {
  return `${duty} ${scope}`
}

function newest<T extends { year: number }>(books: readonly T[] | undefined): T | undefined {
  return books?.toSorted((left, right) => right.year - left.year)[0]
}
