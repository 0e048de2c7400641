import type { ComponentProps } from 'react'
import type { Actor } from '#domain/people/duties'
import { may } from '#domain/people/permissions'
import { OpenBookButton } from '../features/backup/OpenBookButton.tsx'
import { RestoreCard } from '../features/backup/RestoreCard.tsx'
import { JoinCard } from '../features/exchange/JoinCard.tsx'
import { StartPage } from '../features/home/StartPage.tsx'

type Props = Pick<ComponentProps<typeof StartPage>, 'by' | 'openBook' | 'onMake' | 'signUp'> & {
  /** Who may bring everything back here; null where nobody may. */
  keeper: Actor | null
  isMaking: boolean
  onJoin: () => void
}

/** Every way to a first book: a new one, the demo, a package, a backup, a book's file. */
export function FirstPage({ keeper, isMaking, onJoin, ...start }: Props) {
  const { by, onMake } = start
  return (
    <StartPage {...start} books={[]}>
      {!isMaking && <JoinCard onJoin={onJoin} />}
      {keeper && !isMaking && (
        <RestoreCard by={keeper}>
          {by && may(by, 'open-book-file') && <OpenBookButton by={by} onOpen={onMake} />}
        </RestoreCard>
      )}
    </StartPage>
  )
}
