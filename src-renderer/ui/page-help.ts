import { createContext, useContext } from 'react'

/** The help of the open page, and the tour of the application, as the frame offers them. */
export type PageHelp = {
  isOpen: boolean
  toggle: () => void
  startTour: () => void
  /** Whether the tour was neither taken nor declined by this person; false while that is not known. */
  isTourOffered: boolean
  declineTour: () => void
}

/** Null where there is no frame: the pages before somebody has logged in. */
export const PageHelpContext = createContext<PageHelp | null>(null)

export function usePageHelp(): PageHelp | null {
  return useContext(PageHelpContext)
}
