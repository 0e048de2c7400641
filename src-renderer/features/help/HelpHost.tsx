import { useLiveQuery } from 'dexie-react-hooks'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { savePreference } from '#actions/save-preference'
import { useSession } from '#session'
import { preference } from '#storage/preferences'
import { PageHelpContext } from '#ui/page-help'
import { useToast } from '#ui/Toast.tsx'
import { useWindowKeys } from '#ui/use-window-keys'

const HelpPanel = lazy(async () => ({ default: (await import('./HelpPanel.tsx')).HelpPanel }))
const Tour = lazy(async () => ({ default: (await import('./Tour.tsx')).Tour }))

/** Around every page: its help beside it (also by F1), and the tour; what a person has seen is kept on this machine. */
export function HelpHost({ children }: { children: ReactNode }) {
  const { by } = useSession()
  const { attempt } = useToast()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [isTouring, setTouring] = useState(false)
  const key = `tour-seen:${by.accountId || by.name}`
  const seen = useLiveQuery(async () => ({ value: await preference(key) }), [key])
  const keepSeen = useCallback(() => attempt(() => savePreference(key, true)), [attempt, key])

  useWindowKeys((event) => {
    if (event.key !== 'F1' || event.isComposing) return
    event.preventDefault()
    setOpen((before) => !before)
  })

  const isTourOffered = seen !== undefined && seen.value !== true && !isTouring
  // Whoever goes on from the home page to work has seen the offer; the button beside its title stays.
  const { pathname } = useLocation()
  const offeredAtHome = useRef(false)
  useEffect(() => {
    if (!isTourOffered) return
    if (pathname === '/') offeredAtHome.current = true
    else if (offeredAtHome.current) keepSeen()
  }, [isTourOffered, pathname, keepSeen])
  const help = useMemo(
    () => ({
      ...{ isOpen, isTourOffered },
      toggle: () => setOpen((before) => !before),
      startTour: () => {
        void navigate('/')
        setOpen(false)
        setTouring(true)
        keepSeen()
      },
      declineTour: keepSeen,
    }),
    [isOpen, isTourOffered, navigate, keepSeen],
  )
  return (
    <PageHelpContext value={help}>
      {children}
      <Suspense fallback={null}>
        {isOpen && <HelpPanel onClose={() => setOpen(false)} />}
        {isTouring && <Tour onEnd={() => setTouring(false)} />}
      </Suspense>
    </PageHelpContext>
  )
}
