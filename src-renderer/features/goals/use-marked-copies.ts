import { useDeferredValue, useMemo } from 'react'
import { throttled } from '#ui/ReadingProgress.tsx'
import { useToast } from '#ui/Toast.tsx'
import type { ImportWork } from '#ui/use-import-work'
import { saveCopies, saveCopy } from './import-copies.ts'
import { marksByFile, reviewRows } from './import-rows.ts'
import type { Batch, ImportStage } from './import-stage.ts'

/** 批注稿 of the files that are looked through: what stands in them is worked out beside what the user does. */
export function useMarkedCopies(
  batch: Batch | null,
  { show, attempt }: { show: (stage: ImportStage) => void; attempt: ImportWork['attempt'] },
) {
  const { say } = useToast()
  const marking = useDeferredValue(batch, null)
  const marks = useMemo(
    () =>
      marking ? marksByFile(reviewRows(marking.plan.items, marking.readings), marking.readings) : new Map(),
    [marking],
  )

  function saveMarked(path: string) {
    const file = batch?.files.find((candidate) => candidate.path === path)
    if (!file) return
    void attempt(async (signal) => {
      const told = await saveCopy(file, marks.get(path) ?? [], signal)
      if (told) say({ text: told, severity: 'info' })
    }, stay)
  }

  function saveAllMarked() {
    if (!batch) return
    const tell = throttled((done, total, name) =>
      show({ step: '核对', batch, busy: { doing: '正在做批注稿', done, total, name } }),
    )
    const back = () => show({ step: '核对', batch, busy: null })
    void attempt(async (signal) => {
      const told = await saveCopies(batch.files, marks, tell, signal)
      if (told) say({ text: told, severity: 'info' })
      back()
    }, back)
  }

  const markable = useMemo(() => new Set<string>(marks.keys()), [marks])
  return { markable, saveMarked, saveAllMarked }
}

function stay(): void {
  // The sentence was shown; the page stays as it was.
}
