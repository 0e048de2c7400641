import { useLiveQuery } from 'dexie-react-hooks'
import { savePreference } from '#actions/save-preference'
import { daysLater } from '#domain/dates'
import { type Account, manages } from '#domain/people/account'
import { localToday } from '#storage/local-day'
import { preference } from '#storage/preferences'
import { recoveryMade } from '#storage/recovery'

const name = 'code-offer'
/** How long an offer that was put off is left alone 〔拟〕. */
const quietDays = 7

/** Whether this person should be asked to make a recovery code now, and how to put it off for some days. */
export function useCodeOffer(account: Account | null): { isDue: boolean; putOff: () => Promise<void> } {
  const mayMake = account !== null && !account.passwordGiven && manages(account)
  const isDue = useLiveQuery(async () => {
    if (!mayMake || (await recoveryMade())) return false
    const last = await preference(name)
    return typeof last !== 'string' || last > localToday() || localToday() >= daysLater(last, quietDays)
  }, [mayMake])
  return { isDue: isDue ?? false, putOff: () => savePreference(name, localToday()) }
}
