import { useEffect, useRef } from 'react'
import { takeFromFolder } from '#actions/take-from-folder'
import { useSession } from '#session'
import { useToast } from '#ui/Toast.tsx'
import { useAddress } from '#ui/use-address'
import { putTakenInInbox } from './inbox.ts'

/** Fetches the package of a watched folder that the address names (`folder`, `name`), once, and shows it. */
export function useFolderFile(show: (key: string) => void): void {
  const { by } = useSession()
  const { attempt } = useToast()
  const [address] = useAddress()
  const [folder, name] = [address.get('folder') ?? '', address.get('name') ?? '']
  const fetched = useRef('')
  const latest = useRef(show)
  latest.current = show

  useEffect(() => {
    const wanted = `${folder} ${name}`
    if (folder === '' || name === '' || fetched.current === wanted) return
    fetched.current = wanted
    attempt(async () => {
      const { key } = putTakenInInbox(await takeFromFolder(folder, name, by))
      latest.current(key)
    })
  }, [attempt, folder, name, by])
}
