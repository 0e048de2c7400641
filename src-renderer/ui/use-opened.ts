import { useState } from 'react'
import { useSearchParams } from 'react-router'

type Opened<Content> = {
  /** Of the record that is opened, by the address. */
  openId: string
  /** What was typed of a new one, until it can be kept. */
  fresh: Content | null
  /** Nothing was typed of the new one: what it lacks is no fault yet. */
  isUntouched: boolean
  open: (id: string) => void
  /** A new one beside the register, under an id of its own. */
  begin: (id: string, content: Content) => void
  type: (content: Content) => void
}

/** The record that stands opened beside its register. */
export function useOpened<Content>(): Opened<Content> {
  const [params, setParams] = useSearchParams()
  const openId = params.get('open') ?? ''
  const [begun, setBegun] = useState<{ id: string; content: Content; isTyped: boolean } | null>(null)

  function show(id: string) {
    setParams(id === '' ? {} : { open: id }, { replace: true })
  }

  return {
    openId,
    // An address is drawn a while after it was set: typed before that, a new one would be kept twice, under two ids.
    fresh: begun?.id === openId ? begun.content : null,
    isUntouched: begun?.id === openId && !begun.isTyped,
    open(id) {
      setBegun(null)
      show(id)
    },
    begin(id, content) {
      setBegun({ id, content, isTyped: false })
      show(id)
    },
    type: (content) => setBegun({ id: openId, content, isTyped: true }),
  }
}
