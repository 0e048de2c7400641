import type { Attachment } from '#domain/attachment'
import { nextMaterialNumber } from '#domain/evaluation/scoring-desk'
import type { Material } from '#domain/evaluation/task'
import type { TaskPartProps } from './task-part.ts'

/** What is done to the 材料 of a task. */
export function materialsOf(saver: TaskPartProps['saver']) {
  const write = (to: (before: readonly Material[]) => readonly Material[]) =>
    saver.change((before) => ({ materials: to(before.materials) }))

  function change(id: string, patch: Partial<Material>) {
    write((before) => before.map((one) => (one.id === id ? { ...one, ...patch } : one)))
  }

  function add(made: readonly { name: string; attachment: Attachment | null }[]) {
    const fresh = made.map((one) => ({ ...one, id: crypto.randomUUID() }))
    write((before) =>
      fresh.reduce(
        (list, one) => list.concat({ ...one, number: nextMaterialNumber(list), note: '', indicatorIds: [] }),
        before,
      ),
    )
  }

  function remove(id: string) {
    write((before) => before.filter((one) => one.id !== id))
  }

  function tie(id: string, indicatorId: string, isTied: boolean) {
    write((before) =>
      before.map((one) =>
        one.id === id ? { ...one, indicatorIds: tied(one.indicatorIds, indicatorId, isTied) } : one,
      ),
    )
  }

  return { change, add, remove, tie }
}

function tied(ids: readonly string[], id: string, isTied: boolean): readonly string[] {
  const others = ids.filter((one) => one !== id)
  return isTied ? [...others, id] : others
}
