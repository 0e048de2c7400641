import { useState } from 'react'
import type { EvidenceRef } from '#domain/evaluation/mark'
import type { EvaluationTask } from '#domain/evaluation/task'
import type { EvidencePlace } from './EvidencePane.tsx'
import type { ScoreDesk } from './use-score-desk.ts'

export type Evidence = ReturnType<typeof useEvidence>

/** The material beside the indicator in hand: its own first, at the page that was turned to; and what is tied to the mark. */
export function useEvidence(task: EvaluationTask, { item, put }: ScoreDesk) {
  const indicatorId = item?.indicator.id ?? ''
  // Another indicator begins at its own material again.
  const [chosen, setChosen] = useState({ indicatorId: '', materialId: '', page: 1 })
  const place = chosen.indicatorId === indicatorId ? chosen : { materialId: '', page: 1 }
  const material =
    task.materials.find(({ id }) => id === place.materialId) ??
    task.materials.find(({ indicatorIds }) => indicatorIds.includes(indicatorId)) ??
    task.materials[0]
  const show = (to: EvidencePlace) => setChosen({ indicatorId, ...to })

  function tie(ref: EvidenceRef) {
    put(({ evidence }) => ({ evidence: [...evidence.filter((one) => !isSame(one, ref)), ref] }))
  }

  return {
    material,
    page: place.page,
    show,
    turn: (by: 1 | -1) => show({ materialId: material?.id ?? '', page: Math.max(1, place.page + by) }),
    showNext() {
      const at = task.materials.findIndex(({ id }) => id === material?.id)
      const next = task.materials[(at + 1) % Math.max(1, task.materials.length)]
      if (next) show({ materialId: next.id, page: 1 })
    },
    tie,
    /** The page that is shown; what is kept on paper has none. */
    tieShown() {
      if (material)
        tie({ attachmentId: material.id, page: material.attachment ? place.page : null, region: null })
    },
    move: (before: EvidenceRef, after: EvidenceRef) =>
      put(({ evidence }) => ({ evidence: evidence.map((one) => (isSame(one, before) ? after : one)) })),
  }
}

function isSame(one: EvidenceRef, other: EvidenceRef): boolean {
  return (
    one.attachmentId === other.attachmentId &&
    one.page === other.page &&
    JSON.stringify(one.region) === JSON.stringify(other.region)
  )
}
