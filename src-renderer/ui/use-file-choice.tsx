import { type ReactElement, useRef } from 'react'

export type Chosen = readonly [File, ...File[]]

/** Known to every Chromium, but not to React's types. */
const folderOnly = { webkitdirectory: '' }

/**
 * Files chosen from a disk: `ask` opens the dialog for it, `field` is what the dialog belongs to and stands hidden anywhere on
 * the page. Nothing happens where nothing was chosen.
 */
export function useFileChoice(props: {
  /** Names the field. */
  label: string
  /** The endings that are offered; all where it is left out. */
  accept?: string
  multiple?: boolean
  /** A whole folder with all below it. */
  folder?: boolean
  onChosen: (files: Chosen) => void
}): { ask: () => void; field: ReactElement } {
  const input = useRef<HTMLInputElement>(null)
  const field = (
    <input
      ref={input}
      type="file"
      hidden
      accept={props.accept}
      multiple={props.multiple || props.folder}
      {...(props.folder ? folderOnly : {})}
      aria-label={props.label}
      onChange={({ target }) => {
        const [first, ...others] = target.files ?? []
        // The same choice made again must be an event again.
        target.value = ''
        if (first) props.onChosen([first, ...others])
      }}
    />
  )
  return { ask: () => input.current?.click(), field }
}
