import { useState } from 'react'
import { useToast } from './Toast.tsx'

/** What takes some seconds, as a step with a thousand at once: whether it goes on, and how it is begun. */
export function useWork(): { isWorking: boolean; work: (what: () => Promise<unknown>) => void } {
  const { attempt } = useToast()
  const [isWorking, setWorking] = useState(false)
  function work(what: () => Promise<unknown>) {
    setWorking(true)
    attempt(() => what().finally(() => setWorking(false)))
  }
  return { isWorking, work }
}
