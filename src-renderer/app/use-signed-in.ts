import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useState } from 'react'
import { createFirstAccount } from '#actions/create-first-account'
import { makeRecoveryCode } from '#actions/make-recovery-code'
import { savePreference } from '#actions/save-preference'
import { type Account, actorOf } from '#domain/people/account'
import type { Actor } from '#domain/people/duties'
import { allAccounts } from '#storage/accounts'
import { router } from './routes.tsx'

type SignedIn = { accountId: string; dataKey: CryptoKey }

/** Who is logged in at this machine, with the key of the data, and how that changes: by login, lock and the first account. */
export function useSignedIn(onCode: (code: string) => void) {
  const accounts = useLiveQuery(allAccounts, [])
  const [signedIn, setSignedIn] = useState<SignedIn | null>(null)
  const [isLocked, setLocked] = useState(false)
  const [isSigningUp, setSigningUp] = useState(false)
  const account = accounts?.find((each) => each.id === signedIn?.accountId && !each.disabled) ?? null

  const lock = useCallback(() => {
    // A field that is being typed in is handed over before the screen closes.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setLocked(true)
  }, [])
  const logOut = useCallback(() => {
    setSignedIn(null)
    setLocked(false)
    void router.navigate('/')
  }, [])
  const signUp = useCallback(
    async (name: string, password: string): Promise<Actor> => {
      setSigningUp(true)
      try {
        const made = await createFirstAccount(name, password)
        await savePreference('last-account', made.account.id)
        onCode(await makeRecoveryCode(made.dataKey, managerOf(made.account)))
        setSignedIn({ accountId: made.account.id, dataKey: made.dataKey })
        return actorOf(made.account, made.account.assignments[0] ?? { duty: 'performance', scope: '' })
      } finally {
        setSigningUp(false)
      }
    },
    [onCode],
  )
  return {
    ...{ accounts, account, dataKey: account ? (signedIn?.dataKey ?? null) : null, logIn: setSignedIn },
    ...{ isLocked, lock, unlock: () => setLocked(false), logOut },
    ...{ signUp, isSigningUp },
  }
}

/** The account as the administrator it is. */
export function managerOf(account: Pick<Account, 'id' | 'name'>): Actor {
  return actorOf(account, { duty: 'administrator', scope: '' })
}
