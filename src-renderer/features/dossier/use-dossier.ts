import { useLiveQuery } from 'dexie-react-hooks'
import type { Dossier } from '#domain/dossier/facts'
import { useSession } from '#session'
import { dossierOf } from '#storage/dossier'
import { isReached } from '#storage/reach'

/** The file of an object as far as the duty reaches it: undefined while it is read, a sentence where it is not shown. */
export function useDossier(goalId: string): Dossier | string | undefined {
  const { by } = useSession()
  return useLiveQuery(async () => {
    const dossier = await dossierOf(goalId)
    const own = dossier?.years.find(({ goal }) => goal.id === goalId)
    if (!dossier || !own) return '没有找到这个项目，可能已被删除。'
    if (!(await isReached(by, own.goal)))
      return '这个项目不在当前职责的范围内（其他股室或其他单位）。可在右上角切换职责后再看。'
    return dossier
  }, [goalId, by])
}
