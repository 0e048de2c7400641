import { saveLayout } from '#actions/save-layout'
import type { FlatMapping } from '#excel/flat-mapping'
import { useSession } from '#session'
import type { ImportWork } from '#ui/use-import-work'
import type { Found, ImportStage } from './import-stage.ts'

/** The question which column of a ledger holds what: asked once, remembered, and asked again where a person wants to. */
export function useMappings(
  stage: ImportStage,
  {
    show,
    attempt,
    compare,
    restart,
  }: {
    show: (stage: ImportStage) => void
    attempt: ImportWork['attempt']
    compare: (found: Found, signal: AbortSignal) => Promise<void>
    restart: () => void
  },
) {
  const { book, by } = useSession()
  const mapping = stage.step === '识别' && stage.progress === null ? stage : null
  const batch = stage.step === '核对' ? stage.batch : null

  function changeMapping(id: string, changed: FlatMapping) {
    if (!mapping) return
    const asked = mapping.asked.map((layout) => (layout.id === id ? { ...layout, mapping: changed } : layout))
    show({ ...mapping, asked })
  }

  /** Remembers the mappings and goes on; what was remembered is not asked again. */
  function acceptMappings() {
    if (!mapping) return
    const { asked, found } = mapping
    void attempt(
      async (signal) => {
        for (const { id, name, mapping: kept } of asked) {
          await saveLayout(book.id, { id, name, mapping: kept }, by)
        }
        const known = new Map(asked.map((layout) => [layout.id, { ...layout, isKnown: true }]))
        const layouts = found.layouts.map((layout) => known.get(layout.id) ?? layout)
        await compare({ ...found, layouts }, signal)
      },
      () => show(mapping),
    )
  }

  function editMappings() {
    if (!batch) return
    const asked = batch.layouts.filter((layout) => layout.isGoals)
    show({ step: '识别', progress: null, found: batch, asked, before: batch })
  }

  function leaveMappings() {
    if (mapping?.before) show({ step: '核对', batch: mapping.before, busy: null })
    else restart()
  }

  return { mapping, changeMapping, acceptMappings, editMappings, leaveMappings }
}
