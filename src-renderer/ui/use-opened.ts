import { useState } from 'react'
import { useSearchParams } from 'react-router'

type Opened<Content> = {
  /** Of the record that is opened, by the address. */
  openId: string
  /** What was typed of a new one, until it can be kept. */
  fresh: Content | null
  open: (id: string) => void
  /** A new one beside the register, under an id of its own. */
  begin: (id: string, content: Content) => void
  type: (content: Content) => void
}

/** The record that stands opened beside its register. */
export function useOpened<Content>(): Opened<Content> {
  const [params, setParams] = useSearchParams()
  const openId = params.get('open') ?? ''
  const [begun, setBegun] = useState<{ id: string; content: Content } | null>(null)

  function show(id: string) {
    setParams(id === '' ? {} : { open: id }, { replace: true })
  }

  return {
    openId,
    // An address is drawn a while after it was set: typed before that, a new one would be kept twice, under two ids.
    fresh: begun?.id === openId ? begun.content : null,
    open(id) {
      setBegun(null)
      show(id)
    },
    begin(id, content) {
      setBegun({ id, content })
      show(id)
    },
    type: (content) => setBegun({ id: openId, content }),
  }
}
